import type { MongoClientOptions } from 'mongodb';

const NAME_IN_URL = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/;

/**
 * For the calls of a running relay. Time is limited stage by stage, as the driver's own `timeoutMS` has no effect since
 * 7.8 (its time-outs could give one caller the answer of another): a database that is down is noticed after
 * `serverSelectionTimeoutMS`, one that hangs after two attempts of `socketTimeoutMS`.
 */
export const PROMPT = {
  appName: 'lotsa',
  // What was acknowledged is on the disks of a majority, and what was read cannot be rolled back.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: 3_500 },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryReads: true,
  retryWrites: true,
  // As JSON does, so that both adapters keep the same.
  ignoreUndefined: true,
  maxPoolSize: 50,
  serverSelectionTimeoutMS: 1_500,
  connectTimeoutMS: 2_000,
  waitQueueTimeoutMS: 1_500,
  socketTimeoutMS: 4_000,
  heartbeatFrequencyMS: 5_000,
} as const satisfies MongoClientOptions;

/** For what is done once at the start and may take its time, such as building an index. */
export const PATIENT = {
  ...PROMPT,
  writeConcern: { w: 'majority', journal: true },
  maxPoolSize: 4,
  // A database that was started with the relay takes a moment.
  serverSelectionTimeoutMS: 3_500,
  connectTimeoutMS: 3_500,
  socketTimeoutMS: 0,
} as const satisfies MongoClientOptions;

/** The name of the database: the one given, the one in the address, or `lotsa`. */
export const databaseName = (url: string, database: string | undefined): string =>
  database ?? NAME_IN_URL.exec(url)?.[1] ?? 'lotsa';
