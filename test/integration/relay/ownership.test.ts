import { randomUUID } from 'node:crypto';
import { firstContactSolved } from '@lotsa/core';
import { fail } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StaffWire, VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const MINUTE = 60_000;
const change = (conversationId: string) => ({ conversationId, id: randomUUID() });

async function asks(visitor: VisitorWire, over: object = {}): Promise<string> {
  const conversationId = randomUUID();
  await visitor.ask('conversation:start', {
    ...change(conversationId),
    text: 'Behöver jag bygglov?',
    language: 'sv',
    page: null,
    topicId: 'bygglov',
    departmentId: null,
    contact: null,
    ...over,
  });
  return conversationId;
}

describe('ownership', () => {
  let relay: TestRelay;
  let agent: StaffWire;
  beforeEach(async () => {
    relay = await TestRelay.start();
    agent = await relay.staff('agent-01');
  });
  afterEach(() => relay.close());

  async function later(ms: number): Promise<void> {
    relay.clock.ahead += ms;
    await relay.sweep();
  }
  const stored = async (id: string) => {
    const conversation = await relay.storage.load(id);
    if (!conversation) throw new Error('it is gone');
    return conversation;
  };
  const handoffOf = async (id: string, over: object = {}) => {
    const answer = await agent.ask('handoff:request', {
      ...change(id),
      mode: 'join',
      departmentId: 'SBF',
      userId: null,
      question: 'Krävs lov?',
      reason: 'Utanför plan',
      ...over,
    });
    const handoff = answer.conversation.handoffs.at(-1);
    if (!handoff) throw new Error('no hand-off');
    return { ...answer, handoff };
  };

  it('[P6] a visitor’s earlier conversations are told to who may read them, and to nobody else', async () => {
    const visitor = await relay.visitor();
    const first = await asks(visitor);
    await agent.ask('conversation:claim', change(first));
    await agent.ask('conversation:close', { ...change(first), outcome: 'answered', topicId: 'bygglov' });
    const secret = await asks(visitor, { topicId: 'skola' });
    await agent.ask('conversation:claim', change(secret));
    await agent.ask('conversation:mark-secret', {
      ...change(secret),
      secret: true,
      protectedIdentity: false,
    });
    await agent.ask('conversation:close', { ...change(secret), outcome: 'answered', topicId: 'skola' });
    await asks(await relay.visitor());
    const second = await asks(visitor);
    const earlier = async (wire: StaffWire, conversationId: string) =>
      (await wire.ask('conversations:earlier', { conversationId })).conversations.map(({ id }) => id);
    // Its owner reads the secret one; a colleague is not even told that it exists.
    expect(await earlier(agent, second)).toEqual([secret, first]);
    const colleague = await relay.staff('agent-02');
    expect(await earlier(colleague, second)).toEqual([first]);
    expect(await earlier(colleague, first)).toEqual([]);
    // What was registered by hand has no visitor in common with anything.
    const call = { siteId: 'ekhamra', channel: 'phone' as const, language: 'sv', topicId: 'bygglov' };
    for (const at of [change(randomUUID()), change(randomUUID())]) {
      await agent.ask('contact:register', { ...at, ...call, outcome: 'guided', note: null });
      expect(await earlier(agent, at.conversationId)).toEqual([]);
    }
    const specialist = await relay.staff('specialist-sbf');
    await agent.ask('conversation:claim', change(second));
    await handoffOf(second);
    expect(await earlier(specialist, second)).toEqual([]);
    const other = await relay.staff('specialist-ubf');
    expect(await other.answer('conversations:earlier', { conversationId: second })).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('[O2] a question whose visitor left the queue is abandoned after the site’s time, and a case with contact details', async () => {
    const [gone, waits, reachable] = [await relay.visitor(), await relay.visitor(), await relay.visitor()];
    const ids = [await asks(gone), await asks(waits), await asks(reachable)] as const;
    await reachable.ask('contact:leave', { ...change(ids[2]), contact: { email: 'kim@example.se' } });
    gone.close();
    reachable.close();
    await expect.poll(() => relay.sockets('visitor')).toBe(1);
    // The site's 30 minutes, and the minute that "seen" is exact to.
    await later(30 * MINUTE);
    expect((await stored(ids[0])).status).toBe('queued');
    await later(3 * MINUTE);
    expect(await stored(ids[0])).toMatchObject({
      status: 'closed',
      outcome: 'abandoned',
      topicId: 'bygglov',
    });
    expect((await stored(ids[1])).status).toBe('queued');
    expect(await stored(ids[2])).toMatchObject({ status: 'closed', outcome: 'caseRegistered' });
  });

  it('[O2] a visitor who left with an agent on it is the agent’s', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor);
    await agent.ask('conversation:claim', change(id));
    visitor.close();
    await expect.poll(() => relay.sockets('visitor')).toBe(0);
    await later(60 * MINUTE);
    expect(await stored(id)).toMatchObject({ status: 'assigned', ownerId: 'agent-01' });
  });

  it('[O3] an agent who is gone keeps its conversations for the grace period, then they come first in the queue', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor);
    await agent.ask('conversation:claim', change(id));
    const other = await relay.staff('agent-02');
    const waiting = await asks(await relay.visitor());
    agent.close();
    await expect.poll(() => relay.sockets('staff')).toBe(1);
    // Present for 25 s after the last heartbeat, and 60 s of the site's grace.
    await later(80_000);
    expect(await stored(id)).toMatchObject({ status: 'assigned', ownerId: 'agent-01' });
    await later(20_000);
    expect(await stored(id)).toMatchObject({ status: 'queued', priority: 0, owner: null });
    const { conversations } = await other.ask('conversations:list', { box: 'queue', after: null });
    expect(conversations.map(({ conversation }) => conversation.id)).toEqual([id, waiting]);
    await visitor.fact('message:sent', (m) => m.kind === 'event' && m.event.type === 'returned');
    expect(await visitor.fact('queue:moved', (fact) => fact.conversationId === id)).toMatchObject({
      place: 1,
    });
  });

  it('[O3] an agent who stays loses nothing, however long nothing could be written', async () => {
    const id = await asks(await relay.visitor());
    await agent.ask('conversation:claim', change(id));
    await later(10 * MINUTE);
    expect(await stored(id)).toMatchObject({ ownerId: 'agent-01' });
  });

  it('[O5] the same visitor back on the same topic: linked, and the first contact did not solve it', async () => {
    const visitor = await relay.visitor();
    const first = await asks(visitor);
    await agent.ask('conversation:claim', change(first));
    await agent.ask('conversation:close', { ...change(first), outcome: 'answered', topicId: 'bygglov' });
    expect(firstContactSolved(await stored(first))).toBe(true);
    const second = await asks(visitor);
    expect(await stored(second)).toMatchObject({ reopens: first });
    expect(await stored(first)).toMatchObject({ reopenedBy: second, status: 'closed' });
    expect(firstContactSolved(await stored(first))).toBe(false);
    // The visitor is told nothing of it.
    expect(
      (await visitor.ask('conversation:resume', { conversationId: first, after: 0 })).messages,
    ).toHaveLength(3);
  });

  it('[O5] also when only the agent found out what it was about; not on another topic', async () => {
    const visitor = await relay.visitor();
    const ended = async (topicId: string) => {
      const id = await asks(visitor, { topicId: null });
      await agent.ask('conversation:claim', change(id));
      await agent.ask('conversation:close', { ...change(id), outcome: 'answered', topicId });
      return id;
    };
    const first = await ended('bygglov');
    const other = await ended('overigt');
    expect(await stored(other)).toMatchObject({ reopens: null });
    const back = await ended('bygglov');
    expect(await stored(back)).toMatchObject({ reopens: first });
    expect(await stored(first)).toMatchObject({ reopenedBy: back });
  });

  it('[O3] what could not be returned while the storage was away is returned afterwards', async () => {
    const id = await asks(await relay.visitor());
    await agent.ask('conversation:claim', change(id));
    agent.close();
    await vi.waitFor(async () => expect(await relay.sockets('staff')).toBe(0));
    relay.clock.ahead += 10 * MINUTE;
    const append = relay.storage.append.bind(relay.storage);
    relay.storage.append = () => Promise.reject(fail('storage_unavailable', {}));
    await expect(relay.sweep()).rejects.toMatchObject({ answer: { code: 'storage_unavailable' } });
    relay.storage.append = append;
    await relay.sweep();
    expect(await stored(id)).toMatchObject({ status: 'queued' });
  });

  it('[O6] [H2] a deadline that passes alerts the owner, then the manager', async () => {
    const manager = await relay.staff('manager-1');
    await relay.staff('specialist-sbf');
    const id = await asks(await relay.visitor());
    await agent.ask('conversation:claim', change(id));
    const { handoff } = await handoffOf(id);
    relay.clock.ahead += handoff.deadline - Date.now() - relay.clock.ahead;
    await relay.sweep();
    const told = await agent.fact('handoff:changed', (fact) => fact.handoff.state === 'expired');
    expect(told.handoff).toMatchObject({ id: handoff.id, alerted: 'owner' });
    expect(manager.told('handoff:changed')).toEqual([]);
    await later(61 * MINUTE);
    expect((await manager.fact('handoff:changed')).handoff).toMatchObject({
      id: handoff.id,
      alerted: 'manager',
    });
    await later(61 * MINUTE);
    expect(manager.told('handoff:changed')).toHaveLength(1);
  });

  it('hands all over at the end of the shift: to a colleague who is there, or to the queue', async () => {
    const other = await relay.staff('agent-02');
    const ids = [await asks(await relay.visitor()), await asks(await relay.visitor())];
    for (const id of ids) await agent.ask('conversation:claim', change(id));
    const handOver = { id: randomUUID(), userId: 'agent-03' };
    expect(await agent.answer('conversations:hand-over', handOver)).toMatchObject({
      error: { code: 'unknown_target' },
    });
    expect(await agent.ask('conversations:hand-over', { id: randomUUID(), userId: 'agent-02' })).toEqual({
      moved: 2,
    });
    for (const id of ids) expect(await stored(id)).toMatchObject({ ownerId: 'agent-02' });
    await other.fact('conversation:changed', ({ conversation }) => conversation.ownerId === 'agent-02');
    expect(await other.ask('conversations:hand-over', { id: randomUUID(), userId: null })).toEqual({
      moved: 2,
    });
    for (const id of ids) expect(await stored(id)).toMatchObject({ status: 'queued', priority: 0 });
  });

  it('[H1] [H4] by skill, to several at once, and says whether anybody who is asked is there', async () => {
    const id = await asks(await relay.visitor());
    await agent.ask('conversation:claim', change(id));
    expect(await handoffOf(id, { mode: 'consult' })).toMatchObject({ presentNow: false });
    const specialist = await relay.staff('specialist-sbf');
    const other = await relay.staff('specialist-ubf');
    expect(await handoffOf(id, { mode: 'consult' })).toMatchObject({ presentNow: true });
    const bySkill = await handoffOf(id, { mode: 'consult', skill: 'UBF' });
    expect(bySkill.presentNow).toBe(true);
    expect((await other.fact('handoff:changed')).handoff).toMatchObject({
      id: bySkill.handoff.id,
      skill: 'UBF',
    });
    const box = async (wire: StaffWire) =>
      (await wire.ask('conversations:list', { box: 'handoffs', after: null })).conversations.length;
    expect([await box(specialist), await box(other)]).toEqual([1, 1]);
    await other.ask('handoff:accept', { ...change(id), handoffId: bySkill.handoff.id });
    expect(
      (await other.ask('conversation:resume', { conversationId: id, after: 0 })).messages.length,
    ).toBeGreaterThan(3);
  });

  it('[H6] the third hand-off waits for a manager; those to be asked hear nothing before', async () => {
    const manager = await relay.staff('manager-1');
    const specialist = await relay.staff('specialist-sbf');
    const id = await asks(await relay.visitor());
    await agent.ask('conversation:claim', change(id));
    await handoffOf(id);
    await handoffOf(id);
    const third = await handoffOf(id);
    expect(third.handoff.state).toBe('needsApproval');
    expect((await manager.fact('handoff:changed')).handoff).toMatchObject({ id: third.handoff.id });
    const approve = { ...change(id), handoffId: third.handoff.id };
    expect(await agent.answer('handoff:approve', approve)).toMatchObject({ error: { code: 'forbidden' } });
    expect(specialist.told('handoff:changed').map(({ handoff }) => handoff.id)).not.toContain(
      third.handoff.id,
    );
    await manager.ask('handoff:approve', approve);
    await specialist.fact(
      'handoff:changed',
      ({ handoff }) => handoff.id === third.handoff.id && handoff.state === 'requested',
    );
    await specialist.ask('handoff:accept', { ...change(id), handoffId: third.handoff.id });
    expect((await stored(id)).hops).toBe(1);
  });
});
