import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { Server } from 'socket.io';
import { describe, expect, it } from 'vitest';
import { createDoorkeeper } from '../../../../apps/relay/sockets/doorkeeper.ts';

/** A request, and the connection that it comes by. */
const from = (remoteAddress: string, forwarded?: string): IncomingMessage =>
  ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: Object.assign(new EventEmitter(), { remoteAddress }),
  }) as unknown as IncomingMessage;

/** A door through which whoever is admitted goes at once. */
function door(trustProxy: number, limits = { total: 3, perAddress: 2 }) {
  const keeper = createDoorkeeper(limits, trustProxy);
  const engine = new EventEmitter();
  keeper.watch(engine as unknown as Server['engine']);
  return (request: IncomingMessage): Promise<EventEmitter | null> =>
    new Promise((resolve) => {
      keeper.admit(request, (admitted) => {
        if (!admitted) return resolve(null);
        const connection = Object.assign(new EventEmitter(), { request });
        engine.emit('connection', connection);
        resolve(connection);
      });
    });
}

it('admits so many from one address, and others meanwhile', async () => {
  const enter = door(0);
  const first = await enter(from('10.0.0.1'));
  expect(await enter(from('10.0.0.1'))).not.toBeNull();
  expect(await enter(from('10.0.0.1'))).toBeNull();
  expect(await enter(from('10.0.0.2'))).not.toBeNull();
  expect(await enter(from('10.0.0.3'))).toBeNull(); // three in all
  first?.emit('close');
  expect(await enter(from('10.0.0.1'))).not.toBeNull();
});

it('believes as many proxies as it is told to, and nobody beyond them', async () => {
  const enter = door(1, { total: 9, perAddress: 1 });
  expect(await enter(from('proxy', '1.1.1.1'))).not.toBeNull();
  expect(await enter(from('proxy', '2.2.2.2'))).not.toBeNull();
  expect(await enter(from('proxy', '9.9.9.9, 2.2.2.2'))).toBeNull();
  const alone = door(0, { total: 9, perAddress: 1 });
  expect(await alone(from('client', '1.1.1.1'))).not.toBeNull();
  expect(await alone(from('client', '2.2.2.2'))).toBeNull();
});

describe('[D6] whoever comes at once with many others', () => {
  it('is let in when its turn of the event loop comes: what others write is read in between', async () => {
    const enter = door(0, { total: 100, perAddress: 100 });
    let entered = 0;
    const all = Promise.all(
      Array.from({ length: 20 }, () => enter(from('10.0.0.1')).then(() => (entered += 1))),
    );
    const perTurn: number[] = [];
    while (entered < 20) {
      const before = entered;
      await setImmediate();
      perTurn.push(entered - before);
    }
    await all;
    expect(Math.max(...perTurn)).toBe(1);
  });

  it('is refused at once when there is no room for it behind those who wait', async () => {
    const enter = door(0, { total: 3, perAddress: 3 });
    const waiting = [enter(from('10.0.0.1')), enter(from('10.0.0.2')), enter(from('10.0.0.3'))];
    const late = enter(from('10.0.0.4')).then((one) => [one, 'late']);
    expect(await Promise.race([...waiting, late])).toEqual([null, 'late']);
    expect(await Promise.all(waiting)).not.toContain(null);
  });

  it('may be gone when its turn comes, and nothing of the waiting is left with it', async () => {
    const enter = door(0);
    const request = from('10.0.0.1');
    const entering = enter(request);
    request.socket.emit('error', new Error('ECONNRESET'));
    await entering;
    expect(request.socket.listenerCount('error')).toBe(0);
  });
});
