import { randomUUID } from 'node:crypto';
import type { Contact, SubjectRequestKind, subjectRequests } from '@lotsa/protocol';
import { unzipSync } from 'fflate';
import type * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proofOf } from '../../../apps/relay/retention/run.ts';
import { signIn, type StaffWire } from '../../support/clients.ts';
import { pdf } from '../../support/pictures.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

type SubjectRequestEntry = v.InferInput<(typeof subjectRequests)['subject-request:enter']>;
const PASSWORD = 'correct horse battery';

describe.each(storageKinds)('a person and its data on %s', { timeout: 60_000 }, (kind) => {
  let relay: TestRelay;
  let registrar: StaffWire;
  let agent: StaffWire;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    await relay.storage.update('users', 'agent-01', { capacity: 50 });
    registrar = await relay.staff('registrar-1');
    agent = await relay.staff('agent-01');
  });
  afterAll(() => relay.close());

  /** A question by a new browser, or by one that was here before. */
  async function ask(text: string, contact: Contact | null, cookie = '') {
    const visitor = await relay.visitor(cookie);
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text,
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact,
    });
    return { conversationId, cookie: visitor.cookie };
  }
  const to = (conversationId: string) => ({ conversationId, id: randomUUID() });
  async function closed(conversationId: string, before?: () => Promise<void>): Promise<void> {
    await agent.ask('conversation:claim', to(conversationId));
    await before?.();
    await agent.ask('conversation:close', { ...to(conversationId), outcome: 'answered', topicId: 'bygglov' });
  }
  const entryOf = (subjectKind: SubjectRequestKind, ...terms: string[]): SubjectRequestEntry => ({
    requestId: randomUUID(),
    kind: subjectKind,
    name: 'Kim Åkesson',
    replyTo: 'kim@example.se',
    language: 'sv',
    receivedAt: Date.now(),
    identity: 'eId',
    identityNote: 'Legitimerade sig i besöksreceptionen',
    terms,
    note: '',
  });
  const enter = (subjectKind: SubjectRequestKind, ...terms: string[]) =>
    registrar.ask('subject-request:enter', entryOf(subjectKind, ...terms));
  /** From now on what is closed is erased when its person wants it. */
  const erasedAtWish = () =>
    relay.storage.update('retentionRules', 'chat-general', {
      decision: 'KS 2026/1 § 2',
      inForce: true,
      visitorMayErase: true,
    });
  const ids = (found: { records: { of: { id: string } }[] }) => found.records.map(({ of }) => of.id).sort();

  it('[S2] one search finds everything, whichever way it is led to', async () => {
    const first = await ask('Får jag bygga?', { name: 'Kim', phone: '070-777 12 12' });
    const second = await ask('Och ett plank?', null, first.cookie);
    const byMail = await ask('Hej igen', { email: 'Kim.A@Example.se' });
    await ask('Något annat', { email: 'nagon.annan@example.se' });
    await agent.ask('conversation:claim', to(byMail.conversationId));
    const opened = await agent.ask('case:open', { ...to(byMail.conversationId), kind: 'question' });

    const request = await enter('access', '+46 (0)70 777 12 12', 'kim.a@example.se');
    const found = await registrar.ask('subject-request:find', { requestId: request.id });
    expect(ids(found)).toEqual(
      [first.conversationId, second.conversationId, byMail.conversationId, opened.number].sort(),
    );
    const by = Object.fromEntries(found.records.map((record) => [record.of.id, record.by]));
    expect(by[first.conversationId]).toBe('phone');
    expect(by[second.conversationId]).toBe('visitor');
    expect(by[byMail.conversationId]).toBe('email');
    expect(found).toMatchObject({ protected: [], more: false, tokens: 2 });
    // By its number alone the case leads to its conversation.
    const byCase = await enter('access', opened.number);
    expect(ids(await registrar.ask('subject-request:find', { requestId: byCase.id }))).toEqual(
      [byMail.conversationId, opened.number].sort(),
    );
    // Staff are people too.
    const ofStaff = await enter('access', 'agent-01');
    const { users } = await registrar.ask('subject-request:find', { requestId: ofStaff.id });
    expect(users).toMatchObject([{ id: 'agent-01', role: 'agent' }]);
    expect(users[0]!.conversations).toBeGreaterThan(0);
  });

  it('[S2] what was written is searched only when that is asked for, and leads no further', async () => {
    const named = await ask(
      'Min granne Sixten Kvarnsvärd (sixten@kvarnsvard.example) bygger ett plank',
      null,
    );
    const other = await ask('Och när hämtas soporna?', null, named.cookie);
    for (const { conversationId } of [named, other])
      await closed(conversationId, async () => {
        await agent.ask('message:send', { ...to(conversationId), kind: 'text', text: 'Vi ser på det.' });
      });
    await relay.sweep();
    const { id: requestId } = await enter('access', 'sixten@kvarnsvard.example');
    expect(ids(await registrar.ask('subject-request:find', { requestId }))).toEqual([]);
    const found = await registrar.ask('subject-request:find', { requestId, words: 'Kvarnsvärd' });
    expect(found.records).toMatchObject([{ of: { id: named.conversationId }, by: 'text' }]);
    expect(found.tokens).toBe(0);
  });

  it('[P6] what is secret is counted for its department, and neither shown, exported, corrected nor erased', async () => {
    const { conversationId } = await ask('Min hemlighet', { email: 'dold@example.se' });
    await closed(conversationId, async () => {
      const secret = { secret: true, protectedIdentity: false };
      await agent.ask('conversation:mark-secret', { ...to(conversationId), ...secret });
    });
    // But for its secrecy it could be erased.
    await erasedAtWish();
    const request = await enter('erasure', 'dold@example.se');
    const found = await registrar.ask('subject-request:find', { requestId: request.id });
    expect(found).toMatchObject({ records: [], protected: [{ conversations: 1, cases: 0 }] });
    expect(JSON.stringify(found)).not.toContain(conversationId);
    const record = { type: 'conversation', id: conversationId } as const;
    const { revision } = await registrar.ask('subject-request:get', { requestId: request.id });
    const contact = { email: 'ny@example.se' };
    expect(
      await registrar.answer('subject-request:rectify', { requestId: request.id, revision, record, contact }),
    ).toMatchObject({ ok: false, error: { code: 'not_found' } });
    expect(
      await registrar.ask('subject-request:erase', { requestId: request.id, revision, records: [record] }),
    ).toMatchObject({ erased: 0, kept: 1 });
    expect(await relay.storage.load(conversationId)).toMatchObject({ contactEmail: 'dold@example.se' });
    const files = await extract(request.id);
    expect(Object.values(files).join('\n')).not.toContain('Min hemlighet');
  });

  async function extract(requestId: string): Promise<Record<string, string>> {
    const cookie = await signIn(relay.url, 'registrar-1', PASSWORD);
    const response = await fetch(`${relay.url}/api/subject-requests/${requestId}/extract`, {
      headers: { cookie },
    });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const zip = unzipSync(new Uint8Array(await response.arrayBuffer()));
    return Object.fromEntries(
      Object.entries(zip).map(([name, bytes]) => [name, Buffer.from(bytes).toString('utf8')]),
    );
  }

  it('[S3] an extract holds every record as a page and as data, its files, and why and how long it is kept', async () => {
    const { conversationId, cookie } = await ask('Är <b>taket</b> klart?', { email: 'utdrag@example.se' });
    const body = new FormData();
    body.set('id', randomUUID());
    body.set('file', new File([new Uint8Array(pdf())], 'ritning.pdf', { type: 'application/pdf' }));
    await fetch(`${relay.url}/api/conversations/${conversationId}/files`, {
      method: 'POST',
      headers: { cookie, origin: relay.url },
      body,
    });
    const request = await enter('access', 'utdrag@example.se');
    const files = await extract(request.id);
    const page = files[`records/conversation-${conversationId}.html`]!;
    expect(page).toContain('Är &lt;b>taket&lt;/b> klart?');
    expect(page).toContain('ritning.pdf');
    expect(page).toContain('svenska');
    expect(JSON.parse(files[`records/conversation-${conversationId}.json`]!)).toMatchObject({
      conversation: { id: conversationId },
      messages: [{ text: 'Är <b>taket</b> klart?' }, { kind: 'file' }],
    });
    expect(Object.keys(files).filter((name) => name.startsWith('files/'))).toHaveLength(1);
    const { docs: rules } = await relay.storage.find('retentionRules', { index: 'all', limit: 100 });
    for (const { name } of rules) expect(files['index.html']).toContain(name);
    const about = { index: 'bySubject', equals: { subjectId: request.id }, limit: 9 } as const;
    const { docs } = await relay.storage.find('audit', about);
    expect(docs.map(({ action }) => action)).toEqual(['subjectRequestEntered', 'subjectExported']);
  });

  it('[S4] a corrected contact is an event without what it was, which the audit log alone keeps', async () => {
    const { conversationId } = await ask('Fel adress', { email: 'fel@example.se' });
    await closed(conversationId);
    const request = await enter('rectification', conversationId);
    const record = { type: 'conversation', id: conversationId } as const;
    const contact = { name: 'Kim', email: 'ratt@example.se' };
    const change = { requestId: request.id, revision: request.revision, record, contact };
    // From a view of the request that is older than it is by now: nothing is corrected.
    const older = { ...change, revision: request.revision + 1, contact: { email: 'annan@example.se' } };
    expect(await registrar.answer('subject-request:rectify', older)).toMatchObject({
      error: { code: 'changed_meanwhile' },
    });
    expect((await relay.storage.load(conversationId))?.contactEmail).toBe('fel@example.se');
    const after = await registrar.ask('subject-request:rectify', change);
    expect(after.acts.at(-1)).toMatchObject({ type: 'rectified', of: record });
    expect(await registrar.answer('subject-request:rectify', change)).toMatchObject({
      error: { code: 'changed_meanwhile' },
    });
    expect(await relay.storage.load(conversationId)).toMatchObject({
      contact,
      contactEmail: 'ratt@example.se',
      status: 'closed',
    });
    const { docs: messages } = await relay.storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId },
      limit: 50,
    });
    expect(messages.at(-1)).toMatchObject({
      audience: 'staff',
      event: { type: 'contactCorrected', contact },
    });
    const about = { index: 'bySubject', equals: { subjectId: conversationId }, limit: 9 } as const;
    const { docs } = await relay.storage.find('audit', about);
    expect(docs.find(({ action }) => action === 'subjectRectified')?.change).toEqual({
      before: { contact: { email: 'fel@example.se' } },
      after: { contact },
    });
  });

  it('[S5] an erasure ends in deletion with a proof, and for the rest in a reasoned no', async () => {
    const email = 'bort@example.se';
    const gone = await ask('Ta bort mig', { email });
    const held = await ask('Mig också', { email }, gone.cookie);
    const open = await ask('Och mig', { email }, gone.cookie);
    for (const { conversationId } of [gone, held]) await closed(conversationId);
    await erasedAtWish();
    const of = { type: 'conversation', id: held.conversationId } as const;
    await registrar.ask('hold:set', { of, reason: 'Överklagat' });
    const { id: requestId } = await enter('erasure', email);
    const found = await registrar.ask('subject-request:find', { requestId });
    const kept = Object.fromEntries(found.records.map((record) => [record.of.id, record.kept]));
    expect(kept).toEqual({
      [gone.conversationId]: null,
      [held.conversationId]: 'held',
      [open.conversationId]: 'open',
    });
    const { revision } = await registrar.ask('subject-request:get', { requestId });
    const records = found.records.map((record) => record.of);
    const done = await registrar.ask('subject-request:erase', { requestId, revision, records });
    expect(done).toMatchObject({ erased: 1, kept: 2 });
    expect(await relay.storage.load(gone.conversationId)).toBeUndefined();
    for (const { conversationId } of [held, open])
      expect(await relay.storage.load(conversationId)).toBeDefined();
    const { entries } = await registrar.ask('retention:log', { after: null });
    expect(entries.find(({ ids: proofs }) => proofs.includes(proofOf(gone.conversationId)))).toMatchObject({
      state: 'done',
      erased: 1,
      by: { id: 'registrar-1' },
    });
    const decide = {
      requestId,
      revision: done.request.revision,
      outcome: 'partly',
      answer: 'Vi kan inte …',
    } as const;
    expect(await registrar.answer('subject-request:decide', { ...decide, grounds: [] })).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'grounds' } },
    });
    const decided = await registrar.ask('subject-request:decide', {
      ...decide,
      grounds: ['legalClaim', 'openMatter'],
    });
    expect(decided).toMatchObject({ state: 'done', decidedBy: { id: 'registrar-1' } });
    // What was refused is not written down as done.
    const about = { index: 'bySubject', equals: { subjectId: requestId }, limit: 50 } as const;
    const written = async () => (await relay.storage.find('audit', about)).docs.map(({ action }) => action);
    const before = await written();
    const at = { requestId, revision: decided.revision };
    const { kind: _kind, requestId: _id, ...fields } = { ...entryOf('erasure', email), extended: null };
    for (const refused of [
      registrar.answer('subject-request:find', { requestId }),
      registrar.answer('subject-request:erase', { ...at, records }),
      registrar.answer('subject-request:decide', { ...decide, ...at, grounds: ['notYet'] }),
      registrar.answer('subject-request:change', { ...at, ...fields }),
    ])
      expect(await refused).toMatchObject({ error: { code: 'wrong_status' } });
    expect(await written()).toEqual(before);
    const list = await registrar.ask('subject-requests:list', { state: 'done', after: null });
    expect(list.requests.map(({ id }) => id)).toContain(requestId);
  });

  it('[S6] a restricted record is held, and not found among earlier answers', async () => {
    const email = 'begransa@example.se';
    const answered = await ask('Begränsa mig', { email });
    const open = await ask('Och mig', { email }, answered.cookie);
    for (const { conversationId } of [answered, open]) {
      await agent.ask('conversation:claim', to(conversationId));
      await agent.ask('message:send', { ...to(conversationId), kind: 'text', text: 'Det går bra.' });
    }
    const close = ({ conversationId }: typeof open) =>
      agent.ask('conversation:close', {
        ...to(conversationId),
        outcome: 'answered',
        topicId: 'bygglov',
      });
    const found = ({ conversationId }: typeof open) =>
      relay.storage.count('passages', {
        index: 'bySubject',
        equals: { of: 'conversation', subject: conversationId },
        limit: 1,
      });
    await close(answered);
    await relay.sweep();
    expect(await found(answered)).toBe(1);

    const held = { type: 'conversation', id: open.conversationId } as const;
    await registrar.ask('hold:set', { of: held, reason: 'Överklagat' });
    const request = await enter('restriction', email);
    const records = [{ type: 'conversation', id: answered.conversationId } as const, held];
    await registrar.ask('subject-request:restrict', { requestId: request.id, revision: 0, records });
    const reasonOf = async ({ conversationId }: typeof open) =>
      (await relay.storage.get('legalHolds', `conversation:${conversationId}`))?.reason;
    expect(await reasonOf(answered)).toContain(request.id);
    expect(await reasonOf(open)).toBe('Överklagat');
    expect(await found(answered)).toBe(0);
    // Nor is it taken in again: neither what was closed lately, nor what is closed after that, under a hold with another reason.
    await registrar.ask('hold:set', { of: held, reason: 'Överklagat igen' });
    await close(open);
    await relay.sweep();
    expect(await Promise.all([answered, open].map(found))).toEqual([0, 0]);
  });

  it('[S1] it is answered in a month, or in three with a reason', async () => {
    const { id: requestId, revision, deadline, receivedAt } = await enter('access', 'sen@example.se');
    const { kind: _kind, requestId: _id, ...fields } = entryOf('access', 'sen@example.se');
    const change = { ...fields, receivedAt, requestId };
    const DAY_MS = 24 * 60 * 60_000;
    expect((deadline - receivedAt) / DAY_MS).toBeLessThan(32);
    const extended = await registrar.ask('subject-request:change', {
      ...change,
      revision,
      extended: 'Många handlingar',
    });
    expect(extended).toMatchObject({ extended: 'Många handlingar' });
    expect((extended.deadline - receivedAt) / DAY_MS).toBeGreaterThan(88);
    const back = { ...change, revision: extended.revision, extended: null };
    expect((await registrar.ask('subject-request:change', back)).deadline).toBe(deadline);
  });

  it('[S1] what is nothing to look by is named, and nobody else may ask', async () => {
    const request = {
      requestId: randomUUID(),
      kind: 'access',
      name: 'Kim',
      replyTo: '',
      language: 'sv',
      receivedAt: 1,
      identity: 'none',
      identityNote: '',
      terms: ['kim@example.se', 'Kim Å'],
      note: '',
    } satisfies SubjectRequestEntry;
    expect(await registrar.answer('subject-request:enter', request)).toMatchObject({
      error: { code: 'invalid_payload', data: { field: 'terms.1', rule: 'subject_term' } },
    });
    expect(await agent.answer('subject-request:enter', { ...request, terms: ['a@b.se'] })).toMatchObject({
      error: { code: 'forbidden' },
    });
    // Nor does one come tomorrow, which would give it a later deadline; and nothing says that it did.
    const tomorrow = { ...request, terms: ['a@b.se'], receivedAt: Date.now() + 86_400_000 };
    const future = { error: { code: 'invalid_payload', data: { field: 'receivedAt', rule: 'future' } } };
    expect(await registrar.answer('subject-request:enter', tomorrow)).toMatchObject(future);
    const about = { index: 'bySubject', equals: { subjectId: tomorrow.requestId }, limit: 1 } as const;
    expect(await relay.storage.count('audit', about)).toBe(0);
    const { id, revision } = await enter('access', 'a@b.se');
    const { kind: _kind, requestId: _id, ...later } = { ...tomorrow, requestId: id, extended: null };
    expect(
      await registrar.answer('subject-request:change', { requestId: id, revision, ...later }),
    ).toMatchObject(future);
  });
});
