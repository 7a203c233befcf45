import { randomUUID } from 'node:crypto';
import type { Site } from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StaffWire, VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

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

describe('routing', () => {
  let relay: TestRelay;
  beforeEach(async () => {
    relay = await TestRelay.start();
  });
  afterEach(() => relay.close());

  const site = async (set: Partial<Site>): Promise<void> => {
    await relay.storage.update('sites', 'ekhamra', set);
    // What a relay knows of settings holds for five seconds.
    relay.clock.ahead += 6_000;
  };
  const user = (id: string, set: object) => relay.storage.update('users', id, set);
  const offerTo = (wire: StaffWire, id: string, user: string) =>
    wire.fact(
      'conversation:changed',
      ({ conversation }) => conversation.id === id && conversation.offer?.user.id === user,
    );

  let wires: StaffWire[] = [];
  const wire = (i: number): StaffWire => {
    const found = wires[i];
    if (!found) throw new Error('nobody is signed in');
    return found;
  };
  async function withAgents(n: number): Promise<VisitorWire> {
    wires = await Promise.all(Array.from({ length: n }, (_, i) => relay.staff(`agent-0${i + 1}`)));
    return relay.visitor();
  }

  it('[R1] lunch takes one agent out, and closes the chat only when it was the last', async () => {
    const visitor = await withAgents(2);
    const [one, two] = [wire(0), wire(1)];
    await one.ask('availability:set', { availability: 'away', reason: 'lunch' });
    const gone = await two.fact(
      'colleague:changed',
      ({ id, availability }) => id === 'agent-01' && availability === 'away',
    );
    expect(gone).toMatchObject({ availabilityReason: 'lunch', present: true });
    expect(
      (
        await visitor.ask('conversation:start', {
          ...change(randomUUID()),
          text: 'Hej',
          language: 'sv',
          page: null,
          topicId: null,
          departmentId: null,
          contact: null,
        })
      ).conversation.status,
    ).toBe('queued');
    await two.ask('availability:set', { availability: 'away', reason: 'meeting' });
    expect(await visitor.fact('offer:changed', ({ chat }) => !chat)).toMatchObject({ reason: 'noAgent' });
    await two.ask('availability:set', { availability: 'available' });
    expect(
      await two.fact(
        'colleague:changed',
        ({ id, availability }) => id === 'agent-02' && availability === 'available',
      ),
    ).toMatchObject({ availabilityReason: null });
  });

  it('[R2] automatic: offers to who knows it; a missed offer goes on; who misses again and again is away', async () => {
    await site({ routing: 'automatic', offerMs: 30_000 });
    // agent-03 and agent-06 know SBF
    await withAgents(3);
    const other = await relay.staff('agent-06');
    await user('agent-03', { missedOffers: 2 });
    const id = await asks(await relay.visitor());
    const first = await offerTo(other, id, 'agent-03');
    expect(first.conversation).toMatchObject({ status: 'queued', ownerType: 'queue' });
    expect(await other.answer('conversation:claim', change(id))).toMatchObject({
      error: { code: 'already_claimed', data: { name: 'Samhällsvägledare 3' } },
    });
    // In two steps, each shorter than somebody is there without a sign: a job that is under way meets nobody gone.
    for (let i = 0; i < 2; i += 1) {
      relay.clock.ahead += 15_000;
      await relay.sweep();
    }
    await offerTo(other, id, 'agent-06');
    expect(
      await wire(2).fact('colleague:changed', (c) => c.id === 'agent-03' && c.availability === 'away'),
    ).toMatchObject({ availabilityReason: 'missedOffers' });
    await other.ask('conversation:decline', change(id));
    const { conversation } = await other.fact(
      'conversation:changed',
      ({ conversation: c }) => c.id === id && /agent-0[12]/.test(c.offer?.user.id ?? ''),
    );
    expect(conversation.offersMissed).toEqual(['agent-03', 'agent-06']);
    const asked = conversation.offer?.user.id === 'agent-01' ? wire(0) : wire(1);
    expect((await asked.ask('conversation:claim', change(id))).conversation).toMatchObject({
      offer: null,
      status: 'assigned',
    });
  });

  it('[R2] a manager gives a conversation to an agent, and takes it over; an agent may not', async () => {
    const visitor = await withAgents(2);
    const manager = await relay.staff('manager-1');
    const id = await asks(visitor);
    expect(await wire(0).answer('conversation:assign', { ...change(id), userId: 'agent-02' })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await manager.answer('conversation:assign', { ...change(id), userId: 'agent-06' })).toMatchObject({
      error: { code: 'unknown_target' },
    });
    await manager.ask('conversation:assign', { ...change(id), userId: 'agent-02' });
    await visitor.fact(
      'message:sent',
      (m) => m.kind === 'event' && m.event.type === 'assigned' && m.event.name === 'Samhällsvägledare 2',
    );
    await manager.ask('conversation:assign', { ...change(id), userId: 'manager-1' });
    const { conversation } = await visitor.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(conversation.staff).toEqual([{ name: 'Enhetschef kontaktcenter', departmentId: null }]);
  });

  it('[R2] the agent who had the visitor before is offered its next question', async () => {
    await site({ routing: 'automatic' });
    await withAgents(3);
    const visitor = await relay.visitor();
    const first = await asks(visitor);
    await offerTo(wire(0), first, 'agent-03');
    const manager = await relay.staff('manager-1');
    await manager.ask('conversation:assign', { ...change(first), userId: 'agent-01' });
    await wire(0).ask('conversation:close', { ...change(first), outcome: 'answered', topicId: 'bygglov' });
    const next = await asks(visitor);
    expect((await offerTo(wire(0), next, 'agent-01')).conversation).toMatchObject({
      previousAgentId: 'agent-01',
    });
  });
});
