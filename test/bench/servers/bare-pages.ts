// The reference: what Socket.IO alone does. Hands every text on to everybody else, stores nothing, checks nothing.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const SENDER = `<!doctype html><title>sender</title><textarea></textarea><script src="/socket.io/socket.io.js"></script>
<script>const socket = io({ transports: ['websocket'] });
document.querySelector('textarea').addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  socket.emit('send', event.target.value);
  event.target.value = '';
});</script>`;

const RECEIVER = `<!doctype html><title>receiver</title><ol></ol><script src="/socket.io/socket.io.js"></script>
<script>io({ transports: ['websocket'] }).on('sent', (text) => {
  const item = document.createElement('li');
  item.textContent = text;
  document.querySelector('ol').append(item);
});</script>`;

const server = createServer((request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end(request.url === '/sender' ? SENDER : RECEIVER);
});
new Server(server).on('connection', (socket) => {
  socket.on('send', (text: string) => socket.broadcast.emit('sent', text));
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
