import type { IncomingMessage } from 'node:http';
import type { Server } from 'socket.io';
import { addressOf, networkOf } from '../abuse/address.ts';

/** How many connections there may be. */
export interface ConnectionLimits {
  /** On this relay. */
  total: number;
  /** From one address: far more than a library or a school behind one address has. */
  perAddress: number;
}

/** The parts of an engine.io socket that are used here (engine.io 6). */
interface Connection {
  request: IncomingMessage;
  once(event: 'close', listener: () => void): unknown;
}

/** Counts the connections of a relay, so that neither one address nor all of them can fill its memory (rule D6). */
export interface Doorkeeper {
  /** Decides whether one more may come from where a request comes from, when its turn has come. */
  admit(request: IncomingMessage, decide: (admitted: boolean) => void): void;
  /** Counts the connections of a relay from now on. */
  watch(engine: Server['engine']): void;
}

/** While it waits nobody listens to a connection, and what goes wrong with it would end the relay. */
const ignore = (): void => undefined;

/**
 * Makes one. Addresses are in memory only, and only as long as somebody is connected from them (rule P3).
 * @param trustProxy how many proxies in front are believed, each of which adds one address to `X-Forwarded-For`.
 */
export function createDoorkeeper({ total, perAddress }: ConnectionLimits, trustProxy: number): Doorkeeper {
  const from = new Map<string, number>();
  let all = 0;
  const source = (request: IncomingMessage): string => networkOf(addressOf(request, trustProxy));

  /**
   * In the order in which they came. One is let in a turn of the event loop: it takes half a millisecond, and thousands come at
   * once after a restart, or from whoever means ill. What those who are in write is read between them.
   */
  const waiting = new Set<() => void>();
  function letIn(): void {
    const [enter] = waiting;
    if (!enter) return;
    waiting.delete(enter);
    if (waiting.size > 0) setImmediate(letIn);
    enter();
  }

  return {
    admit(request, decide) {
      if (all + waiting.size >= total) return decide(false);
      request.socket.on('error', ignore);
      waiting.add(() => {
        request.socket.off('error', ignore);
        decide(all < total && (from.get(source(request)) ?? 0) < perAddress);
      });
      if (waiting.size === 1) setImmediate(letIn);
    },
    watch(engine) {
      engine.on('connection', (connection: Connection) => {
        const address = source(connection.request);
        all += 1;
        from.set(address, (from.get(address) ?? 0) + 1);
        connection.once('close', () => {
          all -= 1;
          const left = (from.get(address) ?? 1) - 1;
          if (left > 0) from.set(address, left);
          else from.delete(address);
        });
      });
    },
  };
}
