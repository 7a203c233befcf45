import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';
import { expect, it } from 'vitest';
import { createDoorkeeper } from '../../../../apps/relay/sockets/doorkeeper.ts';

const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  }) as unknown as IncomingMessage;

/** A door through which whoever is admitted goes at once. */
function door(trustProxy: number, limits = { total: 3, perAddress: 2 }) {
  const keeper = createDoorkeeper(limits, trustProxy);
  const engine = new EventEmitter();
  keeper.watch(engine as unknown as Server['engine']);
  return (request: IncomingMessage): EventEmitter | null => {
    if (!keeper.admits(request)) return null;
    const connection = Object.assign(new EventEmitter(), { request });
    engine.emit('connection', connection);
    return connection;
  };
}

it('admits so many from one address, and others meanwhile', () => {
  const enter = door(0);
  const first = enter(from('10.0.0.1'));
  expect(enter(from('10.0.0.1'))).not.toBeNull();
  expect(enter(from('10.0.0.1'))).toBeNull();
  expect(enter(from('10.0.0.2'))).not.toBeNull();
  expect(enter(from('10.0.0.3'))).toBeNull(); // three in all
  first?.emit('close');
  expect(enter(from('10.0.0.1'))).not.toBeNull();
});

it('believes as many proxies as it is told to, and nobody beyond them', () => {
  const enter = door(1, { total: 9, perAddress: 1 });
  expect(enter(from('proxy', '1.1.1.1'))).not.toBeNull();
  expect(enter(from('proxy', '2.2.2.2'))).not.toBeNull();
  expect(enter(from('proxy', '9.9.9.9, 2.2.2.2'))).toBeNull();
  const alone = door(0, { total: 9, perAddress: 1 });
  expect(alone(from('client', '1.1.1.1'))).not.toBeNull();
  expect(alone(from('client', '2.2.2.2'))).toBeNull();
});
