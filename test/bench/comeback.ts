import { mkdtempSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '@lotsa/protocol';
import { io, type Socket } from 'socket.io-client';
import { visit, visitorSocket } from '../support/clients.ts';
import { freePort } from '../support/free-port.ts';
import { type Comparison, medianPair } from './figures.ts';
import { each } from './load.ts';
import { ServerProcess } from './server-process.ts';

const CLIENTS = 5_000;
/** Restarts, and as often the reference, in turns so that both meet the same machine; the medians are kept. */
const RUNS = 3;
/** Handshakes that a client process begins at once: what it opens too fast only waits in its own queue. */
const AT_ONCE = 500;
const options = { transports: ['websocket'], forceNew: true, reconnection: false };

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

/** Milliseconds until all are back. */
async function timed(comeBack: (i: number) => Promise<Socket>): Promise<number> {
  const began = performance.now();
  const sockets = await each(Array.from({ length: CLIENTS }), (_, i) => comeBack(i), AT_ONCE);
  const took = performance.now() - began;
  for (const socket of sockets) socket.disconnect();
  return took;
}

async function bareComeback(): Promise<number> {
  const server = await ServerProcess.start('bare');
  const took = await timed(async () => {
    const socket = io(server.url, options);
    await connected(socket);
    return socket;
  });
  server.stop();
  return took;
}

/** Visitors in the middle of a conversation, on a relay that has been killed. */
interface Store {
  folder: string;
  port: string;
  visitors: { cookie: string; conversationId: string }[];
}

async function killedInTheMiddle(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-'));
  const port = String(await freePort());
  const server = await ServerProcess.start('lotsa', 'at', folder, port);
  const { url } = server;
  const visitors = await each(Array.from({ length: CLIENTS }), async () => {
    const { cookie } = await visit(url);
    const wire = await visitorSocket(url, cookie);
    const conversationId = randomUUID();
    const asked = {
      conversationId,
      id: randomUUID(),
      text: 'När hämtas soporna?',
      language: 'sv',
      page: null,
    };
    const contact = { email: 'kim@example.se' };
    await wire.ask('conversation:start', { ...asked, topicId: null, departmentId: null, contact });
    for (const text of ['Det är fredag', 'Och glaset?'])
      await wire.ask('message:send', { conversationId, id: randomUUID(), text });
    wire.close();
    return { cookie, conversationId };
  });
  server.stop();
  return { folder, port, visitors };
}

/** The relay comes back, and each fetches what it misses. */
async function lotsaComeback({ folder, port, visitors }: Store): Promise<number> {
  const server = await ServerProcess.start('lotsa', 'at', folder, port);
  const auth = { protocol: PROTOCOL_VERSION, siteId: 'ekhamra' };
  const took = await timed(async (i) => {
    const { cookie, conversationId } = visitors[i] as (typeof visitors)[number];
    const socket = io(`${server.url}/visitor`, { ...options, auth, extraHeaders: { Cookie: cookie } });
    await connected(socket);
    const answer = (await socket.emitWithAck('conversation:resume', { conversationId, after: 1 })) as {
      ok: boolean;
      value?: { messages: { kind: string }[] };
    };
    // Beside its texts there is that nobody was there and its question became a case.
    const texts = answer.value?.messages.filter(({ kind }) => kind === 'text');
    if (texts?.length !== 2) throw new Error(JSON.stringify(answer));
    return socket;
  });
  server.stop();
  return took;
}

/** All visitors of a busy hour back at once, each with what it missed. */
export async function comeback(): Promise<Comparison[]> {
  const store = await killedInTheMiddle();
  const [reference, lotsa]: [number[], number[]] = [[], []];
  while (lotsa.length < RUNS) {
    reference.push((await bareComeback()) / 1_000);
    lotsa.push((await lotsaComeback(store)) / 1_000);
  }
  rmSync(store.folder, { recursive: true });
  return [
    {
      figure: `${CLIENTS.toLocaleString('en')} clients back after a restart, resumed by sequence (reference: connected)`,
      unit: 's',
      ...medianPair(lotsa, reference),
      target: '≤ 2',
    },
  ];
}
