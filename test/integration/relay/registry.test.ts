import { randomUUID } from 'node:crypto';
import { createHash } from 'node:crypto';
import { decide } from '@lotsa/core';
import type { Conversation, RecordClass } from '@lotsa/protocol';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StaffWire, signIn } from '../../support/clients.ts';
import { readPdf } from '../../support/pdf-reader.ts';
import { pdf } from '../../support/pictures.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const PASSWORD = 'correct horse battery';
const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = 'Kim Hemligsson';
const TEXT = `Jag heter ${NAME} och vill veta mer`;

describe.each(storageKinds)('registering on %s', { timeout: 90_000 }, (kind) => {
  let relay: TestRelay;
  let registrar: StaffWire;
  let manager: StaffWire;
  let admin: StaffWire;
  const cookies: Record<string, string> = {};
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    const like = (await relay.storage.get('users', 'agent-01'))!;
    await relay.storage.insert('users', [{ ...like, id: 'admin-1', role: 'administrator' }]);
    for (const user of ['registrar-1', 'manager-1', 'agent-01', 'agent-02'])
      cookies[user] = await signIn(relay.url, user, PASSWORD);
    [registrar, manager, admin] = [
      await relay.staff('registrar-1'),
      await relay.staff('manager-1'),
      await relay.staff('admin-1'),
    ];
  });
  afterAll(() => relay.close());

  /** A closed conversation of agent-01, so many days old. */
  async function closed(recordClass: RecordClass | null, over: { secret?: boolean; daysAgo?: number } = {}) {
    const [id, visitorId] = [randomUUID(), randomUUID()];
    const now = Date.now() - (over.daysAgo ?? 0) * DAY_MS;
    const opening = {
      siteId: 'ekhamra',
      visitorId,
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: { name: NAME, email: 'kim@example.se' },
      ...(over.secret ? { secret: true as const } : {}),
    };
    const agent = (await relay.storage.get('users', 'agent-01'))!;
    let is: Conversation | undefined;
    const visitor = { type: 'visitor', visitorId } as const;
    const staff = { type: 'staff', user: agent } as const;
    for (const [actor, command] of [
      [visitor, { type: 'start', opening, text: TEXT }],
      [staff, { type: 'claim', load: 0, capacity: 9 }],
      [staff, { type: 'sendNote', text: 'Ringde tillbaka' }],
      [
        recordClass === null ? ({ type: 'system' } as const) : staff,
        { type: 'close', outcome: 'answered', topicId: 'bygglov', ...(recordClass ? { recordClass } : {}) },
      ],
    ] as const) {
      const done = await relay.storage.append(id, is, decide(is, command, { actor, id: randomUUID(), now }));
      if (done.status !== 'appended') throw new Error(done.status);
      is = done.conversation;
    }
    return is!;
  }
  const refOf = ({ id }: Conversation) => ({ type: 'conversation', id }) as const;
  const queue = async (
    state: 'waiting' | 'registered' | 'transferred' | 'erased' | 'dismissed' = 'waiting',
  ) => (await registrar.ask('registrations:list', { state, after: null })).entries;
  const inQueue = async (it: Conversation, state?: Parameters<typeof queue>[0]) =>
    (await queue(state)).find(({ registration }) => registration.of.id === it.id);
  const post = (user: string, path: string, body: object): Promise<Response> =>
    fetch(relay.url + path, {
      method: 'POST',
      headers: { Origin: relay.url, Cookie: cookies[user] ?? '', 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const packageOf = (user: string, { id }: Conversation, reason: string | null = null): Promise<Response> =>
    post(user, `/api/records/conversation/${id}/package`, { reason });
  const audited = async (subjectId: string) =>
    (await relay.storage.find('audit', { index: 'bySubject', equals: { subjectId }, limit: 50 })).docs;

  it('[P4] what is to be registered is queued, exported with checksums, gets its number, and is erased after its transfer', async () => {
    const it = await closed('register');
    const of = refOf(it);
    const entry = (await inQueue(it))!;
    expect(entry).toMatchObject({
      subject: { sv: expect.any(String) as string },
      sender: `${NAME}, kim@example.se`,
      recordClass: 'register',
      receivedAt: it.startedAt,
      registration: { state: 'waiting', ruleId: 'chat-to-register', secret: false, checksum: null },
    });
    // By the end of the next working day (OSL 5 kap. 1 §).
    expect(entry.registration.deadline).toBeGreaterThan(it.closedAt!);
    expect(entry.registration.deadline - it.closedAt!).toBeLessThan(5 * DAY_MS);

    // A number may come back before the package is fetched; a transfer may not be confirmed.
    const id = randomUUID();
    const registered = await registrar.ask('registration:register', { of, id, diaryNumber: 'KS 2026-00042' });
    expect(registered).toMatchObject({ state: 'registered', diaryNumber: 'KS 2026-00042' });
    await expect(registrar.ask('registration:confirm', { of })).rejects.toThrow('not_exported');
    expect(await relay.storage.load(it.id)).toMatchObject({ diaryNumber: 'KS 2026-00042' });

    const answer = await packageOf('registrar-1', it);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)).toEqual([
      'handling.pdf',
      'handling.json',
      'handling.xml',
      'manifest.json',
      'SHA256SUMS',
    ]);
    const sha = (part: Uint8Array): string => createHash('sha256').update(part).digest('hex');
    const text = (name: string): string => Buffer.from(parts[name]!).toString();
    const manifest = JSON.parse(text('manifest.json')) as {
      parts: { path: string; bytes: number; sha256: string }[];
    };
    for (const part of manifest.parts)
      expect([part.path, part.bytes, part.sha256]).toEqual([
        part.path,
        parts[part.path]!.length,
        sha(parts[part.path]!),
      ]);
    expect(text('SHA256SUMS')).toBe(
      manifest.parts.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''),
    );
    const json = JSON.parse(text('handling.json')) as {
      source: { messages: unknown[] };
      document: { facts: { id: string; text: string }[] };
    };
    expect(json.source.messages).toHaveLength(it.seq + 1);
    const facts = Object.fromEntries(json.document.facts.map((fact) => [fact.id, fact.text]));
    expect(facts).toMatchObject({ diary: 'KS 2026-00042', number: it.id, sender: `${NAME}, kim@example.se` });
    expect(text('handling.xml')).toContain('<fact id="diary" label="Diarienummer">KS 2026-00042</fact>');
    const drawn = readPdf(Buffer.from(parts['handling.pdf']!)).pages.flat().join('');
    for (const words of ['KS 2026-00042', TEXT, 'Ringde tillbaka']) expect(drawn).toContain(words);

    expect((await inQueue(it, 'registered'))?.registration).toMatchObject({
      checksum: sha(bytes),
      exportedSeq: it.seq + 1,
    });
    await relay.storage.update('retentionRules', 'chat-to-register', {
      decision: 'KS 2026/1 § 2',
      inForce: true,
    });
    await admin.ask('retention:run', {});
    expect(await relay.storage.load(it.id)).toBeDefined();
    await registrar.ask('registration:confirm', { of });
    await admin.ask('retention:run', {});
    expect(await relay.storage.load(it.id)).toBeUndefined();
    const gone = (await inQueue(it, 'erased'))!;
    expect(gone).toMatchObject({ subject: null, sender: null, registration: { state: 'erased' } });
    await relay.storage.update('retentionRules', 'chat-to-register', { inForce: false });
    expect((await audited(it.id)).map(({ action }) => action)).toEqual([
      'registered',
      'recordExported',
      'transferConfirmed',
    ]);
  });

  it('[P6] of a secret record the queue says that it is there, and a registrar takes it out with a reason that is logged', async () => {
    const it = await closed('register', { secret: true });
    const entry = (await inQueue(it))!;
    expect(entry).toMatchObject({ subject: null, sender: null, registration: { secret: true } });
    expect(JSON.stringify(entry)).not.toContain(NAME);
    expect((await packageOf('registrar-1', it)).status).toBe(422);
    await expect(registrar.ask('record:read', { of: refOf(it), reason: null })).rejects.toThrow(
      'reason_needed',
    );
    expect(await audited(it.id)).toEqual([]);
    expect((await packageOf('registrar-1', it, 'Ska diarieföras')).status).toBe(200);
    expect(await audited(it.id)).toMatchObject([
      { action: 'recordExported', reason: 'Ska diarieföras', actorId: 'registrar-1' },
    ]);
    // Nor does anybody else of the centre get it, owner apart.
    expect((await packageOf('agent-02', it, 'Nyfiken')).status).toBe(403);
    expect((await packageOf('manager-1', it, 'Nyfiken')).status).toBe(403);
    expect((await packageOf('agent-01', it)).status).toBe(200);
  });

  it('[P4] a closed conversation is classed anew with a reason, by its owner, a manager or a registrar, and follows its class', async () => {
    const it = await closed(null);
    const to = (recordClass: 'minor' | 'register' | 'case') => ({
      conversationId: it.id,
      id: randomUUID(),
      recordClass,
      reason: 'Timern stängde',
    });
    const { entries } = await manager.ask('records:unclassed', { after: null });
    expect(entries.find(({ id }) => id === it.id)).toMatchObject({
      secret: false,
      excerpt: expect.any(String) as string,
    });
    const other = await relay.staff('agent-02');
    await expect(other.ask('conversation:classify', to('minor'))).rejects.toThrow('forbidden');
    const changed = await manager.ask('conversation:classify', to('register'));
    expect(changed.conversation).toMatchObject({ recordClass: 'register' });
    expect(await inQueue(it)).toBeDefined();
    const owner = await relay.staff('agent-01');
    await owner.ask('conversation:classify', to('minor'));
    expect(await inQueue(it)).toBeUndefined();
    expect((await inQueue(it, 'dismissed'))?.registration.reason).toBe('Timern stängde');
    // A registrar may not even read what is of little importance, and may class it all the same.
    await expect(registrar.ask('record:read', { of: refOf(it), reason: null })).rejects.toThrow('not_found');
    await registrar.ask('conversation:classify', to('register'));
    expect(await inQueue(it)).toBeDefined();
    expect((await audited(it.id)).filter(({ action }) => action === 'recordClassed')).toHaveLength(3);
    // In the diary it stays what it is.
    await registrar.ask('registration:register', { of: refOf(it), id: randomUUID(), diaryNumber: 'KS 1' });
    await expect(owner.ask('conversation:classify', to('minor'))).rejects.toThrow('wrong_status');
  });

  it('[P4] not to be registered after all is said with a reason and another class, and can be undone', async () => {
    const it = await closed('register');
    const of = refOf(it);
    await inQueue(it);
    const dismiss = { of, id: randomUUID(), reason: 'Vanlig fråga', recordClass: null };
    await expect(registrar.ask('registration:dismiss', dismiss)).rejects.toThrow('invalid_payload');
    await registrar.ask('registration:dismiss', { ...dismiss, id: randomUUID(), recordClass: 'minor' });
    expect(await relay.storage.load(it.id)).toMatchObject({ recordClass: 'minor' });
    expect((await inQueue(it, 'dismissed'))?.registration.reason).toBe('Vanlig fråga');
    await registrar.ask('registration:restore', { of, id: randomUUID(), reason: 'Fel' });
    expect(await inQueue(it)).toBeDefined();
    expect(await relay.storage.load(it.id)).toMatchObject({ recordClass: 'register' });
    // What cannot be is neither done nor written down as done.
    const actions = async () => (await audited(it.id)).map(({ action }) => action);
    const before = await actions();
    expect(before.sort()).toEqual(['registrationDismissed', 'registrationRestored']);
    await expect(registrar.ask('registration:confirm', { of })).rejects.toThrow('wrong_status');
    const other = await closed('register');
    await inQueue(other);
    const [ofOther, diaryNumber] = [refOf(other), 'KS 2026-7'];
    await registrar.ask('registration:register', { of: ofOther, id: randomUUID(), diaryNumber });
    const late = { of: ofOther, id: randomUUID(), reason: 'För sent' };
    await expect(registrar.ask('registration:restore', late)).rejects.toThrow('wrong_status');
    await expect(registrar.ask('registration:dismiss', { ...late, recordClass: 'minor' })).rejects.toThrow(
      'wrong_status',
    );
    expect(await actions()).toEqual(before);
    expect((await audited(other.id)).map(({ action }) => action)).toEqual(['registered']);
    expect(await relay.storage.load(other.id)).toMatchObject({ recordClass: 'register' });
    // What only a rule wants transferred is asked for by the class that it has now.
    await registrar.ask('registration:dismiss', {
      of,
      id: randomUUID(),
      reason: 'Hör till ärende',
      recordClass: 'case',
    });
    expect((await inQueue(it))?.registration.ruleId).toBe('chat-linked-to-case');
  });

  it('[P4] a case is sent to the registrar, and one that has grown since is exported again before it may be erased', async () => {
    const it = await closed('minor');
    const owner = await relay.staff('agent-01');
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Hål i vägen',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      contact: { email: 'kim@example.se' },
    });
    await owner.ask('conversation:claim', { conversationId, id: randomUUID() });
    const { number } = await owner.ask('case:open', { conversationId, id: randomUUID(), kind: 'question' });
    const of = { type: 'case', id: number } as const;
    const path = `/api/records/case/${number}/package`;
    /** To its end: what was not fetched whole is not exported. */
    const fetched = async () => {
      const answer = await post('registrar-1', path, { reason: null });
      expect([answer.status, (await answer.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    };
    expect((await post('registrar-1', path, { reason: null })).status).toBe(404);
    expect(await owner.ask('registration:ask', { of })).toMatchObject({ state: 'waiting', closedAt: null });
    expect(await owner.ask('registration:get', { of })).toMatchObject({ state: 'waiting' });
    await fetched();
    await registrar.ask('registration:register', { of, id: randomUUID(), diaryNumber: 'KS 2026-77' });
    expect((await owner.ask('case:get', { number })).case.diaryNumber).toBe('KS 2026-77');
    const note = { type: 'note', text: 'En sak till' } as const;
    await owner.ask('case:update', { number, id: randomUUID(), change: note });
    await expect(registrar.ask('registration:confirm', { of })).rejects.toThrow('not_exported');
    await fetched();
    expect(await registrar.ask('registration:confirm', { of })).toMatchObject({ state: 'transferred' });
    await expect(owner.ask('registration:ask', { of: refOf(it) })).rejects.toThrow('invalid_payload');
  });

  it('[P7] a record is given out without what was blacked out, with its ground, and the same file can be had again', async () => {
    const it = await closed('register');
    const path = `/api/records/conversation/${it.id}/releases`;
    const at = TEXT.indexOf(NAME);
    const asked = {
      redactions: [
        { part: 'entry:1', from: at, to: at + NAME.length },
        { part: 'fact:sender', from: 0, to: `${NAME}, kim@example.se`.length },
      ],
      internal: false,
      seq: it.seq,
      reason: 'Begäran från en journalist',
      ground: 'OSL 21 kap. 1 §',
    };
    expect((await post('agent-01', path, { ...asked, ground: null })).status).toBe(400);
    expect(
      (await post('agent-01', path, { ...asked, redactions: [{ part: 'entry:1', from: 0, to: 999 }] }))
        .status,
    ).toBe(400);
    expect((await post('agent-02', path, asked)).status).toBe(403);
    const preview = await post('agent-01', path, { ...asked, preview: true });
    expect(preview.status).toBe(200);
    expect(
      readPdf(Buffer.from(await preview.arrayBuffer()))
        .pages.flat()
        .join(''),
    ).toContain('FÖRHANDSVISNING');
    const owner = await relay.staff('agent-01');
    const page = { of: refOf(it), after: null };
    expect((await owner.ask('releases:list', page)).releases).toEqual([]);

    const file = Buffer.from(await (await post('agent-01', path, asked)).arrayBuffer());
    const read = readPdf(file);
    const [first, last] = NAME.split(' ') as [string, string];
    for (const word of [first, last, 'kim@example.se']) {
      expect(read.everything.includes(word)).toBe(false);
      expect(read.everything.includes(Buffer.from(word, 'utf16le').swap16())).toBe(false);
    }
    const drawn = read.pages.flat().join('');
    expect(drawn).not.toContain(last);
    expect(drawn).not.toContain('Ringde tillbaka');
    expect(drawn).toContain('och vill veta mer');
    expect(drawn).toContain('OSL 21 kap. 1 §');
    const [release] = (await owner.ask('releases:list', page)).releases;
    expect(release).toMatchObject({
      ...asked,
      by: { id: 'agent-01' },
      checksum: createHash('sha256').update(file).digest('hex'),
    });

    // What happened since does not change what was given out.
    await owner.ask('conversation:classify', {
      conversationId: it.id,
      id: randomUUID(),
      recordClass: 'case',
      reason: 'Hör till',
    });
    const again = await fetch(`${relay.url}/api/releases/${release!.id}`, {
      headers: { Cookie: cookies['agent-01']! },
    });
    expect(Buffer.from(await again.arrayBuffer())).toEqual(file);
    expect((await audited(it.id)).map(({ action }) => action)).toEqual([
      'recordRead',
      'recordReleased',
      'recordClassed',
      'recordReleased',
    ]);
  });

  it('[P7] what is taken out needs a fresh proof of who it is', async () => {
    const it = await closed('register');
    await inQueue(it);
    relay.clock.ahead = 6 * 60_000;
    try {
      for (const [path, body] of [
        ['package', { reason: null }],
        ['releases', { redactions: [], internal: true, seq: 1, reason: 'x', ground: null }],
      ] as const) {
        const refused = await post('registrar-1', `/api/records/conversation/${it.id}/${path}`, body);
        expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
          403,
          'step_up',
        ]);
      }
    } finally {
      relay.clock.ahead = 0;
    }
  });

  it('files are in the package as they came in, under names of their own', async () => {
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Se ritning',
      language: 'sv',
      page: null,
      topicId: 'bygglov',
      departmentId: null,
      contact: null,
    });
    const body = new FormData();
    body.set('id', randomUUID());
    body.set('file', new File([new Uint8Array(pdf())], '../../etc/a<b>.pdf', { type: 'application/pdf' }));
    const sent = await fetch(`${relay.url}/api/conversations/${conversationId}/files`, {
      method: 'POST',
      headers: { Origin: relay.url, Cookie: visitor.cookie },
      body,
    });
    expect(sent.status).toBe(201);
    const owner = await relay.staff('agent-01');
    await owner.ask('conversation:claim', { conversationId, id: randomUUID() });
    const answer = await post('agent-01', `/api/records/conversation/${conversationId}/package`, {
      reason: null,
    });
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Buffer.from(parts['filer/0002-a_b_.pdf']!)).toEqual(pdf());
    const drawn = readPdf(Buffer.from(parts['handling.pdf']!)).pages.flat().join('');
    expect(drawn).toContain(createHash('sha256').update(pdf()).digest('hex'));
  });
});
