import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION, staffRequests, visitorRequests } from '@lotsa/protocol';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitting } from '../../fuzz/inputs.ts';
import { chance } from '../../faults/lab/schedule.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';
import { memoryKept } from '../../support/memory.ts';
import { type StorageKind, storageKinds } from '../../support/storage-kinds.ts';
import { LEAKS, OPERATORS, POLLUTERS } from './payloads.ts';

type Requests = Record<string, Parameters<typeof fitting>[0]>;
interface Wire {
  socket: { io: { engine: unknown }; connected: boolean };
  close(): void;
}

const PASSWORD = 'correct horse battery';
const POOL = ['ekhamra', 'sv', 'bygglov', 'SBF', 'agent-01', 'EKH-2026-000001', 'c01', 'g1'];
const ofObject = Object.getOwnPropertyNames(Object.prototype).join();

/** Every place in a value, with the value that has `other` there. */
function* withEach(value: unknown, other: unknown): Generator {
  yield other;
  if (Array.isArray(value)) {
    const items: unknown[] = value;
    for (const [i, item] of items.entries()) for (const it of withEach(item, other)) yield items.with(i, it);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value))
      for (const it of withEach(inner, other)) yield { ...value, [name]: it };
  }
}

/** As many as a limit of their own lets through: two hundred requests in ten seconds. */
const MOST = 120;

/** What is sent to a request that `fits` fits: with each operator in the place of each field. */
function attacks(fits: unknown): string[] {
  const sent: string[] = [];
  for (const operator of OPERATORS)
    for (const it of withEach(fits, operator)) {
      if (sent.length === MOST) return sent;
      sent.push(JSON.stringify(it));
    }
  return sent;
}

/** Sends an event as it is written, and gives what is acknowledged; undefined when the connection was cut. */
function raw(wire: Wire, namespace: string, name: string, json: string): Promise<unknown> {
  const known = wire.socket as unknown as {
    ids: number;
    acks: Record<number, (answer: unknown) => void>;
    once(event: string, heard: () => void): void;
  };
  const id = (known.ids += 1);
  return new Promise((resolve) => {
    known.acks[id] = resolve;
    known.once('disconnect', () => resolve(undefined));
    (wire.socket.io.engine as { write(data: string): void }).write(`2${namespace},${id}["${name}",${json}]`);
  });
}

describe.each(storageKinds)('over sockets, on the %s storage', { timeout: 120_000 }, (kind: StorageKind) => {
  let relay: TestRelay;
  let turn = 0;
  beforeAll(async () => {
    relay = await TestRelay.start(kind);
    const like = await relay.storage.get('users', 'registrar-1');
    // One of each for each request, so that none meets the limit of another.
    const roles = ['administrator', 'manager'] as const;
    const users = Array.from({ length: 2 * Object.keys(staffRequests).length + 20 }, (_, i) => ({
      ...like!,
      id: `attacker-${i}`,
      role: roles[i % 2]!,
    }));
    await relay.storage.insert('users', users);
  }, 60_000);
  afterAll(() => relay.close());

  const staff = async (): Promise<Wire> =>
    staffSocket(relay.url, await signIn(relay.url, `attacker-${turn++}`, PASSWORD));
  const visitor = async (): Promise<Wire> => visitorSocket(relay.url, (await visit(relay.url)).cookie);
  const SIDES: [namespace: string, requests: Requests, open: () => Promise<Wire>][] = [
    ['/visitor', visitorRequests, visitor],
    ['/staff', staffRequests, staff],
  ];

  async function alive(): Promise<void> {
    expect((await fetch(`${relay.url}/healthz`)).status).toBe(200);
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(ofObject);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  }

  /** An answer to something that nobody may send: an error, and one that tells nothing. */
  function wrong(name: string, sent: string, answer: unknown): string[] {
    const { ok, error } = (answer ?? {}) as { ok?: boolean; error?: { code: string } };
    const text = JSON.stringify(answer) ?? '';
    const code = ok ? 'ok' : (error?.code ?? 'none');
    if (code === 'internal' || code === 'none')
      return [`${name} was answered ${code} to ${sent.slice(0, 200)}`];
    if (!ok && LEAKS.test(text)) return [`${name} tells ${LEAKS.exec(text)?.[0]}`];
    return text.includes('polluted') ? [`${name} repeats ${sent.slice(0, 100)}`] : [];
  }

  it.each(SIDES)(
    '%s: operators and polluting objects, in every field of every request',
    async (namespace, requests, open) => {
      const random = chance(20_261_122);
      const found: string[] = [];
      for (const [name, schema] of Object.entries(requests)) {
        const fits = fitting(schema, random, [...POOL, randomUUID()], 0);
        const sent = attacks(fits);
        const polluting = POLLUTERS.flatMap((it) => [
          it,
          JSON.stringify(fits).replace(/^\{/, `{"__proto__":${it},"constructor":${it},`).replace(',}', '}'),
        ]);
        const wire = await open();
        const answers = await Promise.all(
          [...sent, ...polluting].map(
            async (json) => [json, await raw(wire, namespace, name, json)] as const,
          ),
        );
        wire.close();
        for (const [json, answer] of answers) found.push(...wrong(name, json, answer));
        const refused = answers.filter(([, answer]) => !(answer as { ok?: boolean } | undefined)?.ok).length;
        if (refused === 0 && sent.length > OPERATORS.length) found.push(`${name} refused nothing`);
      }
      expect(found).toEqual([]);
      await alive();
    },
  );

  it.each(SIDES)(
    '%s: a frame that is nested 5,000 deep, to every request',
    async (namespace, requests, open) => {
      const nested = '['.repeat(5_000) + ']'.repeat(5_000);
      const objects = `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`;
      const found: string[] = [];
      let wire = await open();
      for (const name of [...Object.keys(requests), 'toString', '__proto__', 'constructor', 'disconnect']) {
        for (const json of [nested, objects, `{"text":${nested},"id":${objects}}`]) {
          if (!wire.socket.connected) wire = await open();
          const answer = await raw(wire, namespace, name, json);
          // A name of Socket.IO's own ends the connection.
          if (answer === undefined && name === 'disconnect') continue;
          found.push(...wrong(name, json, answer));
        }
      }
      wire.close();
      expect(found).toEqual([]);
      await alive();
    },
  );

  it.each(SIDES)(
    '%s: a frame of ten megabytes ends its connection and nothing else',
    async (namespace, _requests, open) => {
      const [wire, other] = [await open(), await open()];
      const before = memoryKept();
      expect(await raw(wire, namespace, 'message:send', `"${'x'.repeat(10 * 1024 * 1024)}"`)).toBeUndefined();
      expect(other.socket.connected).toBe(true);
      expect(memoryKept() - before).toBeLessThan(50);
      other.close();
      await alive();
    },
  );

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'https://127.0.0.1.evil.example'])(
    'a page of %s gets no socket, whatever cookies its browser sends along',
    async (origin) => {
      const cookies = [await signIn(relay.url, 'agent-01', PASSWORD), (await visit(relay.url)).cookie];
      for (const [namespace] of SIDES) {
        for (const transports of [['websocket'], ['polling']]) {
          const socket = io(relay.url + namespace, {
            transports,
            forceNew: true,
            reconnection: false,
            auth: { protocol: PROTOCOL_VERSION, siteId: 'ekhamra' },
            extraHeaders: { Cookie: cookies.join('; '), Origin: origin },
          });
          const outcome = await new Promise((resolve) => {
            socket.once('connect', () => resolve('connected'));
            socket.once('connect_error', () => resolve('refused'));
          });
          socket.disconnect();
          expect([namespace, transports, outcome]).toEqual([namespace, transports, 'refused']);
        }
      }
    },
  );

  it.each(SIDES)('%s: a handshake of odd values is refused with a code', async (namespace) => {
    const cookie = [await signIn(relay.url, 'agent-01', PASSWORD), (await visit(relay.url)).cookie].join(
      '; ',
    );
    for (const odd of [{ $gt: '' }, ['ekhamra'], '__proto__', { constructor: 1 }, '../../etc']) {
      for (const auth of [
        { protocol: odd, siteId: odd },
        { protocol: PROTOCOL_VERSION, siteId: odd, token: odd },
      ]) {
        const socket = io(relay.url + namespace, {
          transports: ['websocket'],
          forceNew: true,
          reconnection: false,
          auth,
          extraHeaders: { Cookie: cookie },
        });
        const outcome = await new Promise<string>((resolve) => {
          socket.once('connect', () => resolve('connected'));
          socket.once('connect_error', (error: Error & { data?: { code: string } }) =>
            resolve(error.data?.code ?? error.message),
          );
        });
        socket.disconnect();
        // A console names no site.
        expect(outcome).toMatch(
          namespace === '/staff'
            ? /^(connected|invalid_payload|protocol_mismatch)$/
            : /^(invalid_payload|protocol_mismatch|unauthenticated|not_found)$/,
        );
      }
    }
    await alive();
  });
});
