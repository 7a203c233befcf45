import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../support/clients.ts';
import type { ServerProcess } from './server-process.ts';

/** A sender whose texts go to one receiver. */
interface Sender {
  send(text: string): Promise<void>;
}

/** Senders and receivers on a server, ready to go. */
export interface Crowd {
  senders: Sender[];
  /** Called with the time, in milliseconds, that each text took to its receiver. */
  onDelivered: (ms: number) => void;
  close(): void;
}

const TEXT = 'Jag undrar när soporna hämtas på Storgatan 12, det är redan fredag och kärlet är fullt.';
const RECEIVERS = 6;
const options = { transports: ['websocket'], forceNew: true, reconnection: false };

/** Some at a time: a crowd that comes all at once is another measurement. */
export async function each<T, R>(
  items: readonly T[],
  make: (item: T, i: number) => Promise<R>,
  atOnce = 50,
): Promise<R[]> {
  const made: R[] = [];
  for (let i = 0; i < items.length; i += atOnce) {
    made.push(...(await Promise.all(items.slice(i, i + atOnce).map((item, n) => make(item, i + n)))));
  }
  return made;
}

/** Measures from the making of a message's id until it is delivered. */
function stopwatch(crowd: Crowd): { begin: () => string; delivered: (message: { id: string }) => void } {
  const begun = new Map<string, number>();
  return {
    begin() {
      const id = randomUUID();
      begun.set(id, performance.now());
      return id;
    },
    delivered({ id }) {
      const at = begun.get(id);
      if (at !== undefined && begun.delete(id)) crowd.onDelivered(performance.now() - at);
    },
  };
}

/** On bare Socket.IO: each sender has a room, in which one receiver listens. */
export async function bareCrowd(server: ServerProcess, count: number): Promise<Crowd> {
  const open = async (): Promise<Socket> => {
    const socket = io(server.url, options);
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    return socket;
  };
  const receivers = await each(Array.from({ length: RECEIVERS }), open);
  const crowd: Crowd = { senders: [], onDelivered: () => undefined, close: () => undefined };
  const clock = stopwatch(crowd);
  for (const receiver of receivers) receiver.on('sent', clock.delivered);
  const sockets = await each(Array.from({ length: count }), async (_, i) => {
    const conversationId = randomUUID();
    await receivers[i % RECEIVERS]?.emitWithAck('join', conversationId);
    return { socket: await open(), conversationId };
  });
  crowd.senders = sockets.map(({ socket, conversationId }) => ({
    async send(text) {
      await socket.emitWithAck('send', { conversationId, id: clock.begin(), text });
    },
  }));
  crowd.close = () =>
    [...receivers, ...sockets.map(({ socket }) => socket)].forEach((socket) => socket.disconnect());
  return crowd;
}

/** On Lotsa: each visitor has a conversation, which one agent has open. */
export async function lotsaCrowd(server: ServerProcess, count: number): Promise<Crowd> {
  const { url } = server;
  const agents = await each(Array.from({ length: RECEIVERS }), async (_, i) =>
    staffSocket(url, await signIn(url, `agent-0${i + 1}`, DEMO_PASSWORD)),
  );
  const crowd: Crowd = { senders: [], onDelivered: () => undefined, close: () => undefined };
  const clock = stopwatch(crowd);
  for (const agent of agents) {
    agent.socket.offAny();
    agent.socket.on('message:sent', clock.delivered);
  }
  const wires = await each(Array.from({ length: count }), async (_, i) => {
    const wire = await visitorSocket(url, (await visit(url)).cookie);
    wire.socket.offAny();
    const conversationId = randomUUID();
    const asked = { conversationId, id: randomUUID(), text: TEXT, language: 'sv', page: null };
    await wire.ask('conversation:start', { ...asked, topicId: null, departmentId: null, contact: null });
    await agents[i % RECEIVERS]?.ask('conversation:resume', { conversationId, after: 0 });
    return { wire, conversationId };
  });
  crowd.senders = wires.map(({ wire, conversationId }) => ({
    async send(text) {
      await wire.ask('message:send', { conversationId, id: clock.begin(), text });
    },
  }));
  crowd.close = () => [...agents, ...wires.map(({ wire }) => wire)].forEach((wire) => wire.close());
  return crowd;
}

/** What a crowd's texts took. */
export interface Load {
  perSecond: number;
  cpuMsPerMessage: number;
  delivered: number[];
}

/**
 * Each sender sends so many texts: the next when the one before is acknowledged, or with `gapMs` at that pace. At most
 * 24, which is what the relay lets one visitor write in ten seconds.
 */
export async function load(server: ServerProcess, crowd: Crowd, texts: number, gapMs = 0): Promise<Load> {
  const delivered: number[] = [];
  const all = crowd.senders.length * texts;
  const everything = new Promise<void>((resolve) => {
    crowd.onDelivered = (ms) => {
      if (delivered.push(ms) === all) resolve();
    };
  });
  const before = await server.usage();
  const began = performance.now();
  await Promise.all(
    crowd.senders.map(async (sender, i) => {
      if (gapMs > 0) await pause((i / crowd.senders.length) * gapMs);
      for (let n = 0; n < texts; n += 1) {
        const sending = sender.send(TEXT);
        if (gapMs > 0) await pause(gapMs);
        await sending;
      }
    }),
  );
  await everything;
  const seconds = (performance.now() - began) / 1_000;
  const after = await server.usage();
  return { perSecond: all / seconds, cpuMsPerMessage: (after.cpuMs - before.cpuMs) / all, delivered };
}
