import type { Storage } from '@lotsa/storage';
import type { Logger } from 'pino';
import type { Config } from './config.ts';

/** What every part of the relay is given. Time and randomness come in here, so that tests can hold them. */
export interface Context {
  config: Config;
  storage: Storage;
  log: Logger;
  /** The time, in milliseconds since 1970. */
  now: () => number;
}
