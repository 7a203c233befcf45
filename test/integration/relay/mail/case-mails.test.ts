import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCases } from '../../../../apps/relay/cases/cases.ts';
import { post, type StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';

let relay: TestRelay;
let specialist: StaffWire;
beforeEach(async () => {
  relay = await TestRelay.start();
  specialist = await relay.staff('specialist-tef');
});
afterEach(() => relay.close());

async function report(): Promise<string> {
  const answers = {
    category: 'light',
    description: 'Lampan lyser inte',
    locationText: 'Storgatan 5',
    wantsReply: true,
    email: 'kim@example.se',
  };
  const body = { id: randomUUID(), language: 'sv', answers };
  const response = await post(relay.url, '/api/sites/ekhamra/forms/felanmalan', body);
  return ((await response.json()) as { number: string }).number;
}

const docOf = async (number: string) =>
  (await relay.storage.find('cases', { index: 'byNumber', equals: { number }, limit: 1 })).docs[0]!;
const subjects = async () =>
  (await relay.storage.find('mails', { index: 'byTime', limit: 100 })).docs.map(
    ({ id, kind }) => `${kind} ${id}`,
  );

/** An answer as a relay leaves it that is killed behind the entry and before its mail. */
async function answerAndDie(number: string): Promise<void> {
  const user = await relay.storage.get('users', 'specialist-tef');
  const dying = createCases({ storage: relay.storage, now: Date.now }, () => undefined);
  const by = { actor: { type: 'staff', user: user! } as const, id: randomUUID() };
  await dying.execute(number, { type: 'answer', text: 'Lagad.' }, by);
}

describe('the mail of a case', () => {
  it('is in the outbox when the answer is, and nothing is due then', async () => {
    const number = await report();
    await specialist.ask('case:update', {
      number,
      id: randomUUID(),
      seen: null,
      change: { type: 'answer', text: 'Lagad.', shared: false },
    });
    expect(await subjects()).toHaveLength(2);
    expect(await docOf(number)).toMatchObject({ mailDueAt: null, mailHandoffId: null });
  });

  it('[D1] [D2] follows from the entry: what a relay did not queue another one does, once', async () => {
    const number = await report();
    await answerAndDie(number);
    await answerAndDie(number);
    expect(await subjects()).toHaveLength(1);
    // Whoever made the entry may still be at it.
    await relay.sweep();
    expect(await subjects()).toHaveLength(1);
    relay.clock.ahead = 11_000;
    await relay.sweep();
    await relay.sweep();
    const { id } = await docOf(number);
    expect((await subjects()).toSorted()).toEqual([1, 2, 3].map((seq) => `case case:${id}:${id}:${seq}`));
    expect(await docOf(number)).toMatchObject({ mailDueAt: null });
  });

  it('[H4] the specialists of a hand-off that became a case are told, also when the relay ended in the middle', async () => {
    specialist.close();
    const agent = await relay.staff('agent-01');
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'När lagas lampan?',
      language: 'sv',
      page: null,
      topicId: 'avfall',
      departmentId: null,
      contact: null,
    });
    await agent.ask('conversation:claim', { conversationId, id: randomUUID() });
    await agent.ask('handoff:request', {
      conversationId,
      id: randomUUID(),
      mode: 'transfer',
      departmentId: 'SBF',
      userId: null,
      question: 'Får hon?',
      reason: 'Vet inte',
    });
    // Those of one millisecond have no order.
    const asked = async () =>
      (await subjects()).filter((subject) => subject.startsWith('handoffAsked')).toSorted();
    const told = await asked();
    expect(told.length).toBeGreaterThan(0);
    const doc = (await relay.storage.get('cases', `conversation:${conversationId}`))!;
    expect(doc).toMatchObject({ mailDueAt: null, mailHandoffId: null });
    // As it was between the case and its mails.
    const conversation = await relay.storage.load(conversationId);
    const handoffId = conversation?.handoffs[0]?.id ?? '';
    await relay.storage.remove('mails', { index: 'byTime', limit: 100 });
    await relay.storage.update('cases', doc.id, { mailDueAt: Date.now(), mailHandoffId: handoffId });
    relay.clock.ahead = 11_000;
    await relay.sweep();
    expect(await asked()).toEqual(told);
  });
});
