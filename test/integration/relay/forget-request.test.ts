import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, it } from 'vitest';
import { forgetRequest } from '../../../apps/relay/sockets/forget-request.ts';
import { stillHeld } from '../../support/memory.ts';

it.each(['websocket', 'polling'])(
  'the request that opened a connection by %s is gone from memory, and the connection goes on',
  async (transport) => {
    const requests: WeakRef<object>[] = [];
    const server = createServer();
    const relay = new Server(server);
    relay.use((socket, next) => {
      requests.push(new WeakRef(socket.request));
      forgetRequest(socket);
      next();
    });
    relay.on('connection', (socket) =>
      socket.on('asked', (ack: (answer: string) => void) => ack('answered')),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const client = io(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      transports: [transport],
    });
    expect(await client.emitWithAck('asked')).toBe('answered');
    expect(requests).toHaveLength(1);
    expect(await stillHeld(...requests)).toBe(0);
    const gone = once(server, 'close');
    client.close();
    await relay.close();
    await gone;
  },
);
