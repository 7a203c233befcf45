import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from '@lotsa/protocol';
import type { Adapter } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openConnection } from '../../packages/storage/embedded/connection.ts';
import { GroupCommit } from '../../packages/storage/embedded/group-commit.ts';
import { Lagging } from '../../packages/storage/embedded/lagging.ts';
import { after, begin, newId, NOON, text, told } from './samples.ts';

let folder: string;
let file: string;
let storage: Adapter;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotsa-lagging-'));
  file = join(folder, 'lotsa.db');
  storage = await openEmbedded({ file });
});
afterEach(async () => {
  vi.useRealTimers();
  await storage.close();
  await rm(folder, { recursive: true });
});

const OPEN = { index: 'byOpen', equals: { open: 1 }, order: 'desc', limit: 9 } as const;

async function write(conversation: Conversation, words: string, at: number): Promise<Conversation> {
  return after(await storage.append(conversation.id, conversation, text(words, at)));
}

/** The place that the row of a conversation says is its last. */
function seqInRow(path: string, id: string): number {
  const database = new Database(path, { readonly: true });
  const [seq] = database
    .prepare(`SELECT latest ->> '$.seq' FROM conversations WHERE id = ?`)
    .raw()
    .get(id) as [number];
  database.close();
  return seq;
}

it('[D1] a crash before the rows are written leaves lists, order and documents as they were', async () => {
  const first = await begin(storage, {}, NOON);
  const second = await begin(storage, {}, NOON + 1);
  const written = await write(await write(first, 'Ett till', NOON + 2), 'Två till', NOON + 3);
  const left = join(folder, 'left');
  await mkdir(left);
  for (const rest of ['', '-wal']) await copyFile(file + rest, join(left, `lotsa.db${rest}`));
  expect(seqInRow(join(left, 'lotsa.db'), first.id)).toBe(1);

  const again = await openEmbedded({ file: join(left, 'lotsa.db') });
  const { docs } = await again.find('conversations', OPEN);
  expect(docs).toMatchObject([written, second]);
  expect(await again.load(first.id)).toEqual(written);
  await again.close();
});

it('lists, counts and gives conversations with all that was written while their rows lag', async () => {
  const visitorId = newId();
  const first = await begin(storage, { visitorId }, NOON);
  const second = await begin(storage, {}, NOON + 1);
  const written = await write(first, 'Till', NOON + 2);
  expect(seqInRow(file, first.id)).toBe(1);

  const mine = { index: 'byVisitor', equals: { visitorId }, limit: 9 } as const;
  expect((await storage.find('conversations', mine)).docs).toMatchObject([written]);
  expect(await storage.get('conversations', first.id)).toMatchObject(written);
  expect(seqInRow(file, first.id)).toBe(1);
  const since = { ...OPEN, range: { field: 'lastAt', gte: NOON + 2 } } as const;
  expect(await storage.count('conversations', since)).toBe(1);
  expect(seqInRow(file, first.id)).toBe(2);
  const later = await write(second, 'Till', NOON + 3);
  expect((await storage.find('conversations', OPEN)).docs).toMatchObject([later, written]);
});

it('lets one of two behind the same text win, gives a retry its message, and an event the row', async () => {
  const first = await begin(storage);
  const message = text('Till');
  const lagging = after(await storage.append(first.id, first, message));
  const late = await Promise.all([
    storage.append(first.id, lagging, text('a')),
    storage.append(first.id, lagging, told({ type: 'visitorEnded' })),
    storage.append(first.id, first, message),
    storage.append(first.id, first, text('b')),
  ]);
  expect(late.map(({ status }) => status)).toEqual(['appended', 'conflict', 'duplicate', 'conflict']);
  const now = await storage.load(first.id);
  const ended = after(await storage.append(first.id, now, told({ type: 'visitorEnded' })));
  expect(seqInRow(file, first.id)).toBe(4);
  expect(await storage.load(first.id)).toEqual(ended);
});

it('[P4] has nothing to write of a conversation that was erased meanwhile', async () => {
  const first = await begin(storage);
  const lagging = await write(first, 'Till', NOON);
  const [erased, behind] = await Promise.all([
    storage.erase(first.id),
    storage.append(first.id, lagging, text('Efter')),
  ]);
  expect([erased, behind]).toEqual([true, { status: 'conflict' }]);
  expect((await storage.find('conversations', OPEN)).docs).toEqual([]);
  expect(await storage.load(first.id)).toBeUndefined();
});

it('writes a row five seconds after the first text that it lacks, and then is done', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const first = await begin(storage);
  await write(first, 'Till', NOON);
  await vi.advanceTimersByTimeAsync(4_999);
  expect(seqInRow(file, first.id)).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  await storage.put('counters', { id: 'behind', value: 1 });
  expect(seqInRow(file, first.id)).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

it('tries rows again after five seconds, and not before, where the database took none of many', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const connection = openConnection(join(folder, 'other.db'));
  connection.execute('CREATE TABLE conversations (id TEXT PRIMARY KEY, latest TEXT)');
  const commit = new GroupCommit(connection);
  const lagging = new Lagging(connection, commit);
  const ids = Array.from({ length: 60 }, (_, i) => `c${i}`);
  await commit.add(() => ids.forEach((id) => lagging.set(id, 1, '{}')));
  connection.execute('ALTER TABLE conversations RENAME TO away');
  await vi.advanceTimersByTimeAsync(5_000);
  await commit.add(() => undefined).catch(() => undefined);
  connection.execute('ALTER TABLE away RENAME TO conversations');
  await vi.advanceTimersByTimeAsync(4_999);
  await commit.add(() => undefined);
  expect(ids.filter((id) => lagging.seqOf(id) === 1)).toHaveLength(60);
  await vi.advanceTimersByTimeAsync(1);
  await commit.add(() => undefined);
  expect(ids.filter((id) => lagging.seqOf(id) === 1)).toHaveLength(10);
  await vi.advanceTimersByTimeAsync(100);
  await commit.add(() => undefined);
  expect(ids.filter((id) => lagging.seqOf(id) === 1)).toEqual([]);
  lagging.close();
  connection.close();
});

it('forgets what a transaction said that came to nothing', async () => {
  const connection = openConnection(join(folder, 'other.db'));
  connection.execute('CREATE TABLE conversations (id TEXT PRIMARY KEY, latest TEXT)');
  connection.run('INSERT INTO conversations VALUES (?, ?)', 'a', '{}');
  const commit = new GroupCommit(connection);
  const lagging = new Lagging(connection, commit);
  await commit.add(() => lagging.set('a', 1, '{"seq":1}'));
  const failing = await Promise.allSettled([
    commit.add(() => lagging.set('a', 2, '{"seq":2}')),
    commit.add(() => lagging.set('b', 1, '{"seq":1}')),
    commit.add(() => lagging.write('a')),
    commit.add(() => connection.run('INSERT INTO nothing VALUES (1)')),
  ]);
  expect(failing.map(({ status }) => status)).toEqual(Array.from({ length: 4 }, () => 'rejected'));
  expect([lagging.seqOf('a'), lagging.seqOf('b')]).toEqual([1, undefined]);
  lagging.close();
  expect(connection.get('SELECT latest FROM conversations')).toEqual(['{"seq":1}']);
  connection.close();
});
