import type { Answer, ErrorAnswer } from '@lotsa/protocol';
import type { RequestMap, Transport } from '../../packages/client/transport.ts';
import { settled } from './manual-clock.ts';

/** A request that has arrived at the relay's end and is not answered yet. */
export interface Arrived {
  name: string;
  payload: unknown;
  answer: (answer: Answer<unknown>) => void;
}

/**
 * Both ends of a connection in one process. Nothing happens by itself: the test lets the connection come and go, and
 * delivers each request, answer and fact when it wants.
 */
export class TransportPair<Requests extends RequestMap<Requests>, Facts> {
  /** Attempts to connect that have not come to anything. */
  attempts = 0;
  isOnline = false;
  /** Requests in the order in which they arrived. */
  arrived: Arrived[] = [];
  #lost: (() => void)[] = [];

  readonly client: Transport<Requests, Facts> = {
    onConnection: () => undefined,
    onFact: () => undefined,
    connect: () => {
      this.attempts += 1;
    },
    disconnect: () => this.#cut(),
    request: (name, payload) =>
      new Promise((resolve) => {
        if (!this.isOnline) return resolve(null);
        this.#lost.push(() => resolve(null));
        const sent: unknown = JSON.parse(JSON.stringify(payload));
        this.arrived.push({ name, payload: sent, answer: (answer) => resolve(answer as never) });
      }),
  };

  /** The connection comes about. */
  async accept(): Promise<void> {
    this.isOnline = true;
    this.client.onConnection({ type: 'online' });
    await settled();
  }

  /** The connection breaks, or does not come about; with an error the relay refused it. Nothing under way arrives. */
  async drop(error: ErrorAnswer | null = null): Promise<void> {
    this.#cut();
    this.client.onConnection({ type: 'offline', error });
    await settled();
  }

  async tell<Name extends keyof Facts>(name: Name, fact: Facts[Name]): Promise<void> {
    this.client.onFact({ name, fact });
    await settled();
  }

  /** Takes the request that arrived first. */
  take(name?: string): Arrived {
    const index = name === undefined ? 0 : this.arrived.findIndex((each) => each.name === name);
    const [request] = index < 0 ? [] : this.arrived.splice(index, 1);
    if (!request) throw new Error(`no ${name ?? 'request'} has arrived`);
    return request;
  }

  /** The request that arrived first is answered. */
  async answer(value: unknown, name?: string): Promise<Arrived> {
    const request = this.take(name);
    request.answer({ ok: true, value });
    await settled();
    return request;
  }

  /** The request that arrived first is refused. */
  async refuse(error: ErrorAnswer, name?: string): Promise<Arrived> {
    const request = this.take(name);
    request.answer({ ok: false, error });
    await settled();
    return request;
  }

  /** Everything that has arrived, and what follows from it, is answered by `relay`. */
  async serve(relay: (name: string, payload: unknown) => Answer<unknown>): Promise<void> {
    for (let next = this.arrived.shift(); next; next = this.arrived.shift()) {
      next.answer(relay(next.name, next.payload));
      await settled();
    }
  }

  #cut(): void {
    this.isOnline = false;
    this.arrived = [];
    for (const lose of this.#lost.splice(0)) lose();
  }
}
