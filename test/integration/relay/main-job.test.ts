import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire, VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const question = (conversationId: string, text = 'Behöver jag bygglov för ett uterum?') => ({
  conversationId,
  id: randomUUID(),
  text,
  language: 'sv',
  page: 'https://www.ekhamra.example/bygglov?q=hemligt#x',
  topicId: 'bygglov',
  departmentId: null,
  contact: null,
});
const change = (conversationId: string) => ({ conversationId, id: randomUUID() });

describe.each(storageKinds)('the main job on %s', (kind) => {
  let relay: TestRelay;
  let agent: StaffWire;
  let other: StaffWire;
  let specialist: StaffWire;
  let foreign: StaffWire;

  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    agent = await relay.staff('agent-01');
    other = await relay.staff('agent-02');
    specialist = await relay.staff('specialist-sbf');
    foreign = await relay.staff('specialist-ubf');
  });
  afterAll(() => relay.close());

  async function asked(visitor: VisitorWire): Promise<string> {
    const id = randomUUID();
    await visitor.ask('conversation:start', question(id));
    return id;
  }

  it('a citizen asks, an agent answers, a specialist joins, it is closed', async () => {
    const visitor = await relay.visitor();
    const id = randomUUID();
    const begun = await visitor.ask('conversation:start', question(id));
    expect(begun.conversation).toMatchObject({ status: 'queued', publicSeq: 1 });
    expect(begun.queue).toMatchObject({ place: 1 });

    const waiting = await agent.fact('conversation:changed', (fact) => fact.conversation.id === id);
    expect(waiting.conversation).toMatchObject({
      status: 'queued',
      page: 'https://www.ekhamra.example/bygglov',
      departmentId: 'SBF',
    });
    await agent.ask('conversation:resume', { conversationId: id, after: 0 });
    await agent.ask('conversation:claim', change(id));
    await visitor.fact('message:sent', (m) => m.kind === 'event' && m.event.type === 'assigned');
    await agent.ask('message:send', { ...change(id), kind: 'text', text: 'Hej! Jag frågar en handläggare.' });
    await agent.ask('message:send', { ...change(id), kind: 'note', text: 'Hemlig anteckning' });
    await agent.ask('handoff:request', {
      ...change(id),
      mode: 'join',
      departmentId: 'SBF',
      userId: null,
      question: 'Krävs lov?',
      reason: 'Utanför plan',
    });
    const { handoff } = await specialist.fact('handoff:changed', (fact) => fact.conversationId === id);
    const seen = await specialist.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(seen.messages.map((m) => m.seq)).toEqual([1, 2, 3, 4, 5]);
    await specialist.ask('handoff:accept', { ...change(id), handoffId: handoff.id });
    await specialist.ask('message:send', { ...change(id), kind: 'text', text: 'Ja, under 50 kvm.' });
    await specialist.ask('handoff:answer', { ...change(id), handoffId: handoff.id });
    await agent.ask('conversation:close', {
      ...change(id),
      outcome: 'answeredBySpecialist',
      topicId: 'bygglov',
    });
    await visitor.fact('message:sent', (m) => m.kind === 'event' && m.event.type === 'closed');
    const comment = 'Bra svar till mig, 19121212-1212';
    await visitor.ask('conversation:rate', { conversationId: id, scores: { ease: 5 }, comment });
    expect(await relay.storage.get('ratings', id)).toMatchObject({
      scores: { ease: 5 },
      comment: 'Bra svar till mig, ••••••-••••',
    });

    const all = await visitor.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(
      all.messages.map((m) => (m.kind === 'event' ? m.event.type : m.kind === 'text' ? m.text : m.kind)),
    ).toEqual([
      'Behöver jag bygglov för ett uterum?',
      'assigned',
      'Hej! Jag frågar en handläggare.',
      'specialistJoined',
      'Ja, under 50 kvm.',
      'specialistLeft',
      'closed',
    ]);
    // What the visitor was told at once is what it is told afresh, and there is no note in either.
    // (its own first text by the acknowledgement).
    expect([1, ...visitor.told('message:sent').map((m) => m.seq)]).toEqual(all.messages.map((m) => m.seq));
    expect(JSON.stringify([visitor.facts, all])).not.toMatch(/Hemlig|Krävs lov|Utanför plan/);
  });

  it('[D2] a retry has the same answer and appears once', async () => {
    const visitor = await relay.visitor();
    const id = randomUUID();
    const request = question(id);
    const first = await visitor.ask('conversation:start', request);
    const again = await visitor.ask('conversation:start', request);
    expect(again.messages).toEqual(first.messages);
    const text = { ...change(id), text: 'En sak till' };
    const answers = await Promise.all([1, 2, 3].map(() => visitor.ask('message:send', text)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { messages } = await visitor.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(messages).toHaveLength(2);
  });

  it('[D2] nobody answers for somebody else’s message id', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    await agent.ask('conversation:claim', change(id));
    const { message } = await visitor.ask('message:send', { ...change(id), text: 'Min' });
    const stolen = await agent.answer('message:send', {
      conversationId: id,
      id: message.id,
      kind: 'text',
      text: 'Din?',
    });
    expect(stolen).toMatchObject({ ok: false, error: { code: 'invalid_payload', data: { field: 'id' } } });
    await agent.ask('conversation:close', { ...change(id), outcome: 'answered', topicId: 'bygglov' });
  });

  it('[R2] of many claims one wins', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, i) => (i % 2 ? agent : other).answer('conversation:claim', change(id))),
    );
    expect(claims.filter((claim) => claim.ok)).toHaveLength(1);
    expect(claims.filter((claim) => !claim.ok && claim.error.code === 'already_claimed')).toHaveLength(9);
    await relay.storage.load(id);
    const winner = claims.findIndex((claim) => claim.ok) % 2 ? agent : other;
    await winner.ask('conversation:close', { ...change(id), outcome: 'spam', topicId: 'overigt' });
  });

  it('[H5] of two who accept one wins, and the other is told who', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    await agent.ask('conversation:claim', change(id));
    const { conversation } = await agent.ask('handoff:request', {
      ...change(id),
      mode: 'transfer',
      departmentId: 'SBF',
      userId: null,
      question: 'Vem?',
      reason: 'Två vill',
    });
    const handoffId = conversation.handoffs[0]!.id;
    const second = await relay.staff('specialist-sbf');
    const accepted = await Promise.all(
      [specialist, second].map((who) => who.answer('handoff:accept', { ...change(id), handoffId })),
    );
    expect(accepted.filter((answer) => answer.ok)).toHaveLength(1);
    expect(accepted.find((answer) => !answer.ok)).toMatchObject({
      error: { code: 'handoff_taken', data: { name: 'Handläggare SBF' } },
    });
    const { conversation: now } = await agent.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(now).toMatchObject({ ownerType: 'department', ownerId: 'specialist-sbf', hops: 1 });
    await specialist.ask('conversation:close', { ...change(id), outcome: 'answered', topicId: 'bygglov' });
  });

  it('a department that was not asked does not learn that it exists', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    const stranger = await relay.visitor();
    for (const answer of [
      await foreign.answer('conversation:resume', { conversationId: id, after: 0 }),
      await foreign.answer('message:send', { ...change(id), kind: 'note', text: 'Hej' }),
      await foreign.answer('messages:mark', { conversationId: id, delivered: 1, read: 1 }),
      await foreign.answer('typing:set', { conversationId: id, typing: true }),
      await stranger.answer('conversation:resume', { conversationId: id, after: 0 }),
      await stranger.answer('message:send', { ...change(id), text: 'Hej' }),
      await stranger.answer('conversation:end', change(id)),
    ]) {
      expect(answer).toEqual({ ok: false, error: { code: 'not_found', data: {} } });
    }
    expect(foreign.told('conversation:changed').filter((fact) => fact.conversation.id === id)).toEqual([]);
    expect(await foreign.answer('conversations:list', { box: 'queue', after: null })).toMatchObject({
      error: { code: 'forbidden' },
    });
    await visitor.ask('conversation:end', change(id));
  });

  it('[O2] a visitor who leaves the queue without contact details abandons it', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    await visitor.ask('conversation:end', change(id));
    const entry = await agent.fact(
      'conversation:changed',
      ({ conversation }) => conversation.id === id && !conversation.open,
    );
    expect(entry.conversation).toMatchObject({ outcome: 'abandoned', topicId: 'bygglov' });
  });

  it('[D5] marks tell the sender how far a message has come', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    await agent.ask('conversation:claim', change(id));
    await agent.ask('messages:mark', { conversationId: id, delivered: 99, read: 1 });
    const { marks } = await visitor.fact('marks:raised', (fact) => fact.conversationId === id);
    // It cannot have received what was not sent.
    expect(marks).toMatchObject({ staffDelivered: 2, staffRead: 1 });
    await agent.ask('conversation:close', { ...change(id), outcome: 'answered', topicId: 'bygglov' });
  });

  it('[D4] has everything after a restart, by sequence number', async () => {
    const visitor = await relay.visitor();
    const id = await asked(visitor);
    for (let i = 0; i < 5; i += 1) await visitor.ask('message:send', { ...change(id), text: `${i}` });
    await relay.restart();
    const back = await relay.visitor(visitor.cookie);
    const missed = await back.ask('conversation:resume', { conversationId: id, after: 3 });
    expect(missed.messages.map((m) => [m.prev, m.seq])).toEqual([
      [3, 4],
      [4, 5],
      [5, 6],
    ]);
    expect(missed.more).toBe(false);
  });
});
