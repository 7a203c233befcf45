import { once } from 'node:events';
import { connect } from 'node:net';
import { PROTOCOL_VERSION } from '@lotsa/protocol';
import { visit, visitorSocket } from '../../support/clients.ts';

/** WebSockets that are opened and never say who they are. `gone` resolves when all are closed, as the relay does. */
export async function connectSilently(
  url: string,
  count: number,
): Promise<{ close(): void; gone: Promise<unknown> }> {
  const sockets = await Promise.all(Array.from({ length: count }, () => upgraded(url)));
  return {
    close: () => sockets.forEach((socket) => socket.destroy()),
    gone: Promise.all(
      sockets.map(async (socket) => {
        if (!socket.closed) await once(socket, 'close');
      }),
    ),
  };
}

function upgraded(url: string): Promise<ReturnType<typeof connect>> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  socket.on('error', () => undefined);
  socket.write(
    [
      'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
      `Host: ${hostname}:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      '\r\n',
    ].join('\r\n'),
  );
  return new Promise((resolve) => {
    const done = (): void => resolve(socket);
    socket.once('data', done).once('close', done);
  });
}

const BAD = [
  { protocol: PROTOCOL_VERSION, siteId: 'ekhamra', token: 'x'.repeat(200) },
  { protocol: 'none' },
  { protocol: PROTOCOL_VERSION, siteId: '../../etc' },
  {},
];

/** Handshakes that are refused, some at a time. */
export async function handshakeBadly(url: string, count: number): Promise<void> {
  const AT_ONCE = 50;
  for (let i = 0; i < count; i += AT_ONCE) {
    await Promise.allSettled(
      Array.from({ length: AT_ONCE }, (_, n) => visitorSocket(url, '', BAD[n % BAD.length])),
    );
  }
}

/** A visitor that asks and does not read. */
export async function readSlowly(url: string): Promise<{ close(): void }> {
  const wire = await visitorSocket(url, (await visit(url)).cookie);
  const { ws } = (wire.socket.io.engine as unknown as { transport: { ws: { pause(): void } } }).transport;
  ws.pause();
  for (let i = 0; i < 100; i += 1) {
    wire.socket.emit('conversation:resume', { conversationId: 'x'.repeat(36), after: 0 }, () => undefined);
  }
  return wire;
}
