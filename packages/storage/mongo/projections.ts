import type { Conversation } from '@lotsa/protocol';
import type { AnyBulkWriteOperation, Db, UpdateFilter } from 'mongodb';
import type { CollectionName, ConversationDoc, Projection } from '../port.ts';
import { type Raw, rawCollection, toRaw } from './documents.ts';
import { duplicatesOf } from './errors.ts';

/** The names of those fields of a document that may be left out. */
type LeftOut<Doc> = { [Field in keyof Doc]-?: object extends Pick<Doc, Field> ? Field : never }[keyof Doc];
/** What a later message may take away again. The compiler holds it complete. */
const LEFT_OUT: Record<LeftOut<Conversation>, true> = { identity: true, unansweredSince: true, facts: true };

const NO_MARKS: Pick<ConversationDoc, 'marks'> = {
  marks: { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 },
};

/**
 * Writes what messages made of conversations and hand-offs; each conversation at most once. A document that is further
 * already stays as it is, so the writes of two relays may cross. Hand-offs go first: a conversation document that has
 * folded a message says that the hand-offs have, too, and the repair looks at it alone.
 *
 * `repair` is for a conversation of which any document may be missing. Otherwise only what the message itself began
 * is created: what is further than its beginning exists, as its `append` has returned.
 */
export async function writeProjections(
  db: Db,
  projections: readonly Omit<Projection, 'message'>[],
  { repair }: { repair: boolean },
): Promise<void> {
  const handoffs = projections.flatMap(({ conversation: { seq }, handoffs }) =>
    handoffs.flatMap((doc) => {
      const begins = doc.state === 'requested';
      return write(toRaw(doc), { foldedSeq: seq }, { create: repair || begins, update: repair || !begins });
    }),
  );
  const conversations = projections.flatMap(({ conversation }) => {
    const { id: _id, seq, ...fields } = conversation;
    const begins = seq === 1;
    return write(
      { _id, ...fields },
      { seq },
      { create: repair || begins, update: repair || !begins },
      { initially: NO_MARKS, gone: Object.keys(LEFT_OUT).filter((field) => !(field in fields)) },
    );
  });
  await bulkWrite(db, 'handoffs', handoffs);
  await bulkWrite(db, 'conversations', conversations);
}

/** Creates the document where there is none, and updates it where it has folded less than `folded`; then what is `gone` is not in it. */
function write(
  { _id, ...fields }: Raw,
  folded: Record<string, number>,
  { create, update }: { create: boolean; update: boolean },
  { initially = {}, gone = [] }: { initially?: object; gone?: string[] } = {},
): AnyBulkWriteOperation<Raw>[] {
  const filter = { _id: { $eq: _id } };
  const less = Object.fromEntries(Object.entries(folded).map(([field, seq]) => [field, { $lt: seq }]));
  const set = { ...fields, ...folded };
  const change: UpdateFilter<Raw> = { $set: set };
  if (gone.length > 0)
    Object.assign(change, { $unset: Object.fromEntries(gone.map((field) => [field, ''])) });
  return [
    ...(create
      ? [{ updateOne: { filter, update: { $setOnInsert: { ...set, ...initially } }, upsert: true } }]
      : []),
    ...(update ? [{ updateOne: { filter: { ...filter, ...less }, update: change } }] : []),
  ];
}

async function bulkWrite(db: Db, name: CollectionName, writes: AnyBulkWriteOperation<Raw>[]): Promise<void> {
  if (writes.length === 0) return;
  try {
    await rawCollection(db, name).bulkWrite(writes, { ordered: false });
  } catch (error) {
    // Another relay created the same document in the same moment: it is there.
    duplicatesOf(error);
  }
}
