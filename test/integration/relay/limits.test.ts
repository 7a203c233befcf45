import { randomUUID } from 'node:crypto';
import type { Socket as NetSocket } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { TestRelay } from '../../support/relay.ts';

let relay: TestRelay;
afterEach(() => relay.close());

const opening = (conversationId: string) => ({
  conversationId,
  id: randomUUID(),
  text: 'Hej',
  language: 'sv',
  page: null,
  topicId: null,
  departmentId: null,
  contact: { email: 'kim@example.se' },
});

it('[D6] a frame of JSON nested 5,000 deep is refused, and nobody else notices', async () => {
  relay = await TestRelay.start();
  const visitor = await relay.visitor();
  // written by hand: our own JSON.stringify would not survive it
  const nested = '['.repeat(5_000) + ']'.repeat(5_000);
  for (const payload of [nested, `{"text":${nested}}`, `{"scores":${nested},"rest":${nested}}`]) {
    for (const name of ['conversation:start', 'message:send', 'conversation:rate']) {
      const answer = await raw(visitor.socket, name, payload);
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid_payload' } });
    }
  }
  await visitor.ask('conversation:start', opening(randomUUID()));
});

it(
  '[D6] [D4] who does not read is cut at 2 MB, and fetches later what it asked for',
  { timeout: 30_000 },
  async () => {
    relay = await TestRelay.start();
    // Somebody is there: a question that is left becomes a case, and says so in a message more.
    await relay.staff('agent-01');
    const visitor = await relay.visitor();
    const conversationId = randomUUID();
    await visitor.ask('conversation:start', opening(conversationId));
    let before = await relay.storage.load(conversationId);
    for (let i = 0; i < 100; i += 1) {
      const message = {
        id: randomUUID(),
        author: { type: 'visitor' },
        at: Date.now(),
        audience: 'public',
        kind: 'text',
        text: 'x'.repeat(4_000),
      } as const;
      const result = await relay.storage.append(conversationId, before, message);
      before = result.status === 'appended' ? result.conversation : before;
    }
    const tcp = tcpOf(visitor.socket);
    tcp.pause();
    for (let i = 0; i < 60; i += 1)
      visitor.socket.emit('conversation:resume', { conversationId, after: 0 }, () => undefined);
    const cut = (): Promise<string | undefined> =>
      fetch(`${relay.url}/metrics`)
        .then((response) => response.text())
        .then((text) => /^lotsa_slow_readers_cut_total (\d+)/m.exec(text)?.[1]);
    await expect.poll(cut).toBe('1');
    tcp.destroy();
    const again = await relay.visitor(visitor.cookie);
    const { messages } = await again.ask('conversation:resume', { conversationId, after: 0 });
    expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 101 }, (_, i) => i + 1));
  },
);

it('[D6] takes no more connections than it may, in all and from one address', async () => {
  relay = await TestRelay.start('embedded', { MAX_CONNECTIONS_PER_ADDRESS: '2' });
  const visitors = [await relay.visitor(), await relay.visitor()];
  await expect(relay.visitor()).rejects.toThrow('websocket error');
  visitors[0]?.close();
  await expect
    .poll(() =>
      relay.visitor().then(
        () => true,
        () => false,
      ),
    )
    .toBe(true);
});

/** Node's own socket under a client's. */
function tcpOf(socket: { io: { engine: unknown } }): NetSocket {
  return (socket.io.engine as { transport: { ws: { _socket: NetSocket } } }).transport.ws._socket;
}

/** Sends an event whose payload is written already, and gives what is acknowledged. */
function raw(socket: { io: { engine: unknown } }, name: string, json: string): Promise<unknown> {
  const known = socket as unknown as { ids: number; acks: Record<number, (answer: unknown) => void> };
  const id = (known.ids += 1);
  return new Promise((resolve) => {
    known.acks[id] = resolve;
    (socket.io.engine as { write(data: string): void }).write(`2/visitor,${id}["${name}",${json}]`);
  });
}
