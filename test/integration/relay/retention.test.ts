import { randomUUID } from 'node:crypto';
import type { Conversation, RecordClass, RetentionRule, SubjectRequest } from '@lotsa/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../apps/relay/audit/chain.ts';
import { eraseConversation } from '../../../apps/relay/retention/erase-conversation.ts';
import { proofOf } from '../../../apps/relay/retention/run.ts';
import { type StaffWire, visit, visitorSocket } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';
import { openingBy, writing } from '../../support/written-conversation.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SECRET_WORDS = 'Min granne heter Kim';

describe.each(storageKinds)('retention on %s', { timeout: 60_000 }, (kind) => {
  let relay: TestRelay;
  let admin: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    const like = (await relay.storage.get('users', 'agent-01'))!;
    await relay.storage.insert('users', [{ ...like, id: 'admin-1', role: 'administrator' }]);
    admin = await relay.staff('admin-1');
  });
  afterAll(() => relay.close());

  /** A closed conversation, so many days old, with a rating and a passage. */
  async function closed(recordClass: RecordClass, daysAgo: number): Promise<Conversation> {
    const visitorId = randomUUID();
    const now = Date.now() - daysAgo * DAY_MS;
    const say = writing(relay.storage, now);
    await say(
      { type: 'visitor', visitorId },
      { type: 'start', opening: openingBy(visitorId), text: SECRET_WORDS },
    );
    const close = { type: 'close', outcome: 'answered', topicId: 'bygglov', recordClass } as const;
    const { conversation } = await say({ type: 'system' }, close);
    await relay.storage.insert('ratings', [
      {
        id: conversation.id,
        siteId: 'ekhamra',
        at: now,
        scores: { nojd: 4 },
        comment: SECRET_WORDS,
        commented: 1,
        linked: 1,
      },
    ]);
    return conversation;
  }

  async function decideRule(id: string, over: Partial<RetentionRule> = {}): Promise<void> {
    await relay.storage.update('retentionRules', id, { decision: 'KS 2026/1 § 2', inForce: true, ...over });
  }
  async function rest(): Promise<void> {
    const { docs } = await relay.storage.find('retentionRules', { index: 'all', limit: 100 });
    for (const { id } of docs) await relay.storage.update('retentionRules', id, { inForce: false });
  }

  it('[P4] without a decision nothing is erased, and the preview changes nothing', async () => {
    const old = await closed('minor', 61);
    await closed('minor', 59);
    const { rules } = await admin.ask('retention:preview', {});
    const general = rules.find(({ rule }) => rule.id === 'chat-general')!;
    expect(general).toMatchObject({ acts: false, due: 1, held: 0 });
    expect(general.examples).toEqual([{ id: old.id, at: old.closedAt, held: false }]);
    expect(JSON.stringify(rules)).not.toContain(SECRET_WORDS);
    await admin.ask('retention:run', {});
    expect(await relay.storage.load(old.id)).toBeDefined();
  });

  it('[P4] a run erases what is due and nothing else, passes a held one over, and proves it without contents', async () => {
    const [due, held, young] = [
      await closed('minor', 70),
      await closed('minor', 80),
      await closed('minor', 10),
    ];
    const others = await Promise.all(
      (['case', 'register', 'abusive', 'none'] as const).map((recordClass) => closed(recordClass, 900)),
    );
    const of = { type: 'conversation', id: held.id } as const;
    await admin.ask('hold:set', { of, reason: 'Överklagat' });
    await decideRule('chat-general');
    const done = await admin.ask('retention:run', {});
    expect(done).toMatchObject({ held: 1, more: false });
    expect(await relay.storage.load(due.id)).toBeUndefined();
    for (const kept of [held, young, ...others])
      expect([kept.recordClass, await relay.storage.load(kept.id)]).toEqual([kept.recordClass, kept]);
    // The score lives on, and neither its comment nor whose it was.
    expect(await relay.storage.get('ratings', due.id)).toBeUndefined();
    const { entries } = await admin.ask('retention:log', { after: null });
    const proof = entries.find(({ ids }) => ids.includes(proofOf(due.id)))!;
    expect(proof).toMatchObject({
      state: 'done',
      ruleId: 'chat-general',
      decision: 'KS 2026/1 § 2',
      by: { id: 'admin-1' },
    });
    expect(JSON.stringify(entries)).not.toContain(due.id);
    expect(JSON.stringify(entries)).not.toContain(SECRET_WORDS);
    await admin.ask('hold:lift', { of, reason: 'Avgjort' });
    await admin.ask('retention:run', {});
    expect(await relay.storage.load(held.id)).toBeUndefined();
    await rest();
  });

  it('[P4] what is to be transferred waits until it was', async () => {
    const record = await closed('register', 3);
    await decideRule('chat-to-register');
    await admin.ask('retention:run', {});
    const id = `conversation:${record.id}`;
    expect(await relay.storage.get('registrations', id)).toMatchObject({ state: 'waiting' });
    expect(await relay.storage.load(record.id)).toBeDefined();
    await relay.storage.update('registrations', id, { state: 'transferred' });
    await admin.ask('retention:run', {});
    expect(await relay.storage.load(record.id)).toBeUndefined();
    expect(await relay.storage.get('registrations', id)).toMatchObject({ state: 'erased' });
    await rest();
  });

  it('[P4] survey answers lose comment and conversation, and keep their scores', async () => {
    const { id } = await closed('none', 31);
    await decideRule('survey');
    await admin.ask('retention:run', {});
    expect(await relay.storage.get('ratings', id)).toBeUndefined();
    const { docs } = await relay.storage.find('ratings', {
      index: 'bySite',
      equals: { siteId: 'ekhamra' },
      limit: 1_000,
    });
    const old = docs.filter(({ at }) => at < Date.now() - 30 * DAY_MS);
    expect(old.length).toBeGreaterThan(0);
    for (const rating of old) expect(rating).toMatchObject({ scores: { nojd: 4 }, comment: null });
    await rest();
  });

  it('[P4] [S1] a request about one’s own data goes when its time is out, and never before it was answered', async () => {
    const request = (id: string, decidedAt: number | null): SubjectRequest => ({
      id,
      kind: 'access',
      state: decidedAt === null ? 'open' : 'done',
      name: 'Kim Ek',
      replyTo: '',
      language: 'sv',
      receivedAt: Date.now() - 900 * DAY_MS,
      deadline: Date.now() - 870 * DAY_MS,
      extended: null,
      identity: 'known',
      identityNote: '',
      terms: [],
      note: '',
      outcome: null,
      grounds: [],
      answer: null,
      decidedAt,
      decidedBy: null,
      acts: [],
      revision: 1,
    });
    const docs = [
      request('old', Date.now() - 800 * DAY_MS),
      request('young', Date.now() - 700 * DAY_MS),
      request('waits', null),
    ];
    await relay.storage.insert('subjectRequests', docs);
    await decideRule('subject-request');
    await admin.ask('retention:run', {});
    const left = await Promise.all(docs.map(({ id }) => relay.storage.get('subjectRequests', id)));
    expect(left.map((doc) => doc?.id)).toEqual([undefined, 'young', 'waits']);
    await rest();
  });

  it('[P4] an erasing that was cut off after its first steps is finished by the next run', async () => {
    const record = await closed('minor', 90);
    const parts = { ...relayParts(), files: { erase: async () => undefined } };
    const storage = relay.storage;
    // The power goes when everything around the conversation is gone, and itself is not.
    const broken = new Proxy(storage, {
      get: (target, name) => {
        if (name === 'erase') return () => Promise.reject(new Error('no power'));
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
    await expect(
      eraseConversation({ ...parts, context: { storage: broken } } as never, record.id),
    ).rejects.toThrow('no power');
    expect(await storage.load(record.id)).toEqual(record);
    await decideRule('chat-general');
    await admin.ask('retention:run', {});
    expect(await storage.load(record.id)).toBeUndefined();
    await rest();
  });

  it('[P5] a visitor erases its own conversation where the rule lets it, and no other', async () => {
    const agent = await relay.staff('agent-01');
    const { cookie } = await visit(relay.url);
    const wire = await visitorSocket(relay.url, cookie);
    const conversationId = randomUUID();
    const question = {
      text: 'Hej',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    };
    await wire.ask('conversation:start', { conversationId, id: randomUUID(), ...question });
    const ask = async (method: string, path = '', as = cookie) => {
      const url = `${relay.url}/api/conversations/${conversationId}${path}`;
      return fetch(url, { method, headers: { cookie: as, origin: relay.url } });
    };
    const may = async (): Promise<unknown> => (await ask('GET', '/erasing')).json();
    await decideRule('chat-general');
    expect(await may()).toEqual({ allowed: false });
    expect((await ask('DELETE')).status).toBe(403);
    const change = () => ({ conversationId, id: randomUUID() });
    await agent.ask('conversation:claim', change());
    await agent.ask('conversation:close', { ...change(), outcome: 'answered', topicId: 'bygglov' });
    expect(await may()).toEqual({ allowed: true });
    const other = (await visit(relay.url)).cookie;
    expect((await ask('DELETE', '', other)).status).toBe(404);
    const of = { type: 'conversation', id: conversationId } as const;
    await admin.ask('hold:set', { of, reason: 'Tvist' });
    expect((await ask('DELETE')).status).toBe(403);
    await admin.ask('hold:lift', { of, reason: 'Avgjort' });
    expect((await ask('DELETE')).status).toBe(204);
    expect(await relay.storage.load(conversationId)).toBeUndefined();
    expect((await agent.answer('conversation:resume', { conversationId, after: 0 })).ok).toBe(false);
    expect((await ask('GET', '/erasing')).status).toBe(404);
    const { entries } = await admin.ask('retention:log', { after: null });
    expect(entries.find(({ ids }) => ids.includes(proofOf(conversationId)))).toMatchObject({
      state: 'done',
      erased: 1,
      byVisitor: true,
    });
    wire.close();
    await rest();
  });

  it('[P7] the audit log goes from its beginning, and what is left is one chain behind the hash in the proof', async () => {
    const { storage } = relay;
    await decideRule('audit-log', { after: { amount: 0, unit: 'days' } });
    await admin.ask('retention:run', {});
    await rest();
    const { docs } = await storage.find('audit', { index: 'bySeq', limit: 10 });
    const { entries } = await admin.ask('retention:log', { after: null });
    const proof = entries.find(({ ruleId }) => ruleId === 'audit-log')!;
    expect(proof.erased).toBeGreaterThan(0);
    expect(docs[0]!.before).toBe(proof.lastHash);
    expect(await verify(storage)).toMatchObject({ whole: true, first: docs[0]!.seq });
  });

  const relayParts = () => ({
    conversations: { forget: () => undefined },
    earlierAnswers: { forget: async () => undefined },
    feedback: { gaps: { forget: async () => undefined } },
  });
});
