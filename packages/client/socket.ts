import { type Answer, type ErrorAnswer, PROTOCOL_VERSION } from '@lotsa/protocol';
import { Manager, type Socket } from 'socket.io-client';
import type { FactOf, RequestMap, Transport } from './transport.ts';

/** A request without an answer after this long counts as lost. */
const ACK_TIMEOUT = 10_000;
const OPEN_TIMEOUT = 10_000;
/** A proxy that swallows WebSocket in silence is given up sooner, once: what was begun by polling goes over to it yet. */
const FIRST_OPEN_TIMEOUT = 2_000;
/** Work that takes longer than this is explained. */
const PROVING_SHOWN = 2_000;

/** Where the relay is and as whom to come. */
export interface SocketOptions {
  /** The relay's origin; empty for the page's own. */
  baseUrl: string;
  namespace: '/visitor' | '/staff';
  /** Asked at each attempt; the protocol's version is added. */
  auth: () => Record<string, unknown>;
}

/** Makes a socket that does nothing by itself: its own reconnecting is off, see {@link socketTransport}. */
export function openSocket({ baseUrl, namespace, auth }: SocketOptions): Socket {
  const manager = new Manager(baseUrl || location.origin, {
    path: '/socket.io',
    autoConnect: false,
    reconnection: false,
    // WebSocket needs no sticky sessions and no second request; see tryOtherwise.
    transports: ['websocket'],
    timeout: FIRST_OPEN_TIMEOUT,
  });
  return manager.socket(namespace, {
    auth: (give: (fields: object) => void) => give({ ...auth(), protocol: PROTOCOL_VERSION }),
  });
}

/**
 * The transport over Socket.IO. Socket.IO's reconnecting does not recover from a disconnect by the server or a refused
 * handshake, and one keeper of the connection is enough: {@link createLink}.
 * @param onProving is told when work that the relay asks for takes long, and when it is done.
 */
export function socketTransport<Requests extends RequestMap<Requests>, Facts>(
  socket: Socket,
  onProving: (proving: boolean) => void = () => undefined,
): Transport<Requests, Facts> {
  const transport: Transport<Requests, Facts> = {
    onConnection: () => undefined,
    onFact: () => undefined,
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    async request(name, payload) {
      if (!socket.connected) return null;
      try {
        return await asked(name, payload);
      } catch {
        return null;
      }
    },
  };
  /** Asks; when the relay wants work first, does it, says so when it takes long, and asks again (rule B2). */
  async function asked(name: string, payload: object): Promise<never> {
    const answer = (await socket.timeout(ACK_TIMEOUT).emitWithAck(name, payload)) as Answer<unknown>;
    if (answer.ok || answer.error.code !== 'proof_needed') return answer as never;
    const slow = setTimeout(onProving, PROVING_SHOWN, true);
    const { prove } = await import('./prove.ts');
    const proof = await prove(answer.error.data);
    clearTimeout(slow);
    onProving(false);
    return asked(name, { ...payload, proof });
  }
  let first = true;
  socket.on('connect', () => {
    first = false;
    transport.onConnection({ type: 'online' });
  });
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') transport.onConnection({ type: 'offline', error: null });
  });
  socket.on('connect_error', async (error: Error & { data?: ErrorAnswer }) => {
    if (!error.data) {
      await tryOtherwise(socket);
      // A line that is slow or lets no WebSocket through is not a lost one yet: the first time, all is one attempt.
      if (first && socket.active) {
        first = false;
        socket.connect();
        return;
      }
    }
    transport.onConnection({ type: 'offline', error: error.data ?? null });
  });
  socket.onAny((name: string, fact: unknown) => transport.onFact({ name, fact } as FactOf<Facts>));
  return transport;
}

/**
 * Either the relay is away or a proxy lets no WebSocket through, which looks the same from here: the next attempt begins
 * with polling and goes over to WebSocket when that gets through, the one after that with WebSocket again.
 */
async function tryOtherwise(socket: Socket): Promise<void> {
  const { opts } = socket.io;
  socket.io.timeout(OPEN_TIMEOUT);
  if (opts.transports?.[0] !== 'websocket') {
    opts.transports = ['websocket'];
    return;
  }
  try {
    const { addPolling } = await import('./polling.ts');
    addPolling();
    opts.transports = ['polling', 'websocket'];
  } catch {
    // The part could not be loaded: the relay is away. WebSocket is tried again.
  }
}
