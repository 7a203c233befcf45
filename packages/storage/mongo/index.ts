import { MongoClient } from 'mongodb';
import type { Adapter } from '../port.ts';
import { completeDocuments } from './complete.ts';
import { databaseName, PATIENT, PROMPT } from './connect.ts';
import { coded } from './errors.ts';
import { finishErasing } from './erase.ts';
import { makeIndexes } from './indexes.ts';
import { MongoStorage } from './mongo-storage.ts';
import { sweep } from './repair.ts';

/** Which MongoDB to use. */
export interface MongoOptions {
  /** A connection string of the official driver; in production that of a replica set. */
  url: string;
  /** The database; otherwise the one that the address names, or `lotsa`. */
  database?: string;
}

/**
 * Opens the storage in a MongoDB: adds what documents of earlier versions lack, makes what
 * indexes are missing, and mends what a crash left.
 * @throws LotsaError `storage_unavailable` when the database does not answer; its `cause` says why, for the log.
 */
export async function openMongo({ url, database }: MongoOptions): Promise<Adapter> {
  const name = databaseName(url, database);
  const patient = new MongoClient(url, PATIENT);
  const client = new MongoClient(url, PROMPT);
  try {
    await patient.connect();
    await completeDocuments(patient.db(name));
    await makeIndexes(patient.db(name));
    await finishErasing(patient.db(name));
    await sweep(patient.db(name));
    await client.connect();
  } catch (error) {
    await client.close();
    throw coded(error);
  } finally {
    await patient.close();
  }
  return new MongoStorage(client, client.db(name));
}
