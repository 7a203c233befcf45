import type { Conversation } from '@lotsa/protocol';

/** What texts make of their conversations is written this long after the first of them, in milliseconds. */
const LAG_MS = 1_000;
/** Conversations that wait to be written while the database takes nothing; of more, `sweep` finds them. */
const MAX_WAITING = 10_000;

/**
 * Conversation documents that lag behind their messages on purpose. A text changes one line of a list, and what it changes
 * is in the log already: so its `append` does not wait for the document, and what many texts of a moment make of one is
 * written once. An update costs the database several inserts.
 */
export class Lagging {
  #waiting = new Map<string, Conversation>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #closed = false;
  readonly #write: (conversations: readonly Conversation[]) => Promise<void>;

  constructor(write: (conversations: readonly Conversation[]) => Promise<void>) {
    this.#write = write;
  }

  /** Writes a conversation soon. */
  add(conversation: Conversation): void {
    const waiting = this.#waiting.get(conversation.id);
    if (waiting && waiting.seq >= conversation.seq) return;
    this.#waiting.set(conversation.id, conversation);
    if (this.#waiting.size > MAX_WAITING) {
      for (const oldest of this.#waiting.keys()) {
        this.#waiting.delete(oldest);
        break;
      }
    }
    this.#schedule();
  }

  /** A later document of it is written. */
  overtaken({ id, seq }: Conversation): void {
    const waiting = this.#waiting.get(id);
    if (waiting && waiting.seq <= seq) this.#waiting.delete(id);
  }

  /** Resolves when what was added before is written, or the database did not take it; then it is tried again. */
  async written(): Promise<void> {
    await this.#writing;
    if (this.#waiting.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#flush().finally(() => {
      this.#writing = undefined;
      if (this.#waiting.size > 0) this.#schedule();
    });
    await this.#writing;
  }

  /** Writes what waits, and nothing after it. */
  async close(): Promise<void> {
    await this.written();
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #schedule(): void {
    if (this.#closed) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.written();
    }, LAG_MS).unref();
  }

  async #flush(): Promise<void> {
    const conversations = [...this.#waiting.values()];
    this.#waiting = new Map();
    try {
      await this.#write(conversations);
    } catch {
      for (const conversation of conversations) this.add(conversation);
    }
  }
}
