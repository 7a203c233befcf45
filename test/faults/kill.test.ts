import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import {
  signIn,
  type StaffWire,
  staffSocket,
  visit,
  visitorSocket,
  type VisitorWire,
} from '../support/clients.ts';
import { storageKinds } from '../support/storage-kinds.ts';

const VISITORS = 6;
/** The second on a store that was killed before; `npm run faults` kills on. */
const KILLS = 2;
/** Acknowledged texts of each visitor between two kills. */
const BETWEEN_KILLS = 8;

/** A visitor that writes one text after the other, each until it is acknowledged, through whatever happens. */
class Writer {
  readonly conversationId = randomUUID();
  readonly acknowledged: { id: string; text: string; seq: number }[] = [];
  #wire: VisitorWire | undefined;
  readonly #url: string;
  readonly #cookie: string;
  readonly #up: () => Promise<void>;

  constructor(url: string, cookie: string, up: () => Promise<void>) {
    this.#url = url;
    this.#cookie = cookie;
    this.#up = up;
  }

  /** Writes until it has so many acknowledged. */
  async writeUpTo(n: number): Promise<void> {
    while (this.acknowledged.length < n) {
      const id = randomUUID();
      const text = `Text ${this.acknowledged.length}`;
      const seq = await this.#sendUntilAcknowledged(id, text);
      this.acknowledged.push({ id, text, seq });
    }
  }

  async #sendUntilAcknowledged(id: string, text: string): Promise<number> {
    for (;;) {
      try {
        this.#wire ??= await visitorSocket(this.#url, this.#cookie);
        const { conversationId } = this;
        const gone = new Promise<never>((_, reject) =>
          this.#wire?.socket.once('disconnect', () => reject(new Error('gone'))),
        );
        const answer = await Promise.race([
          gone,
          this.acknowledged.length === 0
            ? this.#wire.ask('conversation:start', {
                conversationId,
                id,
                text,
                language: 'sv',
                page: null,
                topicId: null,
                departmentId: null,
                contact: { email: 'kim@example.se' },
              })
            : this.#wire.ask('message:send', { conversationId, id, text }),
        ]);
        const message = 'message' in answer ? answer.message : answer.messages[0];
        if (!message) throw new Error('no message in the answer');
        return message.seq;
      } catch {
        this.#wire?.close();
        this.#wire = undefined;
        await this.#up();
      }
    }
  }

  close(): void {
    this.#wire?.close();
  }
}

describe.each(storageKinds)('the relay is killed again and again, on %s', (kind) => {
  let relay: BuiltRelay;
  let running: Promise<void> = Promise.resolve();

  beforeAll(async () => {
    relay = await BuiltRelay.start(kind);
  });
  afterAll(() => relay?.close());

  it('[D1] [D2] [D3] every acknowledged text is stored once, in its place, and the agent sees the same', async () => {
    const writers: Writer[] = [];
    for (let i = 0; i < VISITORS; i += 1) {
      const { cookie } = await visit(relay.url);
      writers.push(new Writer(relay.url, cookie, () => running));
    }
    for (let round = 1; round <= KILLS; round += 1) {
      const [first, ...others] = writers.map((writer) => writer.writeUpTo(round * BETWEEN_KILLS));
      // Killed while the others are in the middle of it.
      await first;
      await relay.stop('SIGKILL');
      running = relay.run();
      // The others may have been done before the kill: nobody goes on before the relay runs again.
      await Promise.all([running, ...others]);
    }

    const agent: StaffWire = await staffSocket(relay.url, await signIn(relay.url, 'agent-01', DEMO_PASSWORD));
    for (const { conversationId, acknowledged } of writers) {
      const { messages } = await agent.ask('conversation:resume', { conversationId, after: 0 });
      expect(messages.map((m) => m.seq)).toEqual(messages.map((_, i) => i + 1));
      expect(new Set(messages.map((m) => m.id)).size).toBe(messages.length);
      const stored = new Map(messages.map((m) => [m.id, m]));
      for (const { id, text, seq } of acknowledged) expect(stored.get(id)).toMatchObject({ text, seq });
      // One text at a time, each until it was acknowledged: no other text can be there. (Nobody is there to answer, so the
      // question became a case, which is an event.)
      expect(messages.filter(({ kind }) => kind === 'text')).toHaveLength(acknowledged.length);
    }
    agent.close();
    for (const writer of writers) writer.close();
  });
});
