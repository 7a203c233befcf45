import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail } from '@lotsa/protocol';
import Database from 'libsql';

/** What a statement takes and gives: no blobs, no booleans. */
export type Value = string | number | null;

/** How long another process may hold a lock: a relay before us that is closing, a backup that begins. */
const BUSY_MS = 2_000;

/**
 * One open database, with every statement prepared once. Calls are synchronous. Values are bound as one list: those that are spread
 * the driver puts into a list again.
 */
export class Connection {
  readonly #database: Database.Database;
  readonly #lock: Database.Database;
  readonly #statements = new Map<string, Database.Statement<[Value[]]>>();
  #open = true;

  constructor(database: Database.Database, lock: Database.Database) {
    this.#database = database;
    this.#lock = lock;
  }

  /** The first row, as an array. */
  get(sql: string, ...values: Value[]): Value[] | undefined {
    return this.#statement(sql).get(values) as Value[] | undefined;
  }

  /** All rows, each as an array. */
  all(sql: string, ...values: Value[]): Value[][] {
    return this.#statement(sql).all(values) as Value[][];
  }

  /** @returns how many rows were changed. */
  run(sql: string, ...values: Value[]): number {
    return this.#statement(sql).run(values).changes;
  }

  /** Runs statements that give nothing and are not kept. */
  execute(sql: string): void {
    this.#whenOpen().exec(sql);
  }

  /** Durable when it returns; nothing of it is stored when it throws. */
  transaction(work: () => void): void {
    this.execute('BEGIN IMMEDIATE');
    try {
      work();
      this.execute('COMMIT');
    } catch (error) {
      // SQLite has rolled back by itself after some errors, such as a full disk.
      if (this.#database.inTransaction) this.execute('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (!this.#open) return;
    try {
      // The driver closes the file only when its statements are collected, so the log is emptied here.
      this.execute('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // Nothing is lost: the log is read when the file is opened again.
    }
    this.#open = false;
    this.#statements.clear();
    this.#database.close();
    this.#lock.close();
  }

  #whenOpen(): Database.Database {
    if (!this.#open) throw fail('storage_unavailable', {});
    return this.#database;
  }

  #statement(sql: string): Database.Statement<[Value[]]> {
    const database = this.#whenOpen();
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = database.prepare<[Value[]]>(sql);
      if (statement.reader) statement.raw();
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/**
 * Opens the file for this process alone. The lock is a file of its own, so that a backup can read the database
 * meanwhile; the operating system lets go of it when the process ends, however it ends.
 */
export function openConnection(file: string): Connection {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = new Database(`${file}-lock`, { timeout: BUSY_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (codeOf(error) !== 'SQLITE_BUSY') throw error;
    throw new Error(`${file} is in use by another process; several relays need MONGODB_URL`, {
      cause: error,
    });
  }
  const database = new Database(file, { timeout: BUSY_MS });
  try {
    // FULL: COMMIT returns when the log is on the disk, so that a power cut takes nothing that was acknowledged.
    // Negative: KiB. With 2 MB, as it comes, the indexes of a year's conversations are read again and again.
    // The log goes into the file at 64 MB, in some 20 ms in which everybody waits: at 4, as it comes, that was half of what commits
    // cost under load, and at 16 still most of what the slowest hundredth of the deliveries waited for.
    database.exec(
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000',
    );
  } catch (error) {
    database.close();
    lock.close();
    if (codeOf(error) !== 'SQLITE_NOTADB') throw error;
    throw new Error(`${file} is not a database`, { cause: error });
  }
  return new Connection(database, lock);
}

function codeOf(error: unknown): unknown {
  return error instanceof Database.SqliteError ? error.code : undefined;
}

/** An error of the database, as the port names it; the cause is for the log. Others are ours, and stay as they are. */
export function unavailable(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  return Object.assign(fail('storage_unavailable', {}), { cause: error });
}
