import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire, VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const change = (conversationId: string) => ({ conversationId, id: randomUUID() });

describe.each(storageKinds)('supervision on %s', { timeout: 30_000 }, (kind) => {
  let relay: TestRelay;
  let agent: StaffWire;
  let manager: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    agent = await relay.staff('agent-01');
    manager = await relay.staff('manager-1');
  });
  afterAll(() => relay.close());

  async function asks(visitor: VisitorWire): Promise<string> {
    const conversationId = randomUUID();
    const question = { ...change(conversationId), text: 'Hej', language: 'sv', page: null };
    await visitor.ask('conversation:start', {
      ...question,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    return conversationId;
  }
  const auditOf = async (subjectId: string) =>
    (await relay.storage.find('audit', { index: 'bySubject', equals: { subjectId }, limit: 9 })).docs;

  it('the board is live, and for managers only', async () => {
    expect(await agent.answer('board:watch', {})).toMatchObject({ error: { code: 'forbidden' } });
    const before = await manager.ask('board:watch', {});
    expect(before).toMatchObject({ waiting: 0, waitingSince: null, active: 0 });
    expect(before.agents.map(({ id, load }) => [id, load])).toContainEqual(['agent-01', 0]);
    const id = await asks(await relay.visitor());
    const waiting = await manager.fact('board:changed', (board) => board.waiting === 1);
    expect(waiting.waitingSince).toBe((await relay.storage.load(id))?.waitingSince);
    await agent.ask('conversation:claim', change(id));
    await manager.fact(
      'board:changed',
      ({ waiting: n, active, agents }) =>
        n === 0 && active === 1 && agents.some((a) => a.id === 'agent-01' && a.load === 1),
    );
    await agent.ask('message:send', { ...change(id), kind: 'text', text: 'Hej!' });
    await agent.ask('conversation:close', { ...change(id), outcome: 'answered', topicId: 'bygglov' });
    const { today } = await manager.fact('board:changed', (board) => board.today.closed === 1);
    expect(today).toMatchObject({ answered: 1, abandoned: 0, firstContactSolved: 1 });
    await agent.ask('availability:set', { availability: 'away', reason: 'lunch' });
    await manager.fact('board:changed', ({ agents }) =>
      agents.some((a) => a.id === 'agent-01' && a.availabilityReason === 'lunch'),
    );
    await agent.ask('availability:set', { availability: 'available' });
    expect(agent.told('board:changed')).toEqual([]);
    await manager.ask('board:leave', {});
  });

  it('[P7] a manager who looks on is written down, and nobody in the conversation sees it', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor);
    await agent.ask('conversation:claim', change(id));
    await agent.ask('conversation:resume', { conversationId: id, after: 0 });
    const before = (await relay.storage.load(id))?.seq;
    await manager.ask('conversation:resume', { conversationId: id, after: 0 });
    await manager.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(await auditOf(id)).toMatchObject([{ action: 'monitored', actorId: 'manager-1' }]);
    expect((await relay.storage.load(id))?.seq).toBe(before);
  });

  it('[P7] [H3] a whisper reaches the agent, never the visitor, and is written down', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor);
    await agent.ask('conversation:claim', change(id));
    await agent.ask('conversation:resume', { conversationId: id, after: 0 });
    const whisper = {
      ...change(id),
      kind: 'note' as const,
      text: 'Fråga om detaljplanen',
      toUserId: 'agent-01',
    };
    await manager.ask('message:send', whisper);
    expect(await agent.fact('note:addressed')).toEqual({
      conversationId: id,
      name: 'Enhetschef kontaktcenter',
    });
    expect(await agent.fact('message:sent', ({ id: one }) => one === whisper.id)).toMatchObject({
      kind: 'note',
      audience: 'staff',
      to: { id: 'agent-01' },
    });
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['whispered']);
    const seen = await visitor.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(JSON.stringify([seen, visitor.facts])).not.toContain('detaljplanen');
    expect(
      await manager.answer('message:send', { ...whisper, id: randomUUID(), toUserId: 'specialist-ubf' }),
    ).toMatchObject({
      error: { code: 'unknown_target' },
    });
  });

  it('a phone call is registered in one request, and counts', async () => {
    const call = {
      ...change(randomUUID()),
      siteId: 'ekhamra',
      channel: 'phone' as const,
      language: 'sv',
      topicId: 'bygglov',
      outcome: 'guided' as const,
      note: 'Frågade om uterum',
    };
    const { today } = await manager.ask('board:watch', {});
    const { conversation } = await agent.ask('contact:register', call);
    expect(conversation).toMatchObject({
      channel: 'phone',
      status: 'closed',
      departmentId: 'SBF',
      ownerId: 'agent-01',
    });
    // A retry is the same one (rule D2).
    expect((await agent.ask('contact:register', call)).conversation).toEqual(conversation);
    const board = await manager.fact('board:changed', (now) => now.today.closed > today.closed);
    expect(board.today).toMatchObject({
      closed: today.closed + 1,
      firstContactSolved: today.firstContactSolved + 1,
      answered: today.answered,
    });
    const { conversations } = await agent.ask('conversations:list', { box: 'closed', after: null });
    expect(conversations.map((entry) => entry.conversation.id)).toContain(conversation.id);
    expect(
      await agent.answer('contact:register', { ...call, ...change(randomUUID()), topicId: 'finns-inte' }),
    ).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'topicId' } },
    });
    const specialist = await relay.staff('specialist-sbf');
    expect(await specialist.answer('contact:register', { ...call, ...change(randomUUID()) })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
