import { createHash, randomUUID } from 'node:crypto';
import type { Conversation } from '@lotsa/protocol';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPdf } from '../../../support/pdf-reader.ts';
import { storageKinds } from '../../../support/storage-kinds.ts';
import { DAY_MS, NAME, RegistryDesk, refOf, TEXT } from './desk.ts';

describe.each(storageKinds)('what is to be registered on %s', { timeout: 90_000 }, (kind) => {
  let desk: RegistryDesk;
  beforeAll(async () => {
    desk = await RegistryDesk.open(kind);
  });
  afterAll(() => desk.close());

  it('[P4] what is to be registered is queued, exported with checksums, gets its number, and is erased after its transfer', async () => {
    const it = await desk.closed('register');
    const of = refOf(it);
    const entry = (await desk.inQueue(it))!;
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
    const registered = await desk.registrar.ask('registration:register', {
      of,
      id,
      diaryNumber: 'KS 2026-00042',
    });
    expect(registered).toMatchObject({ state: 'registered', diaryNumber: 'KS 2026-00042' });
    await expect(desk.registrar.ask('registration:confirm', { of })).rejects.toThrow('not_exported');
    expect(await desk.relay.storage.load(it.id)).toMatchObject({ diaryNumber: 'KS 2026-00042' });

    const answer = await desk.packageOf('registrar-1', it);
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
    expect(facts).toMatchObject({
      diary: 'KS 2026-00042',
      number: it.id,
      sender: `${NAME}, kim@example.se`,
      language: 'svenska',
    });
    expect(text('handling.xml')).toContain('<fact id="diary" label="Diarienummer">KS 2026-00042</fact>');
    const drawn = readPdf(Buffer.from(parts['handling.pdf']!)).pages.flat().join('');
    for (const words of ['KS 2026-00042', TEXT, 'Ringde tillbaka']) expect(drawn).toContain(words);

    expect((await desk.inQueue(it, 'registered'))?.registration).toMatchObject({
      checksum: sha(bytes),
      exportedSeq: it.seq + 1,
    });
    await desk.relay.storage.update('retentionRules', 'chat-to-register', {
      decision: 'KS 2026/1 § 2',
      inForce: true,
    });
    await desk.admin.ask('retention:run', {});
    expect(await desk.relay.storage.load(it.id)).toBeDefined();
    await desk.registrar.ask('registration:confirm', { of });
    await desk.admin.ask('retention:run', {});
    expect(await desk.relay.storage.load(it.id)).toBeUndefined();
    const gone = (await desk.inQueue(it, 'erased'))!;
    expect(gone).toMatchObject({ subject: null, sender: null, registration: { state: 'erased' } });
    await desk.relay.storage.update('retentionRules', 'chat-to-register', { inForce: false });
    expect((await desk.audited(it.id)).map(({ action }) => action)).toEqual([
      'registered',
      'recordExported',
      'transferConfirmed',
    ]);
  });

  it('[P4] a closed conversation is classed anew with a reason, by its owner, a manager or a registrar, and follows its class', async () => {
    const it = await desk.closed(null);
    const to = (recordClass: 'minor' | 'register' | 'case') => ({
      conversationId: it.id,
      id: randomUUID(),
      recordClass,
      reason: 'Timern stängde',
    });
    const { entries } = await desk.manager.ask('records:unclassed', { after: null });
    expect(entries.find(({ id }) => id === it.id)).toMatchObject({
      secret: false,
      excerpt: expect.any(String) as string,
    });
    const other = await desk.relay.staff('agent-02');
    await expect(other.ask('conversation:classify', to('minor'))).rejects.toThrow('forbidden');
    const changed = await desk.manager.ask('conversation:classify', to('register'));
    expect(changed.conversation).toMatchObject({ recordClass: 'register' });
    expect(await desk.inQueue(it)).toBeDefined();
    const owner = await desk.relay.staff('agent-01');
    await owner.ask('conversation:classify', to('minor'));
    expect(await desk.inQueue(it)).toBeUndefined();
    expect((await desk.inQueue(it, 'dismissed'))?.registration.reason).toBe('Timern stängde');
    // A registrar may not even read what is of little importance, and may class it all the same.
    await expect(desk.registrar.ask('record:read', { of: refOf(it), reason: null })).rejects.toThrow(
      'not_found',
    );
    await desk.registrar.ask('conversation:classify', to('register'));
    expect(await desk.inQueue(it)).toBeDefined();
    expect((await desk.audited(it.id)).filter(({ action }) => action === 'recordClassed')).toHaveLength(3);
    // In the diary it stays what it is.
    await desk.registrar.ask('registration:register', {
      of: refOf(it),
      id: randomUUID(),
      diaryNumber: 'KS 1',
    });
    await expect(owner.ask('conversation:classify', to('minor'))).rejects.toThrow('wrong_status');
  });

  it('[P4] not to be registered after all is said with a reason and another class, and can be undone', async () => {
    const it = await desk.closed('register');
    const of = refOf(it);
    await desk.inQueue(it);
    const dismiss = { of, id: randomUUID(), reason: 'Vanlig fråga', recordClass: null };
    await expect(desk.registrar.ask('registration:dismiss', dismiss)).rejects.toThrow('invalid_payload');
    await desk.registrar.ask('registration:dismiss', { ...dismiss, id: randomUUID(), recordClass: 'minor' });
    expect(await desk.relay.storage.load(it.id)).toMatchObject({ recordClass: 'minor' });
    expect((await desk.inQueue(it, 'dismissed'))?.registration.reason).toBe('Vanlig fråga');
    await desk.registrar.ask('registration:restore', { of, id: randomUUID(), reason: 'Fel' });
    expect(await desk.inQueue(it)).toBeDefined();
    expect(await desk.relay.storage.load(it.id)).toMatchObject({ recordClass: 'register' });
    // What cannot be is neither done nor written down as done.
    const actionsOn = async (one: Conversation) => (await desk.audited(one.id)).map(({ action }) => action);
    const before = await actionsOn(it);
    expect(before.sort()).toEqual(['registrationDismissed', 'registrationRestored']);
    await expect(desk.registrar.ask('registration:confirm', { of })).rejects.toThrow('wrong_status');
    const other = await desk.closed('register');
    await desk.inQueue(other);
    const [ofOther, diaryNumber] = [refOf(other), 'KS 2026-7'];
    await desk.registrar.ask('registration:register', { of: ofOther, id: randomUUID(), diaryNumber });
    const late = { of: ofOther, id: randomUUID(), reason: 'För sent' };
    await expect(desk.registrar.ask('registration:restore', late)).rejects.toThrow('wrong_status');
    await expect(
      desk.registrar.ask('registration:dismiss', { ...late, recordClass: 'minor' }),
    ).rejects.toThrow('wrong_status');
    expect((await actionsOn(it)).sort()).toEqual(before);
    expect(await actionsOn(other)).toEqual(['registered']);
    expect(await desk.relay.storage.load(other.id)).toMatchObject({ recordClass: 'register' });
    // What only a rule wants transferred is asked for by the class that it has now.
    await desk.registrar.ask('registration:dismiss', {
      of,
      id: randomUUID(),
      reason: 'Hör till ärende',
      recordClass: 'case',
    });
    expect((await desk.inQueue(it))?.registration.ruleId).toBe('chat-linked-to-case');
  });

  it('[P4] a case is sent to the registrar, and one that has grown since is exported again before it may be erased', async () => {
    const it = await desk.closed('minor');
    const owner = await desk.relay.staff('agent-01');
    const visitor = await desk.relay.visitor();
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
      const answer = await desk.post('registrar-1', path, { reason: null });
      expect([answer.status, (await answer.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    };
    expect((await desk.post('registrar-1', path, { reason: null })).status).toBe(404);
    expect(await owner.ask('registration:ask', { of })).toMatchObject({ state: 'waiting', closedAt: null });
    expect(await owner.ask('registration:get', { of })).toMatchObject({ state: 'waiting' });
    await fetched();
    await desk.registrar.ask('registration:register', { of, id: randomUUID(), diaryNumber: 'KS 2026-77' });
    expect((await owner.ask('case:get', { number })).case.diaryNumber).toBe('KS 2026-77');
    const note = { type: 'note', text: 'En sak till' } as const;
    await owner.ask('case:update', { number, id: randomUUID(), change: note });
    await expect(desk.registrar.ask('registration:confirm', { of })).rejects.toThrow('not_exported');
    await fetched();
    expect(await desk.registrar.ask('registration:confirm', { of })).toMatchObject({ state: 'transferred' });
    await expect(owner.ask('registration:ask', { of: refOf(it) })).rejects.toThrow('invalid_payload');
  });
});
