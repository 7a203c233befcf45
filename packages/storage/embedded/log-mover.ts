import Database from 'libsql/promise';

/** Writes between two moves: some 12 MB of log. */
const WRITES = 500;
/** How long a move may wait for a lock. */
const BUSY_MS = 2_000;

/**
 * Moves what is in the write-ahead log into the file (a passive checkpoint), on a thread of the driver's and on a connection of its own,
 * while others read and write. In the commit that finds the log too long, as SQLite does it by itself, it keeps everybody waiting, for 20 ms
 * and more; such a commit is left with what was written since (`wal_autocheckpoint`).
 */
export class LogMover {
  readonly #file: string;
  #database: Database | undefined;
  #writes = 0;
  #open = true;
  #moving: Promise<void> | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** So many writes more are in the log. */
  wrote(writes: number): void {
    this.#writes += writes;
    if (this.#writes < WRITES || this.#moving || !this.#open) return;
    this.#writes = 0;
    this.#moving = this.#move().finally(() => {
      this.#moving = undefined;
    });
  }

  /** Resolves when nothing is being moved any more, nor will be. */
  async close(): Promise<void> {
    this.#open = false;
    await this.#moving;
    this.#database?.close();
  }

  async #move(): Promise<void> {
    try {
      this.#database ??= new Database(this.#file, { timeout: BUSY_MS });
      await this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // Nothing is lost: what could not be moved stays in the log, and the next commit that finds it too long says what is wrong.
    }
  }
}
