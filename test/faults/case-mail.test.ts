import { randomUUID } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { post, signIn, type StaffWire, staffSocket } from '../support/clients.ts';

/** Milliseconds from an answer's going out to the kill: before its entry, between entry and mail, behind both. */
const KILLED_AFTER_MS = [0, 3, 6, 12, 25];

let relay: BuiltRelay;
beforeAll(async () => {
  // Without a mail server what is to be sent stays in the outbox, where it can be counted.
  relay = await BuiltRelay.start();
}, 120_000);
afterAll(() => relay?.close());

const staff = async (user: string): Promise<StaffWire> =>
  staffSocket(relay.url, await signIn(relay.url, user, DEMO_PASSWORD));

async function report(): Promise<string> {
  const body = {
    id: randomUUID(),
    language: 'sv',
    answers: {
      category: 'light',
      description: 'Lampan lyser inte',
      locationText: 'Storgatan 5',
      wantsReply: true,
      email: 'kim@example.se',
    },
  };
  const response = await post(relay.url, '/api/sites/ekhamra/forms/felanmalan', body);
  return ((await response.json()) as { number: string }).number;
}

it(
  '[D1] [D2] a relay that is killed about an answer mails it once when it comes back, and never one that is not there',
  {
    timeout: 240_000,
  },
  async () => {
    const numbers: string[] = [];
    for (const ms of KILLED_AFTER_MS) {
      const number = await report();
      numbers.push(number);
      const wire = await staff('specialist-tef');
      const change = { type: 'answer', text: 'Lampan är lagad.', shared: false } as const;
      // Nobody asks again: whoever answered has gone home.
      wire.answer('case:update', { number, id: randomUUID(), seen: null, change }).catch(() => undefined);
      await after(ms);
      await relay.stop('SIGKILL');
      wire.close();
      await relay.run();
    }
    const specialist = await staff('specialist-tef');
    const logs = await Promise.all(numbers.map((number) => specialist.ask('case:get', { number })));
    const entries = logs.flatMap(({ log }) =>
      log.filter(({ event }) => ['received', 'answered'].includes(event.type)),
    );
    const administrator = await staff('administrator-1');
    const mails = async () =>
      (await administrator.ask('mails:list', { state: null, after: null })).mails.length;
    await expect.poll(mails, { timeout: 90_000, interval: 1_000 }).toBe(entries.length);
    // And no more of them, whoever sweeps again.
    await relay.stop('SIGKILL');
    await relay.run();
    const again = await staff('administrator-1');
    await again.ask('mails:list', { state: null, after: null });
    expect((await again.ask('mails:list', { state: null, after: null })).mails).toHaveLength(entries.length);
    for (const wire of [specialist, administrator, again]) wire.close();
  },
);
