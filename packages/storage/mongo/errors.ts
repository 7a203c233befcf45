import { fail, type LotsaError } from '@lotsa/protocol';
import { MongoBulkWriteError, MongoError } from 'mongodb';

const DUPLICATE_KEY = 11_000;

/** Tells the caller that the database did not answer; what the driver said is in `cause`, for the log only. */
export function unavailable(cause?: unknown): LotsaError {
  return Object.assign(fail('storage_unavailable', {}), { cause });
}

/**
 * Gives an error of the driver its code. All of them have the same one: whether it is the network, an election, a
 * time-out or a refusal, the caller can only try again.
 */
export function coded(error: unknown): unknown {
  return error instanceof MongoError ? unavailable(error) : error;
}

/**
 * The places in a bulk write that met a document with their key; everything else in it is durable.
 * @throws the error itself when something else failed, too.
 */
export function duplicatesOf(error: unknown): ReadonlySet<number> {
  if (!(error instanceof MongoBulkWriteError) || error.result.getWriteConcernError()) throw error;
  const failed = [error.writeErrors].flat();
  if (failed.length === 0 || failed.some(({ code }) => code !== DUPLICATE_KEY)) throw error;
  return new Set(failed.map(({ index }) => index));
}
