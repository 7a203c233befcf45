import { setTimeout as pause } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { visit, visitorSocket } from '../support/clients.ts';
import type { Comparison } from './figures.ts';
import { ServerProcess } from './server-process.ts';

const CONNECTIONS = 10_000;
const AT_ONCE = 50;
/** What is idle: what opening took has been given back by then. */
const SETTLED_MS = 30_000;

async function perConnection(server: ServerProcess, open: () => Promise<{ close(): void }>): Promise<number> {
  const first = await many(100, open);
  await pause(SETTLED_MS);
  const before = await server.collectedUsage();
  const rest = await many(CONNECTIONS, open);
  await pause(SETTLED_MS);
  const after = await server.collectedUsage();
  for (const one of [...first, ...rest]) one.close();
  server.stop();
  return (after.kept - before.kept) / CONNECTIONS / 1_024;
}

async function many(count: number, open: () => Promise<{ close(): void }>): Promise<{ close(): void }[]> {
  const opened: { close(): void }[] = [];
  while (opened.length < count) opened.push(...(await Promise.all(Array.from({ length: AT_ONCE }, open))));
  return opened;
}

/** What a visitor costs in memory who has the panel open and is silent. */
export async function idleMemory(): Promise<Comparison[]> {
  const bare = await ServerProcess.start('bare');
  const reference = await perConnection(bare, async () => {
    const socket = io(bare.url, { transports: ['websocket'], forceNew: true, reconnection: false });
    await new Promise((resolve) => socket.once('connect', () => resolve(null)));
    return socket;
  });
  const relay = await ServerProcess.start('lotsa');
  const lotsa = await perConnection(relay, async () =>
    visitorSocket(relay.url, (await visit(relay.url)).cookie),
  );
  return [
    { figure: `memory of an idle visitor, of ${CONNECTIONS}`, unit: 'kB', lotsa, reference, target: '≤ 1.3' },
  ];
}
