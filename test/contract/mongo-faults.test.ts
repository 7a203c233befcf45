import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { evolve } from '@lotsa/core';
import { type Conversation, LotsaError, type NewMessage } from '@lotsa/protocol';
import type { AppendResult, Storage } from '@lotsa/storage';
import { openMongo } from '@lotsa/storage/mongo';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dropDatabase } from '../support/mongodb.ts';
import { mongodbControl } from '../support/mongodb-control.ts';
import { messagesOf } from './read-all.ts';
import { appendAgain, begin, newId, openingText, session, text } from './samples.ts';

const CONVERSATIONS = 20;
const MESSAGES = 40;
const UNAVAILABLE = { answer: { code: 'storage_unavailable', data: {} } };

const controls = mongodbControl === undefined ? [] : [mongodbControl];
if (controls.length === 0) {
  process.stdout.write(
    'No MongoDB is given to be killed (MONGODB_TEST_CONTROL): only its absence is tested.\n',
  );
}

describe.for(controls)('The MongoDB storage, with a database that fails', { timeout: 120_000 }, (control) => {
  const database = `lotsa_faults_${randomBytes(6).toString('hex')}`;
  let url: string;
  let storage: Storage;

  beforeAll(async () => {
    url = await control.start();
    storage = await openMongo({ url, database });
  }, 300_000);
  afterAll(async () => {
    over = true;
    await storage.close();
    await dropDatabase(database, url);
    await control.stop();
  }, 60_000);

  it('[D1][D2][D3] has every acknowledged message once and in order after the database was killed', async () => {
    const acknowledged = new Map<string, string[]>();
    let count = 0;
    let halfway = (): void => undefined;
    const killing = new Promise<void>((resolve) => (halfway = resolve)).then(async () => {
      await control.kill();
      await control.start();
    });
    await Promise.all(
      Array.from({ length: CONVERSATIONS }, async () => {
        const id = newId();
        const ids: string[] = [];
        acknowledged.set(id, ids);
        let before: Conversation | undefined;
        for (let i = 0; i < MESSAGES; i++) {
          const message = i === 0 ? openingText() : text(`${i}`);
          before = (await persist(storage, id, before, message)) ?? before;
          ids.push(message.id);
          count += 1;
          if (count === (CONVERSATIONS * MESSAGES) / 2) halfway();
        }
      }),
    );
    await killing;
    // another relay sees the same, in the log and in the lists
    const other = await openMongo({ url, database });
    for (const [id, ids] of acknowledged) {
      const messages = await messagesOf(other, id);
      expect(messages.map((message) => message.id)).toEqual(ids);
      expect(messages.map(({ seq }) => seq)).toEqual(ids.map((_, i) => i + 1));
      const fold = messages.reduce<Conversation | undefined>(evolve, undefined);
      expect(await other.get('conversations', id)).toMatchObject({ ...fold });
    }
    await other.close();
  });

  it('says within seconds that a database is down, at every call, and goes on when it is back', async () => {
    const begun = await begin(storage);
    await control.kill();
    try {
      await unavailableWithin(4_000, storage, begun);
      await expect(openMongo({ url, database })).rejects.toMatchObject(UNAVAILABLE);
    } finally {
      await control.start();
    }
    expect((await storage.append(begun.id, begun, text('Tillbaka'))).status).toBe('appended');
  });

  it('does not wait for ever for a database that hangs, and stores a retried message once', async () => {
    const begun = await begin(storage);
    const message = text('Hängde sig');
    await control.pause();
    try {
      const appending = storage.append(begun.id, begun, message);
      await Promise.all([
        expect(appending).rejects.toMatchObject(UNAVAILABLE),
        unavailableWithin(10_000, storage, begun),
      ]);
    } finally {
      await control.resume();
    }
    const result = await appendAgain(storage, begun.id, begun, message);
    expect(result.message).toMatchObject({ id: message.id, seq: 2 });
    expect(await messagesOf(storage, begun.id)).toHaveLength(2);
  });
});

it(
  'does not wait for ever for a server that takes connections and never answers',
  { timeout: 15_000 },
  async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const began = performance.now();
    await expect(openMongo({ url: `mongodb://127.0.0.1:${port}/` })).rejects.toMatchObject(UNAVAILABLE);
    expect(performance.now() - began).toBeLessThan(10_000);
    for (const socket of sockets) socket.destroy();
    server.close();
  },
);

/** Every kind of call fails with its code, and soon. */
async function unavailableWithin(ms: number, storage: Storage, begun: Conversation): Promise<void> {
  const began = performance.now();
  const calls = [
    storage.ping(),
    storage.append(begun.id, begun, text('Ingen hör')),
    storage.load(begun.id),
    storage.raise(begun.id, { staffRead: 1 }),
    storage.insert('sessions', [session()]),
    storage.find('conversations', { index: 'byVisitor', equals: { visitorId: begun.visitorId }, limit: 1 }),
  ];
  for (const call of await Promise.allSettled(calls)) {
    expect(call).toMatchObject({ status: 'rejected', reason: UNAVAILABLE });
  }
  expect(performance.now() - began).toBeLessThan(ms);
}

/** The tests are over, well or not: nobody may go on trying, least of all on a storage that was closed. */
let over = false;

/** Appends until it is acknowledged, as a client with an outbox does. @returns the conversation, where it is known. */
async function persist(
  storage: Storage,
  id: string,
  before: Conversation | undefined,
  message: NewMessage,
): Promise<Conversation | undefined> {
  let known = before;
  for (;;) {
    try {
      const result: AppendResult = await storage.append(id, known, message);
      if (result.status === 'appended') return result.conversation;
      known = await storage.load(id);
      if (result.status === 'duplicate') return known;
    } catch (error) {
      if (over || !(error instanceof LotsaError) || error.answer.code !== 'storage_unavailable') throw error;
    }
  }
}
