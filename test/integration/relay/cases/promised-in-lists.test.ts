import { randomUUID } from 'node:crypto';
import { localDate } from '@lotsa/core';
import type { Box, CaseChange } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffWire } from '../../../support/clients.ts';
import { TestRelay } from '../../../support/relay.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';

const id = (): string => randomUUID();

describe.each(storageKinds)('the promised date of a conversation’s case, on %s', (kind) => {
  let relay: TestRelay;
  let agent: StaffWire;
  let conversationId: string;
  beforeEach(async () => {
    relay = await TestRelay.start(kind);
    agent = await relay.staff('agent-01');
    conversationId = id();
    const visitor = await relay.visitor();
    await visitor.ask('conversation:start', {
      conversationId,
      id: id(),
      text: 'Får jag bygga ett uterum?',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    await agent.ask('conversation:claim', { conversationId, id: id() });
  });
  afterEach(() => relay.close());

  const listed = async (wire: StaffWire, box: Box): Promise<number | null | undefined> => {
    const { conversations } = await wire.ask('conversations:list', { box, after: null });
    return conversations.find(({ conversation }) => conversation.id === conversationId)?.promisedAt;
  };
  const told = (wire: StaffWire, promisedAt: number | null) =>
    wire.fact(
      'conversation:promised',
      (fact) => fact.conversationId === conversationId && fact.promisedAt === promisedAt,
    );
  const open = () => agent.ask('case:open', { conversationId, id: id(), kind: 'question', handoffId: null });
  const update = (number: string, change: CaseChange) =>
    agent.ask('case:update', { number, id: id(), change });

  it('[O2] [O6] is in the lists, and follows the case when it is moved, ends and is taken up again', async () => {
    const other = await relay.staff('agent-02');
    expect(await listed(agent, 'mine')).toBeNull();
    const { number, promisedAt } = await open();
    await told(agent, promisedAt);
    await told(other, promisedAt);
    expect(await listed(agent, 'mine')).toBe(promisedAt);
    expect(await listed(other, 'all')).toBe(promisedAt);
    expect((await other.ask('conversation:resume', { conversationId, after: 0 })).promisedAt).toBe(
      promisedAt,
    );

    const date = localDate(Date.now() + 60 * 24 * 60 * 60_000, 'Europe/Stockholm');
    const moved = await update(number, { type: 'promise', date, reason: 'Vi väntar på ritningar.' });
    expect(moved.case.promisedAt).toBeGreaterThan(promisedAt);
    await told(other, moved.case.promisedAt);
    expect(await listed(agent, 'mine')).toBe(moved.case.promisedAt);

    await update(number, { type: 'status', status: 'done', text: 'Klart.', shared: false });
    await told(other, null);
    expect(await listed(agent, 'mine')).toBeNull();
    const again = await update(number, { type: 'reopen' });
    await told(other, again.case.promisedAt);

    // Of one that is closed, too: the question is not answered yet.
    const close = { conversationId, id: id(), outcome: 'caseRegistered', topicId: 'bygglov' } as const;
    await agent.ask('conversation:close', close);
    expect(await listed(agent, 'closed')).toBe(again.case.promisedAt);
  });

  it('[O6] of a case that was merged is that of the case that goes on for it', async () => {
    const { number } = await open();
    const other = await relay.visitor();
    const second = id();
    await other.ask('conversation:start', {
      conversationId: second,
      id: id(),
      text: 'Samma fråga från grannen',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    await agent.ask('conversation:claim', { conversationId: second, id: id() });
    const asked = { conversationId: second, id: id(), kind: 'question', handoffId: null };
    const main = await agent.ask('case:open', asked);
    await update(number, { type: 'merge', into: main.number });
    await told(agent, main.promisedAt);
    const date = localDate(Date.now() + 30 * 24 * 60 * 60_000, 'Europe/Stockholm');
    const moved = await update(main.number, { type: 'promise', date, reason: 'Vi väntar på ritningar.' });
    await told(agent, moved.case.promisedAt);
    expect(await listed(agent, 'mine')).toBe(moved.case.promisedAt);
  });

  it('[H1] [P6] reaches whoever it is handed to, and nobody in whose lists it does not stand', async () => {
    const specialist = await relay.staff('specialist-sbf');
    const stranger = await relay.staff('specialist-tef');
    const { promisedAt } = await open();
    await told(agent, promisedAt);
    expect(specialist.told('conversation:promised')).toEqual([]);
    await agent.ask('conversation:mark-secret', {
      conversationId,
      id: id(),
      secret: true,
      protectedIdentity: false,
    });
    await agent.ask('handoff:request', {
      conversationId,
      id: id(),
      mode: 'join',
      departmentId: 'SBF',
      userId: null,
      question: 'Krävs lov för uterum?',
      reason: 'Utanför plan',
    });
    await told(specialist, promisedAt);
    expect(await listed(specialist, 'handoffs')).toBe(promisedAt);
    expect(stranger.told('conversation:promised')).toEqual([]);
  });

  it('[O2] stands with a call that was registered as a case', async () => {
    const call = id();
    const { conversation } = await agent.ask('contact:register', {
      conversationId: call,
      id: id(),
      siteId: 'ekhamra',
      channel: 'phone',
      language: 'sv',
      topicId: 'bygglov',
      outcome: 'caseRegistered',
      note: 'Vill veta om uterum',
      case: { kind: 'question', contact: null },
    });
    const { case: it } = await agent.ask('case:get', { number: conversation.caseNumber ?? '' });
    const fact = await agent.fact('conversation:promised', ({ conversationId: of }) => of === call);
    expect(fact.promisedAt).toBe(it.promisedAt);
  });
});
