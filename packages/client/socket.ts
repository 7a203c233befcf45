import { type ErrorAnswer, PROTOCOL_VERSION } from '@lotsa/protocol';
import { io, type Socket } from 'socket.io-client';
import type { AnswerOf, FactOf, RequestMap, Transport } from './transport.ts';

/** A request without an answer after this long counts as lost. */
const ACK_TIMEOUT = 10_000;
const OPEN_TIMEOUT = 10_000;

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
  return io(baseUrl + namespace, {
    path: '/socket.io',
    autoConnect: false,
    reconnection: false,
    // WebSocket first needs no sticky sessions; polling is for proxies that do not let it through.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    timeout: OPEN_TIMEOUT,
    auth: (give) => give({ ...auth(), protocol: PROTOCOL_VERSION }),
  });
}

/**
 * The transport over Socket.IO. Socket.IO's reconnecting does not recover from a disconnect by the server or a refused
 * handshake, and one keeper of the connection is enough: {@link createLink}.
 */
export function socketTransport<Requests extends RequestMap<Requests>, Facts>(
  socket: Socket,
): Transport<Requests, Facts> {
  const transport: Transport<Requests, Facts> = {
    onConnection: () => undefined,
    onFact: () => undefined,
    connect: () => void socket.connect(),
    disconnect: () => void socket.disconnect(),
    async request(name, payload) {
      if (!socket.connected) return null;
      try {
        return (await socket.timeout(ACK_TIMEOUT).emitWithAck(name, payload)) as AnswerOf<
          Requests,
          typeof name
        >;
      } catch {
        return null;
      }
    },
  };
  socket.on('connect', () => transport.onConnection({ type: 'online' }));
  socket.on('disconnect', (reason) => {
    if (reason !== 'io client disconnect') transport.onConnection({ type: 'offline', error: null });
  });
  socket.on('connect_error', (error: Error & { data?: ErrorAnswer }) => {
    // A proxy that swallows WebSocket in silence is only noticed by the time-out: begin with polling from then on.
    if (!error.data) socket.io.opts.transports = ['polling', 'websocket'];
    transport.onConnection({ type: 'offline', error: error.data ?? null });
  });
  socket.onAny((name: string, fact: unknown) => transport.onFact({ name, fact } as FactOf<Facts>));
  return transport;
}
