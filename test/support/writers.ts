import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import type { Message, VisitorMessage } from '@lotsa/protocol';
import { type StaffWire, visit, visitorSocket, type VisitorWire } from './clients.ts';

/** What came of a text that a client wrote: `unknown` when it was gone before it had an answer. */
export type Outcome = 'ok' | 'fail' | 'unknown';

/** One attempt of a text, in the order in which they were made. */
export interface Attempt {
  conversationId: string;
  id: string;
  text: string;
  outcome: Outcome;
  seq: number | null;
  /** How long the answer took, in milliseconds, where there was one. */
  ms?: number;
}

/**
 * A visitor that writes one text after the other, each under one id until it is acknowledged, through whatever happens.
 * It keeps every attempt, and every message that it was told.
 */
export class Writer {
  readonly conversationId = randomUUID();
  readonly history: Attempt[] = [];
  readonly seen = new Map<number, string>();
  acknowledged = 0;
  /** What follows a place, as it was told: by which a client finds what it misses (rule D4). */
  readonly #behind = new Map<number, number>();
  #wire: VisitorWire | undefined;
  #cookie = '';
  readonly #address: () => string;

  /** @param address where to connect, asked at each attempt. */
  constructor(address: () => string) {
    this.#address = address;
  }

  /** Opens the visit, so that later it is the same visitor. */
  async open(): Promise<void> {
    this.#cookie = (await visit(this.#address(), this.#cookie)).cookie;
  }

  /** Writes until it has so many acknowledged. */
  writeUpTo(n: number): Promise<void> {
    return this.writeWhile(() => this.acknowledged < n);
  }

  /** Writes as long as it is asked to, with so many milliseconds between two texts. */
  async writeWhile(wanted: () => boolean, between = 0): Promise<void> {
    while (wanted()) {
      const id = randomUUID();
      const text = `Text ${this.acknowledged}`;
      while (!(await this.#attempt(id, text)));
      if (between > 0) await pause(between);
    }
  }

  /** What everybody is told from now on is fetched up to now. */
  async resume(): Promise<void> {
    const wire = await this.#connected();
    let more = true;
    while (more) {
      let after = 0;
      for (let next = this.#behind.get(after); next !== undefined; next = this.#behind.get(after))
        after = next;
      const snapshot = await wire.ask('conversation:resume', { conversationId: this.conversationId, after });
      for (const message of snapshot.messages) this.#saw(message);
      more = snapshot.more;
    }
  }

  #saw({ conversationId, seq, prev, id }: VisitorMessage): void {
    if (conversationId !== this.conversationId) return;
    this.seen.set(seq, id);
    this.#behind.set(prev, seq);
  }

  close(): void {
    this.#wire?.close();
    this.#wire = undefined;
  }

  async #attempt(id: string, text: string): Promise<boolean> {
    const { conversationId } = this;
    const attempt: Attempt = { conversationId, id, text, outcome: 'unknown', seq: null };
    try {
      const wire = await this.#connected();
      this.history.push(attempt);
      const gone = new Promise<never>((_, reject) =>
        wire.socket.once('disconnect', () => reject(new Error('gone'))),
      );
      const began = performance.now();
      const answer = await Promise.race([
        gone,
        this.acknowledged === 0
          ? wire.answer('conversation:start', { ...opening, conversationId, id, text })
          : wire.answer('message:send', { conversationId, id, text }),
      ]);
      attempt.ms = performance.now() - began;
      if (!answer.ok) {
        attempt.outcome = 'fail';
        if (answer.error.code === 'draining') this.close();
        await pause(answer.error.code === 'rate_limited' ? answer.error.data.retryAfterMs : 50);
        return false;
      }
      const message = 'message' in answer.value ? answer.value.message : answer.value.messages[0];
      attempt.outcome = 'ok';
      attempt.seq = message?.seq ?? null;
      this.acknowledged += 1;
      return true;
    } catch {
      this.close();
      await pause(50);
      return false;
    }
  }

  async #connected(): Promise<VisitorWire> {
    if (this.#wire?.socket.connected) return this.#wire;
    const wire = await visitorSocket(this.#address(), this.#cookie);
    wire.socket.on('message:sent', (message: VisitorMessage) => this.#saw(message));
    wire.socket.on('relay:draining', () => this.close());
    this.#wire = wire;
    return wire;
  }
}

const opening = {
  language: 'sv',
  page: null,
  topicId: null,
  departmentId: null,
  contact: { email: 'kim@example.se' },
};

/** Everything of a conversation as an agent's console has it from the store. */
export async function storedMessages(wire: StaffWire, conversationId: string): Promise<Message[]> {
  const messages: Message[] = [];
  for (;;) {
    const after = messages.at(-1)?.seq ?? 0;
    const page = await wire.ask('conversation:resume', { conversationId, after });
    messages.push(...page.messages);
    if (!page.more) return messages;
  }
}
