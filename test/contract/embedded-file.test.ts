import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openEmbedded } from '@lotsa/storage/embedded';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { begin, newId, NOON, session, text } from './samples.ts';

const run = promisify(execFile);
const FILLING = fileURLToPath(new URL('filling-child.ts', import.meta.url));

const PASSAGE = {
  of: 'conversation' as const,
  subject: 'kvar',
  siteId: 'ekhamra',
  language: 'sv',
  topicId: null,
  departmentId: null,
  at: NOON,
  question: 'q',
};

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotsa-file-'));
  file = join(folder, 'data', 'lotsa.db');
});
afterEach(() => rm(folder, { recursive: true }));

it('lets one process have the file, says so in one line, and lets the next have it afterwards', async () => {
  const first = await openEmbedded({ file });
  await expect(openEmbedded({ file })).rejects.toThrow(
    /^.*lotsa\.db is in use by another process; .*MONGODB_URL$/,
  );
  await first.close();
  await (await openEmbedded({ file })).close();
});

it('refuses a file that a newer Lotsa wrote, and one that is no database, in one line', async () => {
  await (await openEmbedded({ file })).close();
  const database = new Database(file);
  database.exec('PRAGMA user_version = 99');
  database.close();
  await expect(openEmbedded({ file })).rejects.toThrow(/^.*lotsa\.db was written by a newer Lotsa .*$/);
  const other = join(folder, 'other.db');
  await writeFile(other, 'not a database '.repeat(100));
  await expect(openEmbedded({ file: other })).rejects.toThrow(/^.*other\.db is not a database$/);
});

it('[P4] keeps no byte of what was erased, nor a word of it in the search', async () => {
  const storage = await openEmbedded({ file });
  const word = 'hemlighetsord';
  const kept = { ...PASSAGE, id: newId(), answer: 'kvarvarande', words: ['kvarvarande'] };
  const begun = await begin(storage);
  await storage.append(begun.id, begun, text(word));
  await storage.insert('passages', [
    kept,
    { ...PASSAGE, id: begun.id, subject: word, answer: word, words: [word] },
  ]);
  const rating = { siteId: 'ekhamra', at: NOON, scores: {}, comment: word, commented: 1 as const };
  await storage.insert('ratings', [{ ...rating, id: begun.id }]);
  await storage.erase(begun.id);
  await storage.remove('passages', {
    index: 'bySubject',
    equals: { of: 'conversation', subject: word },
    limit: 1,
  });
  await storage.removeOne('ratings', begun.id, { comment: word });
  await storage.close();
  const bytes = await readFile(file, 'latin1');
  expect(bytes).toContain('kvarvarande');
  expect(bytes).not.toContain(word);
});

it('drops indexes that are declared no longer, and makes the declared ones anew where they differ', async () => {
  await (await openEmbedded({ file })).close();
  const before = new Database(file);
  before.exec(
    'CREATE INDEX ratings_old ON ratings (id); DROP INDEX ratings_bySite; DROP INDEX sessions_byExpiry',
  );
  before.exec('CREATE INDEX ratings_bySite ON ratings (id)');
  before.close();
  const storage = await openEmbedded({ file });
  expect(await storage.explain('ratings', { index: 'bySite', equals: { siteId: 'a' }, limit: 1 })).toBe(
    'index',
  );
  expect(await storage.explain('sessions', { index: 'byExpiry', limit: 1 })).toBe('index');
  await storage.close();
  const after = new Database(file);
  expect(after.prepare(`SELECT name FROM sqlite_schema WHERE name = 'ratings_old'`).all()).toEqual([]);
  after.close();
});

it('fails a write that the disk has no room for, stores nothing of it, and goes on', async () => {
  // 2,000 blocks of 512 bytes; past them a write fails as it does on a full disk
  const limited = `ulimit -f 2000; exec "$0" --import tsx "$@"`;
  const { stdout } = await run('sh', ['-c', limited, process.execPath, FILLING, file]);
  expect(JSON.parse(stdout)).toEqual({
    small: 1,
    large: 'storage_unavailable',
    later: 1,
    kept: [true, false, true],
  });
});

it('keeps its log short while it is read', async () => {
  const storage = await openEmbedded({ file });
  const { id } = await begin(storage);
  await storage.get('conversations', id);
  await storage.count('sessions', { index: 'byExpiry', limit: 1 });
  for (let i = 0; i < 400; i++) {
    const docs = Array.from({ length: 100 }, () => session({ siteId: 'x'.repeat(4_000) }));
    await storage.insert('sessions', docs);
    await storage.messageById(id, 'none');
  }
  // 160 MB were written
  expect((await stat(`${file}-wal`)).size).toBeLessThan(80_000_000);
  await storage.close();
});
