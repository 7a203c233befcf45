import { createHmac, randomUUID } from 'node:crypto';
import { type WebhookBody, WEBHOOK_BODIES, WebhookEventType } from '@lotsa/protocol';
import { Webhook as Verifier } from 'standardwebhooks';
import * as v from 'valibot';
import { expect, it, onTestFinished, vi } from 'vitest';
import { STOP_AFTER_MS } from '../../../../apps/relay/webhooks/retrying.ts';
import { answers, Receiver } from '../../../support/receiver.ts';
import { TestRelay } from '../../../support/relay.ts';
import { TestMailServer } from '../../../support/smtp.ts';

vi.setConfig({ testTimeout: 60_000 });

const WORDS = 'hemligt-ord-i-fråga';
const DAY = 24 * 60 * 60_000;

async function running(
  env: Record<string, string> = {},
  events: readonly WebhookEventType[] = ['conversation.started'],
) {
  const receiver = await Receiver.start();
  const relay = await TestRelay.start('embedded', { PRIVATE_HOSTS: '127.0.0.1', ...env });
  onTestFinished(() => relay.close());
  const admin = await relay.staff('administrator-1');
  const setup = {
    name: 'Diariet',
    url: `${receiver.url}/hook`,
    events: [...events],
    active: true,
  };
  const { webhook, secret } = await admin.ask('webhook:save', { id: null, revision: null, setup });
  const log = async () =>
    (await admin.ask('webhook:deliveries', { id: webhook.id, state: null, after: null })).deliveries;
  /** After the store has been looked through for what was missed. */
  const later = async (ms: number): Promise<void> => {
    relay.clock.ahead += ms;
    await relay.sweep();
  };
  return { receiver, relay, admin, setup, webhook, secret: secret ?? '', log, later };
}

/** A question that is asked; `over` is of its beginning. */
async function asked(relay: TestRelay, over: object = {}) {
  const visitor = await relay.visitor();
  const conversationId = randomUUID();
  await visitor.ask('conversation:start', {
    conversationId,
    id: randomUUID(),
    text: WORDS,
    language: 'sv',
    page: 'https://www.ekhamra.example/hemlig-sida',
    topicId: 'bygglov',
    departmentId: null,
    contact: { email: 'kim@example.se', name: 'Kim' },
    ...over,
  });
  return { visitor, conversationId };
}

const bodies = (receiver: Receiver) => receiver.got.map(({ body }) => JSON.parse(body) as WebhookBody);

it('tells what happens in a conversation and a case: signed, by facts alone, as the protocol describes', async () => {
  const { receiver, relay, secret, later } = await running({}, WebhookEventType.options);
  const agent = await relay.staff('agent-01');
  const { visitor, conversationId } = await asked(relay);
  const to = () => ({ conversationId, id: randomUUID() });
  await agent.ask('conversation:claim', to());
  await agent.ask('handoff:request', {
    ...to(),
    mode: 'consult',
    departmentId: 'SBF',
    userId: null,
    question: WORDS,
    reason: WORDS,
  });
  await agent.ask('message:send', { ...to(), kind: 'text', text: WORDS });
  const { number } = await agent.ask('case:open', { ...to(), kind: 'question', summary: WORDS });
  await agent.ask('case:update', { number, id: randomUUID(), change: { type: 'note', text: WORDS } });
  await agent.ask('case:update', {
    number,
    id: randomUUID(),
    change: { type: 'status', status: 'done', text: WORDS },
  });
  await agent.ask('conversation:close', { ...to(), outcome: 'answered', topicId: 'bygglov' });
  const site = await relay.storage.get('sites', 'ekhamra');
  const scores = { [site?.survey[0]?.id ?? '']: 5 };
  await visitor.ask('conversation:rate', { conversationId, scores, comment: WORDS });
  await fetch(`${relay.url}/api/sites/ekhamra/helped`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: relay.url },
    body: JSON.stringify({ kind: 'guide', id: 'g1' }),
  });
  await later(0);
  await receiver.has(9);
  const all = bodies(receiver);
  expect(new Set(all.map(({ type }) => type))).toEqual(new Set(WebhookEventType.options));
  for (const body of all) expect(v.safeParse(WEBHOOK_BODIES[body.type], body).issues).toBeUndefined();
  const closed = all.find((body) => body.type === 'conversation.closed');
  expect(closed?.data).toMatchObject({
    conversationId,
    outcome: 'answered',
    caseNumber: number,
    topicId: 'bygglov',
  });
  for (const { headers, body, method, path } of receiver.got) {
    expect([method, path]).toEqual(['POST', '/hook']);
    const signed = headers as Record<string, string>;
    expect(() => new Verifier(secret).verify(body, signed)).not.toThrow();
    // As its specification says it: HMAC-SHA256 of id, time and body, by the bytes of the secret.
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
    const content = `${signed['webhook-id']}.${signed['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', key).update(content).digest('base64');
    expect(signed['webhook-signature']).toBe(`v1,${signature}`);
    for (const word of [WORDS, 'kim@example.se', 'hemlig-sida', 'Kim']) expect(body).not.toContain(word);
  }
});

it('[P6] of what is secret it tells that it exists and where it stands, not what it is about', async () => {
  const { receiver, relay, later } = await running();
  await asked(relay, { topicId: 'ekonomiskt-bistand' });
  await later(0);
  await receiver.has(1);
  const [body] = bodies(receiver);
  expect(body?.data).toMatchObject({
    secret: true,
    topicId: null,
    departmentId: null,
    language: null,
    channel: null,
  });
  expect(receiver.got[0]?.body).not.toMatch(/bistand|SOF/);
});

it('tries again with ever longer waits, under the same id, and once however many relays there are', async () => {
  const { receiver, relay, log, later } = await running();
  await relay.sibling({ PRIVATE_HOSTS: '127.0.0.1' });
  receiver.answers.push(answers(500), answers(503), answers(200));
  await asked(relay);
  await receiver.has(1);
  await later(10_000);
  await receiver.has(2);
  await later(0);
  expect(await log()).toMatchObject([{ state: 'queued', tries: 2, error: '503' }]);
  await later(2 * 60_000);
  await receiver.has(3);
  await later(DAY);
  expect(await log()).toMatchObject([{ state: 'sent', tries: 3, error: '200' }]);
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(receiver.got).toHaveLength(3);
});

it('[D1] tells what a relay that was killed had stored and not told, and nothing twice', async () => {
  const { receiver, relay, webhook, log, later } = await running();
  await later(60_000);
  await asked(relay);
  await asked(relay);
  await receiver.has(2);
  const [first] = await log();
  // As it would be had the relay been killed before it was queued.
  await relay.storage.remove('webhookDeliveries', {
    index: 'byHook',
    equals: { webhookId: webhook.id },
    range: { field: 'createdAt', gte: first!.createdAt },
    limit: 1,
  });
  await later(60_000);
  await receiver.has(3);
  await later(60_000);
  expect(await log()).toHaveLength(2);
  expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
  expect(receiver.got).toHaveLength(3);
});

it('is sent again by hand: one, or all that were given up', async () => {
  const { receiver, relay, admin, webhook, log, later } = await running();
  receiver.answers.push(answers(204));
  await asked(relay);
  await receiver.has(1);
  await later(0);
  const [sent] = await log();
  expect(await admin.ask('webhook:replay', { id: webhook.id, deliveryId: sent!.id })).toEqual({ queued: 1 });
  const again = await receiver.has(2);
  expect(again[1]).toMatchObject({ body: again[0]!.body, headers: { 'webhook-id': sent!.messageId } });
  receiver.answers.push(...Array.from({ length: 20 }, () => answers(500)));
  await asked(relay);
  for (let i = 0; i < 20 && (await log()).some(({ state }) => state === 'queued'); i += 1)
    await later(12 * 60 * 60_000);
  expect((await log()).map(({ state }) => state).toSorted()).toEqual(['failed', 'sent']);
  receiver.answers.length = 0;
  const before = receiver.got.length;
  expect(await admin.ask('webhook:replay', { id: webhook.id, deliveryId: null })).toEqual({ queued: 1 });
  await receiver.has(before + 1);
  await later(0);
  expect((await log()).map(({ state }) => state)).toEqual(['sent', 'sent']);
});

it('is switched off after long failure: written down, and told by mail without its address', async () => {
  const mail = await TestMailServer.start();
  const { receiver, relay, admin, log, later } = await running({ SMTP_URL: mail.url });
  await receiver.down();
  for (let at = 0; at <= STOP_AFTER_MS + DAY; at += DAY / 2) {
    await asked(relay);
    await later(DAY / 2);
  }
  const { webhooks } = await admin.ask('webhooks:list', {});
  expect(webhooks[0]).toMatchObject({ active: false, stoppedAt: expect.any(Number) as number });
  await later(0);
  const told = mail.received.filter(({ to }) => to.includes('administrator-1@ekhamra.example'));
  expect(told).toHaveLength(1);
  expect(told[0]?.raw).not.toContain(new URL(receiver.url).port);
  const { entries } = await admin.ask('audit:list', { from: null, to: null, after: null });
  expect(entries.map(({ action, actorId }) => [action, actorId])).toContainEqual([
    'webhookStopped',
    'system',
  ]);
  // Nothing is queued for it any more.
  const known = (await log()).length;
  await asked(relay);
  expect((await log()).length).toBe(known);
});

it('a changed secret signs beside the one before for a day, so that nothing is lost', async () => {
  const { receiver, relay, admin, webhook, secret, later } = await running();
  const { secret: next } = await admin.ask('webhook:rotate', { id: webhook.id });
  expect(next).not.toBe(secret);
  await admin.ask('webhook:test', { id: webhook.id });
  const [first] = await receiver.has(1);
  for (const each of [secret, next])
    expect(new Verifier(each).verify(first!.body, first!.headers as never)).toMatchObject({ type: 'test' });
  await later(DAY + 1);
  await asked(relay);
  await later(0);
  const all = await receiver.has(2);
  expect(all[1]!.headers['webhook-signature']).not.toContain(' ');
});

it('goes nowhere near us: no private address, no name that leads there, no redirect', async () => {
  const { receiver, relay, admin, setup, webhook, log, later } = await running();
  const save = async (id: string | null, revision: number | null, url: string) => {
    const answer = await admin.answer('webhook:save', { id, revision, setup: { ...setup, url } });
    return answer.ok ? answer.value.webhook : answer.error;
  };
  const near = { code: 'invalid_payload', data: { field: 'setup.url', rule: 'private_address' } };
  for (const url of ['https://10.0.0.1/x', 'https://[::1]/x', 'https://0x7f.2/x'])
    expect(await save(null, null, url)).toEqual(near);
  expect(await save(null, null, 'http://example.se/')).toMatchObject({ data: { rule: 'https' } });
  // A redirect leads nowhere: it is no success, and is not followed.
  receiver.answers.push(answers(302, undefined, { Location: `${receiver.url}/elsewhere` }));
  await asked(relay);
  await receiver.has(1);
  await later(0);
  expect(await log()).toMatchObject([{ state: 'queued', error: '302' }]);
  // What a name leads to is looked at when it is connected to.
  const { port } = new URL(receiver.url);
  expect(await save(webhook.id, webhook.revision, `https://localhost:${port}/x`)).toMatchObject({
    revision: 2,
  });
  await later(10_000);
  expect((await log())[0]).toMatchObject({ state: 'queued', error: 'EPRIVATE' });
  expect(receiver.got).toHaveLength(1);
});

it('[P7] every change is in the audit log, none with a secret, and nobody sees a secret twice', async () => {
  const { relay, admin, setup, webhook, secret } = await running();
  await admin.ask('webhook:save', { id: webhook.id, revision: 1, setup: { ...setup, name: 'Ett annat' } });
  const stale = await admin.answer('webhook:save', { id: webhook.id, revision: 1, setup });
  expect(stale).toMatchObject({ ok: false, error: { code: 'changed_meanwhile' } });
  const { secret: next } = await admin.ask('webhook:rotate', { id: webhook.id });
  expect(JSON.stringify(await admin.ask('webhooks:list', {}))).not.toContain('whsec_');
  await admin.ask('webhook:remove', { id: webhook.id });
  expect(await admin.ask('webhooks:list', {})).toEqual({ webhooks: [] });
  const about = { index: 'bySubject', equals: { subjectId: webhook.id }, limit: 9 } as const;
  const { docs } = await relay.storage.find('audit', about);
  expect(docs.map(({ action }) => action)).toEqual([
    'webhookChanged',
    'webhookChanged',
    'webhookSecretRotated',
    'webhookRemoved',
  ]);
  for (const word of [secret, next]) expect(JSON.stringify(docs)).not.toContain(word.slice(6));
});
