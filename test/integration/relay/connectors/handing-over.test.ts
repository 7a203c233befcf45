import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OutgoingRecord } from '../../../../apps/relay/connectors/connector.ts';
import { expect, it, onTestFinished, vi } from 'vitest';
import { apiOf } from '../../../support/api-key.ts';
import { answers, Receiver } from '../../../support/receiver.ts';
import { TestRelay } from '../../../support/relay.ts';

vi.setConfig({ testTimeout: 60_000 });

async function running(url: string, env: Record<string, string> = {}) {
  const relay = await TestRelay.start('embedded', {
    CONNECTOR_URL: url,
    CONNECTOR_KINDS: 'faultReport',
    PRIVATE_HOSTS: '127.0.0.1',
    ...env,
  });
  onTestFinished(() => relay.close());
  const api = await apiOf(relay, ['cases:read', 'cases:write']);
  const report = async (over: object = {}): Promise<string> => {
    const body = {
      id: randomUUID(),
      siteId: 'ekhamra',
      kind: 'faultReport',
      text: 'Lampan är trasig',
      topicId: 'felanmalan',
      ...over,
    };
    const made = (await (await api.ask('/cases', 'POST', body)).json()) as { number: string };
    return made.number;
  };
  const notes = async (number: string): Promise<string[]> => {
    const whole = (await (await api.ask(`/cases/${number}`)).json()) as {
      log: { event: { type: string; text?: string } }[];
    };
    return whole.log.flatMap(({ event }) => (event.type === 'noted' ? [event.text ?? ''] : []));
  };
  const list = async () => (await api.admin.ask('handovers:list', { state: null, after: null })).handovers;
  const later = async (ms: number): Promise<void> => {
    relay.clock.ahead += ms;
    await relay.sweep();
  };
  return { relay, ...api, report, notes, list, later };
}

it('hands a case over by files, and writes the number that comes back into the case', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lotsa-connector-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { report, notes, list, later } = await running(pathToFileURL(folder).href);
  const number = await report();
  // Of another type: it stays here.
  await report({ kind: 'question' });
  await later(0);
  const [name = '', ...others] = await readdir(join(folder, 'out'));
  expect(others).toEqual([]);
  const record = JSON.parse(await readFile(join(folder, 'out', name), 'utf8')) as OutgoingRecord;
  expect(record).toMatchObject({ format: 'lotsa-case', version: 1, case: { number, kind: 'faultReport' } });
  expect(JSON.stringify(record.log)).toContain('Lampan är trasig');
  expect(await list()).toMatchObject([
    { number, state: 'queued', externalId: name.replace('.json', ''), error: null },
  ]);
  await writeFile(join(folder, 'in', name), JSON.stringify({ state: 'registered', number: 'AO 2026-17' }));
  await later(60_000);
  expect(await list()).toMatchObject([{ number, state: 'sent', externalNumber: 'AO 2026-17' }]);
  expect(await notes(number)).toEqual(['Registrerat: AO 2026-17']);
  await later(60_000);
  expect(await notes(number)).toHaveLength(1);
  expect(await readdir(join(folder, 'out'))).toEqual([name]);
});

it('hands a case over by HTTP: once for its id, with retries, and asks for its number until it is there', async () => {
  const receiver = await Receiver.start();
  const { relay, admin, report, notes, list, later } = await running(`${receiver.url}/in`, {
    CONNECTOR_TOKEN: 'hemligt-token',
  });
  receiver.answers.push(answers(503), answers(200, { id: 'wo:1' }), answers(200, { state: 'received' }));
  const number = await report();
  await receiver.has(1);
  await later(0);
  expect(await list()).toMatchObject([{ state: 'queued', error: '503', externalId: null }]);
  // Another relay on the same store hands nothing over twice.
  await relay.sibling({
    CONNECTOR_URL: `${receiver.url}/in`,
    CONNECTOR_KINDS: 'faultReport',
    PRIVATE_HOSTS: '127.0.0.1',
  });
  await later(2 * 60_000);
  await receiver.has(3);
  await later(0);
  expect(await list()).toMatchObject([{ state: 'queued', error: null, externalId: 'wo:1' }]);
  receiver.answers.push(answers(200, { state: 'registered', number: 'KS 2026/123' }));
  await later(60_000);
  await receiver.has(4);
  await later(0);
  expect(receiver.got.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /in',
    'POST /in',
    'GET /in/wo%3A1',
    'GET /in/wo%3A1',
  ]);
  const [first, second] = receiver.got;
  expect(first?.headers).toMatchObject({ authorization: 'Bearer hemligt-token' });
  expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
  expect(second?.body).toBe(first?.body);
  expect(await notes(number)).toEqual(['Registrerat: KS 2026/123']);
  // What is shown of where it goes holds no token.
  const shown = await admin.ask('handovers:list', { state: 'sent', after: null });
  expect([shown.target, shown.kinds, shown.handovers.length]).toEqual([
    new URL(receiver.url).host,
    ['faultReport'],
    1,
  ]);
});

it('what is refused says why in the case, and is handed over anew by hand; an answer that is none is no answer', async () => {
  const receiver = await Receiver.start();
  const { admin, report, notes, list, later } = await running(`${receiver.url}/in`);
  receiver.answers.push(
    answers(200, { number: '<script>' }),
    answers(200, { id: 'a1' }),
    answers(200, { state: 'refused', reason: 'Inte vår väg' }),
  );
  const number = await report();
  await receiver.has(1);
  await later(0);
  expect(await list()).toMatchObject([{ state: 'queued', error: 'EANSWER' }]);
  await later(2 * 60_000);
  await receiver.has(3);
  await later(0);
  const [refused] = await list();
  expect(refused).toMatchObject({ state: 'failed', error: 'EREFUSED' });
  expect(await notes(number)).toEqual(['Togs inte emot: Inte vår väg']);
  receiver.answers.push(answers(200, { id: 'a2' }), answers(200, { state: 'registered', number: 'AO 1' }));
  await admin.ask('handover:again', { id: refused!.id });
  await receiver.has(5);
  await later(0);
  expect(await list()).toMatchObject([{ state: 'sent', externalId: 'a2', externalNumber: 'AO 1' }]);
});

it('[P6] what is secret leaves by a person’s hand only; [P7] what was handed over is in the audit log', async () => {
  const receiver = await Receiver.start();
  const { relay, report, list, later } = await running(`${receiver.url}/in`);
  receiver.answers.push(answers(200, { id: 'a1' }), answers(200, { state: 'received' }));
  await report({ topicId: 'ekonomiskt-bistand' });
  const number = await report();
  await receiver.has(2);
  await later(60_000);
  expect((await list()).map((one) => one.number)).toEqual([number]);
  const by = { index: 'byActor', equals: { actorId: 'connector' }, limit: 9 } as const;
  const { docs } = await relay.storage.find('audit', by);
  expect(docs.map(({ action }) => action)).toEqual(['caseHandedOver']);
});

it('[D1] a case that a killed relay had stored and not handed over is found', async () => {
  const receiver = await Receiver.start();
  const { relay, report, list, later } = await running(`${receiver.url}/in`);
  await later(60_000);
  receiver.answers.push(answers(200, { id: 'a1' }), answers(200, { state: 'received' }));
  const number = await report();
  await receiver.has(2);
  await later(0);
  // As it would be had the relay been killed before it was queued.
  await relay.storage.remove('handovers', { index: 'byTime', limit: 1 });
  expect(await list()).toEqual([]);
  receiver.answers.push(answers(200, { id: 'a1' }), answers(200, { state: 'registered', number: 'AO 1' }));
  await later(60_000);
  await receiver.has(4);
  await later(0);
  expect(await list()).toMatchObject([{ number, state: 'sent' }]);
});
