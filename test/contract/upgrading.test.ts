import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openMongo } from '@lotsa/storage/mongo';
import Database from 'libsql';
import { MongoClient } from 'mongodb';
import { expect, it, onTestFinished } from 'vitest';
import { mongodbUrl } from '../support/mongodb.ts';
import { after, begin, newId, text, told } from './samples.ts';

/** What conversations gained after secrecy, routing and mails; an earlier version neither wrote nor knew it. */
const LATER = ['secret', 'protectedIdentity', 'glass', 'priority', 'offer', 'offersMissed', 'contactEmail'];
const WHOLE = { secret: false, glass: [], priority: 1, offer: null, contactEmail: 'kim@example.se' };

const asked = (storage: Storage, siteId: string) =>
  begin(storage, { siteId, contact: { email: 'kim@example.se' } });
const queue = (siteId: string) =>
  ({ index: 'byQueue', equals: { siteId, status: 'queued' }, limit: 9 }) as const;

it('the embedded storage completes what an earlier version wrote', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'lotsa.db');
  const before = await openEmbedded({ file });
  const begun = await asked(before, 's');
  await before.raise(begun.id, { visitorRead: 1 });
  await before.close();
  const database = new Database(file);
  const paths = LATER.map((field) => `'$.${field}'`).join(', ');
  expect(database.prepare(`UPDATE conversations SET doc = json_remove(doc, ${paths})`).run().changes).toBe(1);
  database.close();

  const storage = await openEmbedded({ file });
  onTestFinished(() => storage.close());
  const { docs } = await storage.find('conversations', queue('s'));
  expect(docs).toEqual([{ ...begun, marks: expect.objectContaining({ visitorRead: 1 }) as unknown }]);
  expect((await storage.append(begun.id, docs[0], text('Mer'))).status).toBe('appended');
});

it('the embedded storage moves what is the latest of a conversation to where it is from version 2 on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-upgrade-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'lotsa.db');
  const before = await openEmbedded({ file });
  const asks = await asked(before, 's');
  const answered = await asked(before, 's');
  const author = { type: 'staff', id: 'amina', name: 'Amina' } as const;
  const told = after(await before.append(answered.id, answered, { ...text('Svar'), author }));
  await before.raise(asks.id, { visitorRead: 1 });
  await before.close();
  const database = new Database(file);
  // As version 1 had it: everything in one text, the time of the latest computed from it.
  database.exec(`
    DROP INDEX "conversations_byOwner"; DROP INDEX "conversations_byOpen";
    UPDATE conversations SET doc = json_patch(doc, latest);
    UPDATE conversations SET doc = json_set(doc, '$.firstReplyAt', latest -> '$.firstReplyAt');
    ALTER TABLE conversations DROP COLUMN "lastAt";
    ALTER TABLE conversations DROP COLUMN latest;
    ALTER TABLE conversations ADD COLUMN "lastAt" GENERATED ALWAYS AS (json_extract(doc, '$.lastAt')) VIRTUAL;
    CREATE INDEX "conversations_byOpen" ON "conversations" ("open", "lastAt", id);
    PRAGMA user_version = 1`);
  database.close();

  const storage = await openEmbedded({ file });
  onTestFinished(() => storage.close());
  expect(asks).toHaveProperty('unansweredSince');
  expect(told).not.toHaveProperty('unansweredSince');
  expect(await storage.load(asks.id)).toEqual(asks);
  expect(await storage.load(answered.id)).toEqual(told);
  const open = { index: 'byOpen', equals: { open: 1 }, order: 'desc', limit: 9 } as const;
  expect((await storage.find('conversations', open)).docs.map(({ id }) => id)).toEqual([told.id, asks.id]);
  expect(await storage.explain('conversations', open)).toBe('index');
  const more = after(await storage.append(asks.id, asks, text('Mer')));
  expect(await storage.load(asks.id)).toEqual(more);
});

it.runIf(mongodbUrl)(
  'MongoDB: completes it when it is read, and for the lists at the next start, beside a relay that goes on without',
  { timeout: 60_000 },
  async () => {
    const url = mongodbUrl ?? '';
    const database = `lotsa_upgrade_${randomBytes(6).toString('hex')}`;
    const client = await MongoClient.connect(url);
    const conversations = client.db(database).collection('conversations');
    /** As the old relay would have written them. */
    const strip = () =>
      conversations.updateMany({}, { $unset: Object.fromEntries(LATER.map((field) => [field, ''])) });
    const siteId = newId();
    const earlier = await openMongo({ url, database });
    const begun = await asked(earlier, siteId);
    await strip();
    expect(await earlier.load(begun.id)).toMatchObject(WHOLE);
    expect(await earlier.count('conversations', queue(siteId))).toBe(0);

    const storage = await openMongo({ url, database });
    expect((await storage.find('conversations', queue(siteId))).docs).toMatchObject([WHOLE]);
    const more = after(await earlier.append(begun.id, begun, text('Mer')));
    await earlier.close();
    await strip();
    const user = { id: 'amina', name: 'Amina' };
    const last = after(await storage.append(begun.id, more, told({ type: 'assigned', user })));
    expect(last).toMatchObject({ ...WHOLE, seq: 3, ownerId: 'amina' });
    expect(await storage.load(begun.id)).toEqual(last);
    await storage.close();
    await client.db(database).dropDatabase();
    await client.close();
  },
);
