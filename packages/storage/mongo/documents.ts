import type { Message } from '@lotsa/protocol';
import type { Collection, Db, WithId } from 'mongodb';
import { additionsTo } from '../additions.ts';
import type { CollectionName, Documents } from '../port.ts';

/** A document as it lies in the database: its id is `_id`. */
export type Raw = { _id: string } & Record<string, unknown>;

/** The collection of a name; what lies in it is {@link Raw}. */
export const rawCollection = (db: Db, name: CollectionName): Collection<Raw> => db.collection<Raw>(name);

/** The name in the database of a field of a document. */
export const rawField = (field: string): string => (field === 'id' ? '_id' : field);

/** Takes a document of the port apart for the database; nothing is shared with the caller afterwards. */
export function toRaw(doc: { id: string }): Raw {
  const { id, ...fields } = structuredClone(doc);
  return { _id: id, ...fields };
}

/** Puts a document together again, without what is only the database's, and with what it lacks of later fields. */
export function fromRaw<C extends CollectionName>(collection: C, raw: WithId<Raw>): Documents[C] {
  const doc = fromRawAsItIs(collection, raw);
  return Object.assign(doc, additionsTo(collection, doc)) as Documents[C];
}

/** The same, as an earlier version may have written it. */
export function fromRawAsItIs<C extends CollectionName>(
  collection: C,
  raw: WithId<Raw>,
): Partial<Documents[C]> {
  const { _id, unlisted: _unlisted, foldedSeq: _foldedSeq, ...fields } = raw;
  const doc = collection === 'messages' ? fields : { id: _id, ...fields };
  return doc as unknown as Partial<Documents[C]>;
}

/** The document id of a message: that there is one for each place is what makes `append` safe. */
export const messageKey = (conversationId: string, seq: number): string => `${conversationId}:${seq}`;

/**
 * A message for the database. The first of a conversation is marked as `unlisted` until its conversation document is
 * written, so that a crash in between can be found.
 */
export function rawMessage(message: Message): Raw {
  const raw = { _id: messageKey(message.conversationId, message.seq), ...message };
  return message.seq === 1 ? { ...raw, unlisted: true } : raw;
}
