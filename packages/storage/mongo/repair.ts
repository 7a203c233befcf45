import type { Conversation } from '@lotsa/protocol';
import type { Db } from 'mongodb';
import { type HandoffDoc, project } from '../port.ts';
import { fromRaw, messageKey, rawCollection } from './documents.ts';
import { erasing } from './erase.ts';
import { withoutGap } from './gaps.ts';
import { writeProjections } from './projections.ts';

const BATCH = 1_000;

/**
 * The conversation as the fold of all its messages. A conversation document that lags behind them, as a crash between
 * the two writes of an append leaves it, is written anew on the way.
 */
export async function load(db: Db, conversationId: string): Promise<Conversation | undefined> {
  const messages = rawCollection(db, 'messages');
  const [stored, newest] = await Promise.all([
    rawCollection(db, 'conversations').findOne({ _id: { $eq: conversationId } }),
    messages
      .find({ conversationId: { $eq: conversationId } }, { projection: { seq: 1 } })
      .sort({ conversationId: -1, seq: -1, _id: -1 })
      .limit(1)
      .next(),
  ]);
  let conversation: Conversation | undefined;
  if (stored) {
    const { marks: _marks, ...folded } = fromRaw('conversations', stored);
    conversation = folded;
  }
  const seq = conversation?.seq ?? 0;
  if (!newest || Number(newest['seq']) <= seq) return conversation;
  // Messages without a document: a crash while it began, or it is being erased.
  if (!stored && (await erasing(db).findOne({ _id: { $eq: conversationId } }))) return undefined;

  const tail = await messages
    .find({ conversationId: { $eq: conversationId }, seq: { $gt: seq } })
    .sort({ conversationId: 1, seq: 1, _id: 1 })
    .batchSize(BATCH)
    .toArray();
  const handoffs = new Map<string, HandoffDoc>();
  for (const raw of withoutGap(tail, seq + 1)) {
    const step = project(conversationId, conversation, fromRaw('messages', raw));
    conversation = step.conversation;
    for (const handoff of step.handoffs) handoffs.set(handoff.id, handoff);
  }
  if (conversation) {
    await writeProjections(db, [{ conversation, handoffs: [...handoffs.values()] }], { repair: true });
  }
  return conversation;
}

/** Says of conversations whose documents are written that they are in the lists. */
export async function markListed(db: Db, conversationIds: readonly string[]): Promise<void> {
  if (conversationIds.length === 0) return;
  await rawCollection(db, 'messages').updateMany(
    { _id: { $in: conversationIds.map((id) => messageKey(id, 1)) } },
    { $unset: { unlisted: true } },
  );
}

/**
 * Finds the conversations that a crash left behind their messages, and writes them anew, so that no list lags for
 * ever. It reads two indexes: opening messages that are still `unlisted`, and for each open conversation whether the
 * message behind its last one exists. (A closed one gets no more messages.)
 */
export async function sweep(db: Db): Promise<void> {
  const messages = rawCollection(db, 'messages');
  const unlisted = await messages
    .find({ unlisted: { $eq: true } }, { projection: { conversationId: 1 } })
    .limit(BATCH)
    .map((raw) => String(raw['conversationId']))
    .toArray();
  await repairAll(db, unlisted);
  await markListed(db, unlisted);

  const open = rawCollection(db, 'conversations')
    .find({ open: { $eq: 1 } }, { projection: { seq: 1 } })
    .batchSize(BATCH);
  for (;;) {
    const heads = (await open.hasNext()) ? open.readBufferedDocuments(BATCH) : [];
    if (heads.length === 0) break;
    const next = heads.map((raw) => messageKey(raw._id, Number(raw['seq']) + 1));
    const behind = await messages
      .find({ _id: { $in: next } }, { projection: { conversationId: 1 } })
      .map((raw) => String(raw['conversationId']))
      .toArray();
    await repairAll(db, behind);
  }
}

async function repairAll(db: Db, conversationIds: readonly string[]): Promise<void> {
  for (const id of conversationIds) await load(db, id);
}
