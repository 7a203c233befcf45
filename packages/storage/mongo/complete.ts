import type { Db } from 'mongodb';
import { ADDED, additionsTo } from '../additions.ts';
import { fromRawAsItIs, rawCollection } from './documents.ts';

const BATCH = 1_000;

/**
 * Adds to each document what it lacks of the fields that came after it was written, so that lists find it by them. Only what
 * is missing is set, and an old relay does not know these fields: so both may write to one document meanwhile.
 */
export async function completeDocuments(db: Db): Promise<void> {
  for (const [name, fields] of ADDED) {
    const collection = rawCollection(db, name);
    const lacking = { $or: fields.map((field) => ({ [field]: { $exists: false } })) };
    for (;;) {
      const raws = await collection.find(lacking).limit(BATCH).toArray();
      if (raws.length === 0) break;
      await collection.bulkWrite(
        raws.map((raw) => ({
          updateOne: {
            filter: { _id: { $eq: raw._id } },
            update: { $set: { ...additionsTo(name, fromRawAsItIs(name, raw)) } },
          },
        })),
        { ordered: false },
      );
      if (raws.length < BATCH) break;
    }
  }
}
