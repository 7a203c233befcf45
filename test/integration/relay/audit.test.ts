import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@lotsa/storage/embedded';
import type { Storage } from '@lotsa/storage';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Audit, createAudit } from '../../../apps/relay/audit/audit.ts';
import { verify } from '../../../apps/relay/audit/chain.ts';
import { signIn } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { storageKinds } from '../../support/storage-kinds.ts';

const PASSWORD = 'correct horse battery';
const MIA = { id: 'manager-1', name: 'Mia' };

describe.each(storageKinds)('the chain of audit entries on %s', { timeout: 30_000 }, (kind) => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
  });
  afterAll(() => relay.close());

  it('[P7] is one chain, whichever relays write at the same moment', async () => {
    const { storage } = relay;
    const before = await verify(storage);
    const relays = [1, 2, 3].map(() => createAudit({ storage, now: () => 1_000 }));
    const about = Array.from({ length: 30 }, () => randomUUID());
    await Promise.all(about.map((id, n) => (relays[n % 3] as Audit)(MIA, 'monitored', id)));
    const after = await verify(storage);
    expect(after).toMatchObject({ whole: true, entries: before.entries + 30, first: 1 });
    const { docs } = await storage.find('audit', { index: 'bySeq', limit: 1_000 });
    expect(new Set(docs.map((doc) => doc.subjectId))).toEqual(new Set(about));
    expect(docs.map((doc) => doc.seq)).toEqual(docs.map((_, n) => n + 1));
  });

  it('[P7] what is done over and over is one entry', async () => {
    const audit = createAudit({ storage: relay.storage, now: () => 1_000 });
    const id = randomUUID();
    for (const once of ['a', 'a', 'b']) await audit(MIA, 'monitored', id, { once });
    const about = { index: 'bySubject', equals: { subjectId: id }, limit: 9 } as const;
    expect(await relay.storage.count('audit', about)).toBe(2);
  });
});

describe('the audit log in the console', { timeout: 30_000 }, () => {
  let relay: TestRelay;
  beforeAll(async () => {
    relay = await TestRelay.start();
    const like = (await relay.storage.get('users', 'agent-01'))!;
    await relay.storage.insert('users', [{ ...like, id: 'admin-1', role: 'administrator' }]);
  });
  afterAll(() => relay.close());

  it('[P7] an administrator looks it up by who and by what, and the look is an entry', async () => {
    const audit = createAudit({ storage: relay.storage, now: () => 5_000 });
    await audit(MIA, 'monitored', 'conversation-1');
    await audit({ id: 'bo', name: 'Bo' }, 'glassBroken', 'conversation-1', { reason: 'Polisen frågar' });
    const wire = await relay.staff('admin-1');
    const of = async (by: object) => {
      const { entries } = await wire.ask('audit:list', { ...by, from: null, to: null, after: null });
      return entries.map(({ actorId, action }) => [actorId, action]);
    };
    expect(await of({ by: { type: 'subject', id: 'conversation-1' } })).toEqual([
      ['bo', 'glassBroken'],
      ['manager-1', 'monitored'],
    ]);
    expect(await of({ by: { type: 'actor', id: 'bo' } })).toEqual([['bo', 'glassBroken']]);
    expect((await of({})).filter(([, action]) => action === 'auditRead')).toHaveLength(1);
    expect(await wire.ask('audit:verify', {})).toMatchObject({ whole: true });
    const early = await wire.ask('audit:list', { from: 4_999, to: 5_000, after: null });
    expect(early.entries).toEqual([]);
  });

  it('[P7] an export is an entry, and no field of it is a formula', async () => {
    const audit = createAudit({ storage: relay.storage, now: () => 6_000 });
    await audit({ id: 'bo', name: '=HYPERLINK("https://example.org")' }, 'monitored', 'formula');
    const cookie = await signIn(relay.url, 'admin-1', PASSWORD);
    const get = (query: string, as = cookie) =>
      fetch(`${relay.url}/api/audit?${query}`, { headers: { cookie: as } });
    const bytes = Buffer.from(await (await get('format=csv&subject=formula')).arrayBuffer());
    const csv = bytes.toString('utf8');
    expect(csv).toMatch(/^\uFEFFseq,at,/);
    expect(csv).toContain(`"'=HYPERLINK(""https://example.org"")"`);
    const json = (await (await get('format=json')).json()) as { action: string }[];
    expect(json.map(({ action }) => action)).toContain('auditExported');
    expect((await get('format=xml')).status).toBe(400);
    expect((await get('format=csv', '')).status).toBe(401);
    const agent = await signIn(relay.url, 'agent-01', PASSWORD);
    expect((await get('format=csv', agent)).status).toBe(403);
  });
});

describe('somebody with the database in hand', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotsa-audit-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    [
      'changes an entry',
      `UPDATE audit SET doc = json_set(doc, '$.actorName', 'Bo') WHERE id = '000000000003'`,
      3,
    ],
    [
      'changes it and its hash',
      `UPDATE audit SET doc = json_set(doc, '$.hash', '${'a'.repeat(64)}') WHERE id = '000000000003'`,
      3,
    ],
    ['removes one', `DELETE FROM audit WHERE id = '000000000003'`, 3],
    ['removes the first', `DELETE FROM audit WHERE id = '000000000001'`, null],
  ])('[P7] %s: it shows', async (name, sql, seq) => {
    const file = join(folder, `${name}.db`);
    let storage: Storage = await openEmbedded({ file });
    const audit = createAudit({ storage, now: () => 1_000 });
    for (const n of [1, 2, 3, 4, 5]) await audit(MIA, 'monitored', `subject-${n}`);
    await storage.close();
    const database = new Database(file);
    database.exec(sql);
    database.close();
    storage = await openEmbedded({ file });
    const found = await verify(storage);
    await storage.close();
    // Erasing from the beginning is what a retention rule does: the proof log says up to where.
    expect(found).toMatchObject(seq === null ? { whole: true, first: 2 } : { whole: false, seq });
  });
});
