const MAX_CONVERSATIONS = 10_000;

/**
 * How far each conversation is known to reach: places that were seen durable. So an append behind what this process
 * has read or written itself needs no look at the database first. Bounded: the longest unused are forgotten.
 */
export class Heads {
  readonly #seqs = new Map<string, number>();

  /** The message at `seq` was seen, and with it all before. */
  saw(conversationId: string, seq: number): void {
    const known = Math.max(seq, this.#seqs.get(conversationId) ?? 0);
    this.#seqs.delete(conversationId);
    this.#seqs.set(conversationId, known);
    if (this.#seqs.size <= MAX_CONVERSATIONS) return;
    for (const oldest of this.#seqs.keys()) {
      this.#seqs.delete(oldest);
      break;
    }
  }

  /** The conversation was erased. */
  forget(conversationId: string): void {
    this.#seqs.delete(conversationId);
  }

  /** Whether the message at `seq` is known to be there; otherwise the database must be asked. */
  has(conversationId: string, seq: number): boolean {
    return seq <= (this.#seqs.get(conversationId) ?? 0);
  }
}
