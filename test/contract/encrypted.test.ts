import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter, EncryptionKey, Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openEncrypted } from '@lotsa/storage/encrypted';
import { openMongo } from '@lotsa/storage/mongo';
import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, it } from 'vitest';
import { mongodbUrl } from '../support/mongodb.ts';
import { messagesOf } from './read-all.ts';
import { after, newId, NOON, openingText, session, told } from './samples.ts';
import { type Store, storageContract } from './storage-contract.ts';

const keyOf = (id: string): EncryptionKey => ({ id, key: randomBytes(32) });
const [OLD, NEW] = [keyOf('k1'), keyOf('k2')];

/** Stores below the encryption, and everything in them as it lies there. */
interface Below {
  open(): Promise<Adapter>;
  bytes(): Promise<string>;
  destroy(): Promise<void>;
}

async function embedded(): Promise<Below> {
  const folder = await mkdtemp(join(tmpdir(), 'lotsa-encrypted-'));
  return {
    open: () => openEmbedded({ file: join(folder, 'lotsa.db') }),
    async bytes() {
      const names = (await readdir(folder)).filter((name) => !name.endsWith('-lock'));
      return (await Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')))).join('');
    },
    destroy: () => rm(folder, { recursive: true }),
  };
}

async function mongodb(url: string): Promise<Below> {
  const database = `lotsa_encrypted_${randomBytes(6).toString('hex')}`;
  const client = new MongoClient(url);
  return {
    open: () => openMongo({ url, database }),
    async bytes() {
      const collections = await client.db(database).collections();
      return JSON.stringify(await Promise.all(collections.map((it) => it.find().toArray())));
    },
    async destroy() {
      await client.db(database).dropDatabase();
      await client.close();
    },
  };
}

const kinds: [string, () => Promise<Below>][] = [
  ['embedded', embedded],
  ...(mongodbUrl ? [['MongoDB', () => mongodb(String(mongodbUrl))] as [string, () => Promise<Below>]] : []),
];

// What encryption changes is the same on both; each of them keeps the contract by itself.
storageContract('The encrypted storage', async (): Promise<Store> => {
  const inner = await embedded();
  const open = async (): Promise<Storage> => (await openEncrypted(await inner.open(), [OLD])).storage;
  const store: Store = {
    storage: await open(),
    async reopen() {
      await store.storage.close();
      return (store.storage = await open());
    },
    async destroy() {
      await store.storage.close();
      await inner.destroy();
    },
  };
  return store;
});

describe.each(kinds)('what lies in the store, on %s', { timeout: 60_000 }, (_name, below) => {
  let inner: Below;
  let storage: Storage;
  afterEach(async () => {
    await storage.close();
    await inner.destroy();
  });

  /** Something of each kind that people write, all with one word in it. */
  async function write(word: string): Promise<string> {
    const id = newId();
    const identity = {
      by: 'eid',
      provider: 'e-legitimation',
      at: NOON,
      assurance: 'high',
      subject: word,
      name: word,
      personalNumber: word,
    } as const;
    const contact = { name: word, email: 'kim@example.se' };
    const opening = {
      ...openingText({ contact, identity }, NOON),
      text: `${word} i frågan ${'lång '.repeat(60)}`,
    };
    let conversation = after(await storage.append(id, undefined, opening));
    const ask = { mode: 'join', departmentId: 'gata', user: null, deadline: NOON + 9 } as const;
    const handoff = {
      type: 'handoffRequested',
      handoffId: newId(),
      question: word,
      reason: word,
      ...ask,
    } as const;
    conversation = after(await storage.append(id, conversation, told(handoff, NOON)));
    await storage.insert('ratings', [
      { id, siteId: 'ekhamra', at: NOON, scores: {}, comment: word, commented: 1 },
    ]);
    await storage.insert('sessions', [session({ id, identity: { who: identity, until: NOON } })]);
    const miss = { id, siteId: 'ekhamra', language: 'sv', query: word, count: 1, lastAt: NOON };
    await storage.insert('searchMisses', [miss]);
    const by = { id: 'registrar-1', name: 'registrar-1' };
    const of = { type: 'conversation', id } as const;
    await storage.insert('legalHolds', [{ id, of, reason: word, by, at: NOON }]);
    await storage.insert('subjectRequests', [
      {
        id,
        kind: 'access',
        state: 'open',
        name: word,
        replyTo: word,
        language: 'sv',
        receivedAt: NOON,
        deadline: NOON,
        extended: null,
        identity: 'eId',
        identityNote: word,
        terms: [word, `${word} igen`],
        note: word,
        outcome: null,
        grounds: [],
        answer: null,
        decidedAt: null,
        decidedBy: null,
        acts: [{ type: 'changed', at: NOON, by }],
        revision: 0,
      },
    ]);
    const secrets = { totp: word, offered: word };
    await storage.insert('factors', [
      { id, version: 1, usedStep: 0, recovery: [], passkeys: [], ...secrets },
    ]);
    await storage.insert('passages', [
      {
        id,
        of: 'conversation',
        subject: id,
        siteId: 'ekhamra',
        language: 'sv',
        topicId: null,
        departmentId: null,
        at: NOON,
        question: word,
        answer: word,
        words: [word, 'sopor'],
      },
    ]);
    return id;
  }

  async function expectWhole(id: string, word: string): Promise<void> {
    expect(JSON.stringify(await messagesOf(storage, id)).split(word).length).toBe(8);
    const conversation = await storage.load(id);
    expect(conversation).toMatchObject({ contact: { name: word }, identity: { name: word, subject: word } });
    expect((await storage.get('sessions', id))?.identity?.who).toMatchObject({ personalNumber: word });
    expect(await storage.get('subjectRequests', id)).toMatchObject({
      name: word,
      terms: [word, `${word} igen`],
      acts: [{ by: { name: 'registrar-1' } }],
    });
    expect((await storage.get('legalHolds', id))?.reason).toBe(word);
    expect((await storage.get('searchMisses', id))?.query).toBe(word);
    expect(conversation?.excerpt.text).toMatch(new RegExp(`^${word} i frågan .*…$`));
    expect(conversation?.excerpt.text.length).toBe(140);
    expect(conversation?.handoffs[0]).toMatchObject({ question: word, reason: word });
    expect((await storage.get('ratings', id))?.comment).toBe(word);
    expect(await storage.get('factors', id)).toMatchObject({ totp: word, offered: word });
    expect((await storage.search([[word], ['sopor', 'annat']], 5)).map((it) => it.words)).toEqual([
      [word, 'sopor'],
    ]);
  }

  it('holds no word of what people write, and gives it out as it was', async () => {
    inner = await below();
    ({ storage } = await openEncrypted(await inner.open(), [OLD]));
    const id = await write('hemlighet');
    await expectWhole(id, 'hemlighet');
    expect(await inner.bytes()).not.toContain('hemlighet');
  });

  it('is written anew with another key while it is in use, and then needs the old one no more', async () => {
    inner = await below();
    storage = await inner.open();
    const plain = await write('klartext');
    await storage.close();
    ({ storage } = await openEncrypted(await inner.open(), [OLD]));
    const old = await write('gammal');
    await storage.close();
    const both = await openEncrypted(await inner.open(), [NEW, OLD]);
    ({ storage } = both);
    await expectWhole(old, 'gammal');
    const [done, during] = await Promise.all([both.rotate(), write('mitt-i')]);
    expect(done).toBeGreaterThan(8);
    expect(await both.rotate()).toBe(0);
    await storage.close();
    ({ storage } = await openEncrypted(await inner.open(), [NEW]));
    await expectWhole(plain, 'klartext');
    await expectWhole(old, 'gammal');
    expect((await storage.load(during))?.handoffs[0]?.question).toBe('mitt-i');
  });

  it('is written anew when more of it is sealed than was, with the same key', async () => {
    inner = await below();
    const raw = await inner.open();
    storage = raw;
    const id = await write('klartext');
    const opened = await openEncrypted(raw, [OLD]);
    await opened.rotate();
    // As an older version left it.
    const name = { name: 'klartext' };
    await raw.update('subjectRequests', id, name);
    await raw.update('leases', 'encryption:k1', { until: 1 });
    expect(await opened.rotate()).toBe(1);
    ({ storage } = opened);
    await expectWhole(id, 'klartext');
    expect((await raw.get('subjectRequests', id))?.name).not.toBe('klartext');
    expect(await opened.rotate()).toBe(0);
  });

  it('is not opened with a wrong key, with none, or without one that is still needed', async () => {
    inner = await below();
    ({ storage } = await openEncrypted(await inner.open(), [OLD]));
    await storage.close();
    const raw = await inner.open();
    storage = raw;
    await expect(openEncrypted(raw, [keyOf('k1')])).rejects.toThrow(
      'ENCRYPTION_KEYS has another key under the name k1 than the one that texts are encrypted with.',
    );
    await expect(openEncrypted(raw, [])).rejects.toThrow(/must name the key k1/);
    await expect(openEncrypted(raw, [NEW])).rejects.toThrow(/must name the key k1/);
  });

  it('does not open a text that was changed or moved to another conversation', async () => {
    inner = await below();
    const raw = await inner.open();
    ({ storage } = await openEncrypted(raw, [OLD]));
    const [one, other] = [await write('ett'), await write('annat')];
    const { comment } = (await raw.get('ratings', one))!;
    await raw.update('ratings', other, { comment });
    await expect(storage.get('ratings', other)).rejects.toThrow(/authenticate/);
    await raw.update('ratings', one, { comment: `${comment!.slice(0, -6)}AAAA==` });
    await expect(storage.get('ratings', one)).rejects.toThrow(/authenticate/);
  });
});
