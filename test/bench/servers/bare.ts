// The reference: a relay on Socket.IO alone that delivers the same: a text gets an id and a place, is acknowledged with the
// message that it became, and goes to who listens. Nothing is stored, decoded or decided. `at PORT`: where it listens.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { tellUsage } from './usage.ts';

interface Text {
  conversationId: string;
  id: string;
  text: string;
}

const server = createServer((request, response) => void tellUsage(request, response));
const places = new Map<string, number>();
new Server(server, { serveClient: false, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('join', (conversationId: string, ack: (value: null) => void) => {
    void socket.join(conversationId);
    ack(null);
  });
  socket.on('send', ({ conversationId, id, text }: Text, ack: (answer: object) => void) => {
    const seq = (places.get(conversationId) ?? 0) + 1;
    places.set(conversationId, seq);
    const author = { type: 'visitor' };
    const message = { conversationId, seq, id, at: Date.now(), author, kind: 'text', text };
    socket.to(conversationId).emit('sent', message);
    ack(message);
  });
});
server.listen(Number(process.argv[3] ?? 0), '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
