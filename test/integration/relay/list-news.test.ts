import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { skipNobody } from '../../../apps/relay/sockets/skip-nobody.ts';
import type { VisitorWire } from '../../support/clients.ts';
import { TestRelay } from '../../support/relay.ts';

const asked = (conversationId: string) => ({
  conversationId,
  id: randomUUID(),
  text: 'Hej',
  language: 'sv',
  page: null,
  topicId: null,
  contact: null,
});

it('[P6] the centre is told of texts, and of a secret conversation that it exists', async () => {
  const relay = await TestRelay.start();
  onTestFinished(() => relay.close());
  await relay.storage.update('departments', 'SOF', { secrecy: 'strict' });
  const agent = await relay.staff('agent-01');
  const visitors: [VisitorWire, string, string | null][] = [
    [await relay.visitor(), randomUUID(), null],
    [await relay.visitor(), randomUUID(), null],
    [await relay.visitor(), randomUUID(), 'SOF'],
  ];
  const ids = visitors.map(([, id]) => id);
  for (const [wire, id, departmentId] of visitors)
    await wire.ask('conversation:start', { ...asked(id), departmentId });
  for (const [wire, conversationId] of visitors)
    await wire.ask('message:send', { conversationId, id: randomUUID(), text: 'Hemligt ord' });

  // Of texts alone, as what begins is told at once.
  const told = () => agent.told('conversation:changed').map((fact) => fact.conversation);
  await expect
    .poll(() => ids.slice(0, 2).every((id) => told().some((one) => one.id === id && one.seq === 2)))
    .toBe(true);
  const { conversation } = await agent.fact(
    'conversation:changed',
    (fact) => fact.conversation.id === ids[2] && fact.conversation.seq === 2,
  );
  expect(conversation).toMatchObject({ secret: true, excerpt: { text: '' } });
});

it('what is told to nobody is not encoded, and whoever is there hears all of it', async () => {
  const http = createServer().listen(0, '127.0.0.1');
  await once(http, 'listening');
  let encoded = 0;
  const server = new Server(http, { serveClient: false });
  const namespace = server.of('/visitor');
  const { encoder } = namespace.adapter as unknown as { encoder: { encode(packet: unknown): unknown[] } };
  const encode = encoder.encode.bind(encoder);
  encoder.encode = (packet) => ((encoded += 1), encode(packet));
  skipNobody(namespace);
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/visitor`;
  const clients = await Promise.all(
    ['a', 'b'].map(async () => {
      const client = io(url, { transports: ['websocket'], forceNew: true });
      await new Promise((resolve) => client.once('connect', () => resolve(null)));
      onTestFinished(() => void client.disconnect());
      return client;
    }),
  );
  const [a, b] = clients.map(({ id }) => id ?? '') as [string, string];
  const heard: string[] = [];
  clients.forEach((client, i) => client.on('told', (what: string) => heard.push(`${'ab'[i]} ${what}`)));
  namespace.in(a).socketsJoin('room');
  encoded = 0;
  namespace.to('empty').emit('told', 'nobody');
  namespace.to(['room', 'empty']).except(a).emit('told', 'only its sender');
  expect(encoded).toBe(0);
  namespace.to(['empty', 'room']).emit('told', '1');
  namespace.to('room').to(b).except(a).emit('told', '2');
  namespace.emit('told', '3');
  await Promise.all(
    clients.map(
      (client) => new Promise((resolve) => client.on('told', (what) => what === '3' && resolve(null))),
    ),
  );
  expect(heard.toSorted()).toEqual(['a 1', 'a 3', 'b 2', 'b 3']);
  expect(encoded).toBe(3);
});
