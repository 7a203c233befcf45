import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffWire, VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const change = (conversationId: string) => ({ conversationId, id: randomUUID() });

describe.each(storageKinds)('secrecy on %s', { timeout: 30_000 }, (kind) => {
  let relay: TestRelay;
  let agent: StaffWire;
  let other: StaffWire;
  let manager: StaffWire;
  let specialist: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    await relay.storage.update('departments', 'SOF', { secrecy: 'strict' });
    for (const id of ['agent-01', 'agent-02']) await relay.storage.update('users', id, { capacity: 99 });
    [agent, other, manager, specialist] = (await Promise.all(
      ['agent-01', 'agent-02', 'manager-1', 'specialist-sbf'].map((user) => relay.staff(user)),
    )) as [StaffWire, StaffWire, StaffWire, StaffWire];
  });
  afterAll(() => relay.close());

  async function asks(visitor: VisitorWire, text: string, over: object = {}): Promise<string> {
    const conversationId = randomUUID();
    const question = { ...change(conversationId), text, language: 'sv', page: null, topicId: null };
    await visitor.ask('conversation:start', { ...question, departmentId: null, contact: null, ...over });
    return conversationId;
  }
  const heard = (wire: StaffWire): string => JSON.stringify(wire.facts);
  /** Everything that was told before this has arrived. */
  const arrived = (wire: StaffWire) => wire.ask('conversations:list', { box: 'mine', after: null });

  it('[P6] what is about a strict department is secret from the first word, and whoever claims it reads it', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor, 'Jag är rädd hemma', { departmentId: 'SOF' });
    const { conversation } = await other.fact('conversation:changed', (fact) => fact.conversation.id === id);
    expect(conversation).toMatchObject({
      secret: true,
      status: 'queued',
      visitorId: '',
      excerpt: { text: '' },
    });
    expect(await other.answer('conversation:resume', { conversationId: id, after: 0 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    const claimed = await agent.ask('conversation:claim', change(id));
    expect(claimed.conversation.excerpt.text).toBe('Jag är rädd hemma');
    await agent.ask('conversation:resume', { conversationId: id, after: 0 });
    await visitor.ask('message:send', { ...change(id), text: 'Kan någon ringa?' });
    await agent.fact('message:sent', (m) => m.kind === 'text' && m.text === 'Kan någon ringa?');
    await Promise.all([other, manager, specialist].map(arrived));
    for (const wire of [other, manager, specialist])
      expect(heard(wire)).not.toMatch(/rädd hemma|någon ringa/);
  });

  it('[P6] whoever had it open hears no more once it is marked, nor once it is no longer theirs', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor, 'Vanlig fråga');
    await agent.ask('conversation:claim', change(id));
    await other.ask('conversation:resume', { conversationId: id, after: 0 });
    await visitor.ask('message:send', { ...change(id), text: 'Ännu öppet' });
    await other.fact('message:sent', (m) => m.kind === 'text' && m.text === 'Ännu öppet');
    await agent.ask('conversation:mark-secret', { ...change(id), secret: true, protectedIdentity: false });
    await visitor.ask('message:send', { ...change(id), text: 'Nu hemligt' });
    await visitor.ask('typing:set', { conversationId: id, typing: true });
    await agent.fact('message:sent', (m) => m.kind === 'text' && m.text === 'Nu hemligt');
    const typing = other.told('typing:changed').length;
    // Given back, it is nobody's to read: not even the one's who had it.
    const { conversation } = await agent.ask('conversation:release', change(id));
    expect(conversation.excerpt.text).toBe('');
    await visitor.ask('message:send', { ...change(id), text: 'Till den som tar den' });
    await visitor.ask('typing:set', { conversationId: id, typing: false });
    await Promise.all([agent, other, specialist].map(arrived));
    expect(heard(agent)).not.toContain('Till den som tar den');
    expect(heard(other)).not.toMatch(/Nu hemligt|Till den som tar den/);
    expect(heard(specialist)).not.toContain(id);
    expect(other.told('typing:changed')).toHaveLength(typing);
  });

  it('a specialist who said no hears no more, of an ordinary one neither', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor, 'Bygglov?');
    await agent.ask('conversation:claim', change(id));
    const { conversation } = await agent.ask('handoff:request', {
      ...change(id),
      mode: 'join',
      departmentId: 'SBF',
      userId: null,
      question: 'Lov?',
      reason: 'Plan',
    });
    await specialist.ask('conversation:resume', { conversationId: id, after: 0 });
    const [handoff] = conversation.handoffs;
    await specialist.ask('handoff:decline', {
      ...change(id),
      handoffId: handoff?.id ?? '',
      reason: 'Inte vi',
    });
    await visitor.ask('message:send', { ...change(id), text: 'Efter avslaget' });
    await arrived(specialist);
    expect(heard(specialist)).not.toContain('Efter avslaget');
  });

  it('[P6] how to reach a visitor under protected identity is the owner’s alone', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor, 'Får jag bygga?', { contact: { email: 'gomd@example.se' } });
    await agent.ask('conversation:claim', change(id));
    const before = specialist.facts.length;
    await agent.ask('conversation:mark-secret', { ...change(id), secret: false, protectedIdentity: true });
    await agent.ask('handoff:request', {
      ...change(id),
      mode: 'join',
      departmentId: 'SBF',
      userId: null,
      question: 'Lov?',
      reason: 'Plan',
    });
    const { handoff } = await specialist.fact('handoff:changed', (fact) => fact.conversationId === id);
    await specialist.ask('handoff:accept', { ...change(id), handoffId: handoff.id });
    await visitor.ask('contact:leave', { ...change(id), contact: { phone: '070-123 45 67' } });
    const seen = await specialist.ask('conversation:resume', { conversationId: id, after: 0 });
    const list = await specialist.ask('conversations:list', { box: 'handoffs', after: null });
    expect(seen.messages[0]).toMatchObject({ kind: 'text', text: 'Får jag bygga?' });
    expect(seen.conversation).toMatchObject({ secret: true, protectedIdentity: true, contact: null });
    expect(JSON.stringify([seen, list, specialist.facts.slice(before)])).not.toMatch(/gomd@|070-123/);
    const own = await agent.ask('conversation:resume', { conversationId: id, after: 0 });
    expect(own.conversation.contact).toEqual({ phone: '070-123 45 67' });
    expect(heard(agent)).toContain('070-123');
  });

  it('[P6] [P7] breaking the glass needs a reason, is logged before anything is read, and stands in the conversation', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor, 'Om min son', { departmentId: 'SOF' });
    await agent.ask('conversation:claim', change(id));
    const resume = { conversationId: id, after: 0 };
    expect(await manager.answer('conversation:resume', resume)).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await manager.answer('conversation:break-glass', { ...change(id), reason: '  ' })).toMatchObject({
      error: { code: 'invalid_payload' },
    });
    const { conversation } = await manager.ask('conversation:break-glass', {
      ...change(id),
      reason: 'Klagomål, 19121212-1212',
    });
    expect(conversation.excerpt.text).toBe('Om min son');
    expect((await manager.ask('conversation:resume', resume)).messages[0]).toMatchObject({
      text: 'Om min son',
    });
    const { docs } = await relay.storage.find('audit', {
      index: 'bySubject',
      equals: { subjectId: id },
      limit: 9,
    });
    expect(docs.map(({ action }) => action)).toEqual(['glassBroken', 'monitored']);
    expect(docs[0]).toMatchObject({
      actorId: 'manager-1',
      reason: expect.stringContaining('Klagomål') as string,
    });
    expect(JSON.stringify(docs)).not.toContain('1212-1212');
    await agent.fact('conversation:changed', (fact) =>
      fact.conversation.glass.some(({ user }) => user.id === 'manager-1'),
    );
    const own = await agent.ask('conversation:resume', resume);
    expect(own.messages.at(-1)).toMatchObject({ kind: 'event', event: { type: 'glassBroken' } });
    expect(JSON.stringify(await visitor.ask('conversation:resume', resume))).not.toContain('Klagomål');
  });

  it('[P6] a broken glass is whole again after four hours: nothing more is answered or told', async () => {
    const visitor = await relay.visitor();
    const id = await asks(visitor, 'Om glaset', { departmentId: 'SOF' });
    await agent.ask('conversation:claim', change(id));
    const { conversation } = await manager.ask('conversation:break-glass', {
      ...change(id),
      reason: 'Tillsyn',
    });
    const until = conversation.glass[0]?.until ?? 0;
    expect(Math.round((until - Date.now()) / 3_600_000)).toBe(4);
    await manager.ask('conversation:resume', { conversationId: id, after: 0 });
    relay.clock.ahead = until - Date.now() - 60_000;
    await relay.sweep();
    expect(await manager.answer('conversation:resume', { conversationId: id, after: 0 })).toMatchObject({
      ok: true,
    });
    relay.clock.ahead = until - Date.now() + 60_000;
    await relay.sweep();
    relay.clock.ahead = 0;
    const gone = await manager.fact(
      'conversation:changed',
      (fact) => fact.conversation.id === id && fact.conversation.glass.length === 0,
    );
    expect(gone.conversation.excerpt.text).toBe('');
    expect(await manager.answer('conversation:resume', { conversationId: id, after: 0 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    await visitor.ask('message:send', { ...change(id), text: 'Efter fyra timmar' });
    await arrived(manager);
    expect(heard(manager)).not.toContain('Efter fyra timmar');
  });

  it('[P7] reading what is another’s is written down, once for each person and day; what is secret always', async () => {
    const read = async (id: string) => {
      const about = { index: 'bySubject', equals: { subjectId: id }, limit: 9 } as const;
      return (await relay.storage.find('audit', about)).docs.map((doc) => [doc.actorId, doc.action]);
    };
    const plain = await asks(await relay.visitor(), 'Vanlig');
    await agent.ask('conversation:claim', change(plain));
    for (const wire of [agent, other, other])
      await wire.ask('conversation:resume', { conversationId: plain, after: 0 });
    expect(await read(plain)).toEqual([['agent-02', 'conversationRead']]);
    const hidden = await asks(await relay.visitor(), 'Hemlig', { departmentId: 'SOF' });
    await agent.ask('conversation:claim', change(hidden));
    for (const wire of [agent, agent])
      await wire.ask('conversation:resume', { conversationId: hidden, after: 0 });
    expect(await read(hidden)).toEqual([['agent-01', 'conversationRead']]);
  });

  it('[P6] a conversation handed to a strict department is secret from then on', async () => {
    const id = await asks(await relay.visitor(), 'Kan jag få stöd?');
    await agent.ask('conversation:claim', change(id));
    const { conversation } = await agent.ask('handoff:request', {
      ...change(id),
      mode: 'consult',
      departmentId: 'SOF',
      userId: null,
      question: 'Stöd?',
      reason: 'Oro',
    });
    expect(conversation.secret).toBe(true);
    expect(await other.answer('conversation:resume', { conversationId: id, after: 0 })).toMatchObject({
      error: { code: 'forbidden' },
    });
  });
});
