import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import Database from 'libsql';
import { openConnection } from './connection.ts';

/**
 * Copies the store into a file, as it is at one moment, also while a relay writes to it: SQLite's `VACUUM INTO` reads
 * within one transaction, and readers do not hold up the writer. The copy is a whole database of one file.
 * @throws Error of one line when there is no store, or the copy exists already.
 */
export function backup(file: string, copy: string): void {
  if (!existsSync(file)) throw new Error(`${file} does not exist; set DATA_DIR to the folder of the store`);
  if (existsSync(copy)) throw new Error(`${copy} exists already; a backup is never written over another`);
  const database = new Database(file, { timeout: 10_000 });
  try {
    database.prepare('VACUUM INTO ?').run(copy);
  } finally {
    database.close();
  }
  check(copy);
}

/**
 * Puts a copy in the place of the store, which no relay may have open. What was there is kept beside it.
 * @returns where what was there before is now; null when nothing was.
 * @throws Error of one line when a relay has the store, or the copy is no whole database.
 */
export function restore(copy: string, file: string): string | null {
  if (!existsSync(copy)) throw new Error(`${copy} does not exist`);
  check(copy);
  // Takes the lock that a relay has, and writes the log of what is there into its file.
  const connection = openConnection(file);
  connection.close();
  const before = `${file}-before-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  renameSync(file, before);
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
  copyFileSync(copy, file);
  return before;
}

/** @throws Error of one line when SQLite finds anything wrong with a file. */
function check(file: string): void {
  const database = new Database(file, { readonly: true });
  try {
    const found = database.prepare('PRAGMA integrity_check').raw().get() as unknown[];
    if (found[0] !== 'ok') throw new Error(`${file} is damaged: ${String(found[0])}`);
  } finally {
    database.close();
  }
}
