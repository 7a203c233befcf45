import type { Answer, ErrorAnswer } from '@lotsa/protocol';
import type { Clock } from './clock.ts';
import type { ConnectionState } from './message-state.ts';
import { backoff, spread, waitOf } from './retry-delay.ts';
import type { AnswerOf, ConnectionChange, FactOf, PayloadOf, RequestMap, Transport } from './transport.ts';

/** An attempt that has come to nothing after this long is given up: the relay took the connection and fell silent. */
const CONNECT_TIMEOUT = 20_000;

/** What every namespace of the relay tells. */
interface CommonFacts {
  'relay:draining': { retryAfterMs: number };
}

/** What a link needs. */
export interface LinkOptions<Requests extends RequestMap<Requests>, Facts extends CommonFacts> {
  /** Loads the transport when the connection is wanted for the first time; may fail, and is then tried again. */
  load: () => Promise<Transport<Requests, Facts>>;
  clock: Clock;
  onState: (state: ConnectionState) => void;
  /** There is a new connection: whatever may have been missed must be fetched now. */
  onOnline: () => void;
  onFact: (fact: FactOf<Facts>) => void;
  /** The relay refused the handshake. The answer says whether to try again, after the usual wait. */
  onRefused: (error: ErrorAnswer) => boolean | Promise<boolean>;
}

/** A connection that is kept, and requests that are asked until there is an answer. */
export interface Link<Requests extends RequestMap<Requests>> {
  readonly state: ConnectionState;
  /** Wants a connection from now on. */
  start(): void;
  /** Wants none; what waits for an answer gets null. */
  stop(): void;
  /** Does not wait for the next attempt. */
  retry(): void;
  /**
   * Waits for a connection and asks; without an answer, asks the same again (rule D2). `patient` waits out every
   * passing error too. Null when the link was stopped.
   */
  ask<Name extends keyof Requests & string>(
    name: Name,
    payload: PayloadOf<Requests, Name>,
    patient?: 'patient',
  ): Promise<AnswerOf<Requests, Name> | null>;
  /** Tells while there is a connection, and forgets. */
  tell<Name extends keyof Requests & string>(name: Name, payload: PayloadOf<Requests, Name>): void;
}

/** Makes a link that is `idle` until `start()`. */
export function createLink<Requests extends RequestMap<Requests>, Facts extends CommonFacts>(
  options: LinkOptions<Requests, Facts>,
): Link<Requests> {
  const { clock } = options;
  let state: ConnectionState = 'idle';
  let transport: Transport<Requests, Facts> | null = null;
  let attempt = 0;
  let epoch = 0;
  let cancel = (): void => undefined;
  let waiting: ((online: boolean) => void)[] = [];

  function become(next: ConnectionState): void {
    if (state === next) return;
    state = next;
    options.onState(next);
  }

  function settle(online: boolean): void {
    const settled = waiting;
    waiting = [];
    for (const resolve of settled) resolve(online);
  }

  function later(ms: number): void {
    cancel();
    become('offline');
    cancel = clock.after(ms, connect);
  }

  const laterAgain = (): void => later(backoff(attempt++, clock.random()));

  async function load(): Promise<void> {
    try {
      const loaded = await options.load();
      loaded.onConnection = (change) => void changed(change);
      loaded.onFact = heard;
      transport = loaded;
    } catch {
      if (state === 'connecting') laterAgain();
      return;
    }
    if (state === 'connecting') connect();
  }

  function connect(): void {
    cancel();
    become('connecting');
    if (!transport) return void load();
    cancel = clock.after(CONNECT_TIMEOUT, () => {
      transport?.disconnect();
      laterAgain();
    });
    transport.connect();
  }

  function retry(): void {
    if (state === 'offline') connect();
  }

  function stop(): void {
    epoch += 1;
    globalThis.removeEventListener?.('online', retry);
    cancel();
    transport?.disconnect();
    become('idle');
    settle(false);
  }

  async function changed(change: ConnectionChange): Promise<void> {
    if (state === 'idle') return;
    cancel();
    if (change.type === 'online') {
      attempt = 0;
      become('online');
      options.onOnline();
      return settle(true);
    }
    become('offline');
    if (!change.error) return laterAgain();
    const again = await options.onRefused(change.error);
    if (state !== 'offline') return;
    if (!again) return stop();
    const wait = waitOf(change.error, attempt, clock.random());
    // A definitive refusal that is tried again was answered with new credentials: the first time those go at once.
    if (wait === null && attempt === 0) {
      attempt = 1;
      return later(0);
    }
    attempt += 1;
    later(wait ?? backoff(attempt, clock.random()));
  }

  function heard(fact: FactOf<Facts>): void {
    if (fact.name === 'relay:draining') {
      // Rule D7: it asked us to come back later; what was not answered yet is asked again then.
      const { retryAfterMs } = fact.fact as CommonFacts['relay:draining'];
      transport?.disconnect();
      return later(spread(retryAfterMs, clock.random()));
    }
    options.onFact(fact);
  }

  const online = (): Promise<boolean> =>
    state === 'online' ? Promise.resolve(true) : new Promise((resolve) => waiting.push(resolve));
  const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

  return {
    get state() {
      return state;
    },
    start() {
      if (state !== 'idle') return;
      // Only browsers tell that the network is back.
      globalThis.addEventListener?.('online', retry);
      connect();
    },
    stop,
    retry,
    async ask(name, payload, patient) {
      const began = epoch;
      for (let tries = 0; began === epoch && (await online()); tries += 1) {
        const answer = (await transport?.request(name, payload)) ?? null;
        if (!answer) {
          if (state === 'online') await pause(backoff(tries, clock.random()));
          continue;
        }
        const outcome = answer as unknown as Answer<unknown>;
        const error = outcome.ok ? null : outcome.error;
        const wait = error && waitOf(error, tries, clock.random());
        if (wait === null || !(patient || error?.code === 'draining')) return answer;
        await pause(wait);
      }
      return null;
    },
    tell(name, payload) {
      if (state === 'online') void transport?.request(name, payload);
    },
  };
}
