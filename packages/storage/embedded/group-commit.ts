import type { Connection } from './connection.ts';
import { unavailable } from './connection.ts';

/** One write that waits for the next commit. */
interface Waiting {
  /** Runs inside of the transaction. Throws only before its first change, or when the database fails. */
  write: () => unknown;
  resolve: (value: never) => void;
  reject: (reason: unknown) => void;
}

/**
 * Gathers the writes of one moment into one transaction: waiting for the disk is what a write costs, and fifty wait
 * as long as one. Each runs after those before it, and sees what they wrote.
 */
export class GroupCommit {
  readonly #connection: Connection;
  #waiting: Waiting[] = [];
  #undo: (() => void)[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @returns what the write returned, once it is durable. */
  add<Result>(write: () => Result): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) setImmediate(() => this.flush());
      this.#waiting.push({ write, resolve, reject });
    });
  }

  /** For a write that changes memory, too, while it runs: what undoes that, should the transaction come to nothing. */
  ifUndone(undo: () => void): void {
    this.#undo.push(undo);
  }

  /** Commits what waits, now. */
  flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    this.#undo = [];
    const settle: (() => void)[] = [];
    try {
      this.#connection.transaction(() => {
        for (const one of group) settle.push(attempt(one));
      });
    } catch (error) {
      for (const undo of this.#undo.toReversed()) undo();
      const reason = unavailable(error);
      for (const { reject } of group) reject(reason);
      return;
    }
    for (const one of settle) one();
  }
}

/** A write that fails by itself fails alone; when the database fails, all of the transaction is gone. */
function attempt({ write, resolve, reject }: Waiting): () => void {
  try {
    const result = write() as never;
    return () => resolve(result);
  } catch (error) {
    if (unavailable(error) !== error) throw error;
    return () => reject(error);
  }
}
