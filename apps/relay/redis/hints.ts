import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import type { AdapterFactory } from '../sockets/server.ts';

/** How a relay tells the others what its own clients are told, and whether that works now. */
export interface Hints {
  adapter: AdapterFactory;
  /** Whether Redis takes what is told. */
  isUp(): boolean;
  close(): void;
}

/** Told and not taken by Redis yet. With more, Redis hangs, and what is told further is left to the store. */
const MAX_UNTAKEN = 2_000;
/** Entries that the stream keeps: some seconds of the highest load, for a relay that reads late. */
const STREAM_LENGTH = 10_000;
const RECONNECT_MS = 500;

/**
 * Connects to Redis. What goes through it is a hint and never the truth: it is told to the own clients at once, whether
 * Redis takes it or not, and what another relay does not hear of it finds in the store (`follow-store.ts`). So nothing
 * here waits for Redis, keeps more than {@link MAX_UNTAKEN} of what it has not taken, or fails with it.
 */
export function openHints(url: string, log: Logger): Hints {
  let untaken = 0;
  const common = {
    lazyConnect: false,
    connectTimeout: 2_000,
    retryStrategy: () => RECONNECT_MS,
    maxRetriesPerRequest: null,
  } as const;
  // What was told while there was no connection is old when there is one again.
  const writer = new Redis(url, {
    ...common,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
  });
  let wasUp = true;
  writer.on('error', (error: Error) => {
    if (wasUp) log.warn({ err: error }, 'redis does not answer; relays find what they miss in the database');
    wasUp = false;
  });
  writer.on('ready', () => {
    if (!wasUp) log.info('redis answers again');
    wasUp = true;
  });

  const tell = (command: string, args: readonly (string | number | Buffer)[]): Promise<string> => {
    if (untaken < MAX_UNTAKEN && writer.status === 'ready') {
      untaken += 1;
      const taken = (): void => void (untaken -= 1);
      writer.call(command, [...args]).then(taken, taken);
    }
    return Promise.resolve('');
  };

  /** What the adapter asks of a client of `ioredis`; its `duplicate`s read and subscribe. */
  const client = {
    options: {},
    xadd: (args: (string | number)[]) => tell('XADD', args),
    publish: (channel: string, payload: Buffer) => tell('PUBLISH', [channel, payload]),
    duplicate: () => {
      const reader = new Redis(url, common);
      // Told by the writer already. The adapter leaves a subscription that is called off to nobody.
      reader.on('error', () => undefined);
      const subscribe = reader.subscribe.bind(reader);
      return Object.assign(reader, {
        subscribe: (channels: string[]) => subscribe(...channels).catch(() => undefined),
      });
    },
  };
  return {
    adapter: createAdapter(client, {
      streamName: 'lotsa',
      channelPrefix: 'lotsa',
      maxLen: STREAM_LENGTH,
      blockTimeInMs: 1_000,
      onlyPlaintext: true,
    }),
    isUp: () => writer.status === 'ready' && untaken < MAX_UNTAKEN,
    close: () => writer.disconnect(),
  };
}
