import type { Connection } from './connection.ts';
import type { GroupCommit } from './group-commit.ts';

/** A row is written this long after the first text that it lacks, in milliseconds. */
const LAG_MS = 5_000;
/** Rows that one commit writes for their age: with more, those who wait for it would. */
const AT_ONCE = 50;

/** What the latest texts made of a conversation, where its row does not say so yet. */
interface Latest {
  seq: number;
  /** As `latestOf` writes it. */
  text: string;
  /** When the row was last right. */
  since: number;
}

const UPDATE = 'UPDATE conversations SET latest = ? WHERE id = ?';

/**
 * Rows of conversations that lag behind their messages on purpose. A text changes one line of a list, and what it changes is
 * in its message already: so its `append` does not write the row and its indexes, which is most of what an append costs, and
 * what many texts make of one conversation is written once. Whoever reads a row here adds what it lacks ({@link textOf}), or
 * has all rows written first ({@link settle}); after a crash `repair` folds the messages anew.
 */
export class Lagging {
  readonly #connection: Connection;
  readonly #commit: GroupCommit;
  readonly #latest = new Map<string, Latest>();
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(connection: Connection, commit: GroupCommit) {
    this.#connection = connection;
    this.#commit = commit;
  }

  /** The place of the last message, where the row lags. */
  seqOf(id: string): number | undefined {
    return this.#latest.get(id)?.seq;
  }

  /** What belongs in the row's `latest`, where it lags. */
  textOf(id: string): string | undefined {
    return this.#latest.get(id)?.text;
  }

  /** Within a commit: a text was appended. */
  set(id: string, seq: number, text: string): void {
    const now = performance.now();
    const since = this.#latest.get(id)?.since ?? now;
    this.#put(id, { seq, text, since });
    if (now - since > LAG_MS) this.write(id);
    else this.#schedule(LAG_MS);
  }

  /** Within a commit: writes a row, if it lags. */
  write(id: string): void {
    const latest = this.#latest.get(id);
    if (!latest) return;
    this.#connection.run(UPDATE, latest.text, id);
    this.forget(id);
  }

  /** Within a commit: the row was written, or is gone. */
  forget(id: string): void {
    if (this.#latest.has(id)) this.#put(id, undefined);
  }

  /** Outside of a commit: writes every row that lags. On a full disk they go on lagging. */
  settle(): void {
    if (this.#latest.size === 0) return;
    try {
      this.#connection.transaction(() => {
        for (const [id, { text }] of this.#latest) this.#connection.run(UPDATE, text, id);
      });
      this.#latest.clear();
    } catch {
      // Nothing is lost: the messages are there, and what is read here is added to.
    }
  }

  /** Writes what it can, and nothing after it. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.settle();
  }

  #put(id: string, latest: Latest | undefined): void {
    const before = this.#latest.get(id);
    this.#commit.ifUndone(() => this.#keep(id, before));
    this.#keep(id, latest);
  }

  #keep(id: string, latest: Latest | undefined): void {
    if (latest) this.#latest.set(id, latest);
    else this.#latest.delete(id);
  }

  #schedule(ms: number): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      void this.#writeOld().then((next) => {
        this.#timer = undefined;
        if (this.#latest.size > 0) this.#schedule(next);
      });
    }, ms).unref();
  }

  /** Writes rows that nobody appended to since they are due. @returns when to look again, in milliseconds. */
  async #writeOld(): Promise<number> {
    const due = performance.now() - LAG_MS;
    // The order of a map is that in which keys came: the first lag longest.
    const old = [...this.#latest].filter(([, { since }]) => since <= due).slice(0, AT_ONCE);
    try {
      await this.#commit.add(() => {
        for (const [id] of old) this.write(id);
      });
    } catch {
      // A full disk, or closed meanwhile: they go on lagging.
      return LAG_MS;
    }
    const [first] = this.#latest.values();
    return Math.max(100, (first?.since ?? 0) - due);
  }
}
