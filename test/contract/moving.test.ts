import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyStorage, type Storage, sumsOf } from '@lotsa/storage';
import { backup, openEmbedded, restore } from '@lotsa/storage/embedded';
import { openMongo } from '@lotsa/storage/mongo';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropDatabase, mongodbUrl } from '../support/mongodb.ts';
import { messagesOf } from './read-all.ts';
import { begin, session, text } from './samples.ts';

let folder: string;
let storage: Storage;
const file = (): string => join(folder, 'lotsa.db');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lotsa-moving-'));
  storage = await openEmbedded({ file: file() });
});
afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true });
});

async function grown(texts: number): Promise<string> {
  let conversation = await begin(storage);
  for (let i = 0; i < texts; i += 1) {
    const result = await storage.append(conversation.id, conversation, text(`Text ${i}`));
    if (result.status === 'appended') ({ conversation } = result);
  }
  await storage.raise(conversation.id, { staffRead: 2 });
  return conversation.id;
}

it('backs up what is acknowledged while it is written to, and restores it', async () => {
  const id = await grown(5);
  const writing = grown(200);
  const copy = join(folder, 'copy.db');
  backup(file(), copy);
  await writing;
  expect(() => backup(file(), copy)).toThrow(/exists already/);
  expect(() => restore(copy, file())).toThrow(/in use by another process/);
  const before = await messagesOf(storage, id);
  await grown(1); // only in what the copy takes the place of
  await storage.close();
  const kept = restore(copy, file());
  storage = await openEmbedded({ file: file() });
  expect(await messagesOf(storage, id)).toEqual(before);
  const old = await openEmbedded({ file: kept ?? '' });
  const both = [await sumsOf(storage), await sumsOf(old)];
  expect(both[1]!.conversations.count).toBe(3);
  expect(both[0]!.conversations.count).toBeLessThan(3);
  await old.close();
});

it('is copied whole into another storage, also when a copy was cut off before', async () => {
  await storage.insert('sessions', [session(), session()]);
  const id = await grown(3);
  const other = await openEmbedded({ file: join(folder, 'other.db') });
  await copyStorage(storage, other);
  const grownOn = await storage.load(id);
  await storage.append(id, grownOn, text('Senare'));
  expect(await sumsOf(other)).not.toEqual(await sumsOf(storage));
  await copyStorage(storage, other);
  expect(await sumsOf(other)).toEqual(await sumsOf(storage));
  await other.close();
});

it.runIf(mongodbUrl)('is copied whole into MongoDB', async () => {
  await grown(3);
  await storage.insert('sessions', [session()]);
  const database = `lotsa_moving_${process.pid}`;
  const mongo = await openMongo({ url: mongodbUrl ?? '', database });
  await copyStorage(storage, mongo);
  expect(await sumsOf(mongo)).toEqual(await sumsOf(storage));
  await mongo.close();
  await dropDatabase(database);
});
