// The reference: Socket.IO alone. A text goes to the room of its sender and is acknowledged; nothing is stored or checked.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const server = createServer((_request, response) => {
  const { user, system } = process.cpuUsage();
  response.end(JSON.stringify({ cpuMs: (user + system) / 1_000, rss: process.memoryUsage().rss }));
});
new Server(server, { serveClient: false, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('join', (room: string, ack: (value: null) => void) => {
    void socket.join(room);
    ack(null);
  });
  socket.on('send', (message: { room: string; text: string; at: number }, ack: (value: null) => void) => {
    socket.to(message.room).emit('sent', message);
    ack(null);
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
