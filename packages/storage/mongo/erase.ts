import type { Collection, Db } from 'mongodb';
import { type Raw, rawCollection } from './documents.ts';

/** Conversations that are being erased: an id here is the decision, and what is left of it is removed, whatever happens. */
export const erasing = (db: Db): Collection<Raw> => db.collection<Raw>('erasing');

/** Another relay may be mending a lagging document at the very moment; it is looked at once more after this long. */
const LOOK_AGAIN_MS = 60_000;
const BATCH = 100;

/**
 * Removes a conversation with its messages and hand-offs. The mark in `erasing` is the commit point: before it everything is
 * there, after it the document goes first, so that no list and no `load` knows the conversation any more (`load` makes none of
 * messages of a marked one), and whatever a crash leaves is removed by {@link finishErasing}.
 */
export async function erase(db: Db, conversationId: string): Promise<boolean> {
  const found = await rawCollection(db, 'messages').findOne(
    { conversationId: { $eq: conversationId } },
    { projection: { _id: 1 } },
  );
  if (!found) return false;
  await erasing(db).updateOne(
    { _id: { $eq: conversationId } },
    { $setOnInsert: { at: Date.now() } },
    { upsert: true },
  );
  await removeAll(db, conversationId);
  return true;
}

/** Finishes what a crash has left half done, of any relay; run again and again. */
export async function finishErasing(db: Db): Promise<void> {
  const marked = await erasing(db).find().limit(BATCH).toArray();
  for (const { _id, at, again } of marked) {
    const old = Number(at) < Date.now() - LOOK_AGAIN_MS;
    if (again === true && !old) continue;
    await removeAll(db, _id);
    if (old) await erasing(db).deleteOne({ _id: { $eq: _id } });
    else await erasing(db).updateOne({ _id: { $eq: _id } }, { $set: { again: true } });
  }
}

async function removeAll(db: Db, id: string): Promise<void> {
  await rawCollection(db, 'conversations').deleteOne({ _id: { $eq: id } });
  // A hand-off's id is made of its conversation's.
  await rawCollection(db, 'handoffs').deleteMany({ _id: { $gt: `${id}:`, $lt: `${id};` } });
  await rawCollection(db, 'messages').deleteMany({ conversationId: { $eq: id } });
}
