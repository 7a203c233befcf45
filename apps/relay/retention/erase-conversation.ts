import { randomUUID } from 'node:crypto';
import { recordId } from '@lotsa/core';
import type { RatingDoc } from '@lotsa/storage';
import { everyMessage } from '../every-message.ts';
import type { Relay } from '../sockets/relay.ts';

type ErasingRelay = Pick<Relay, 'context' | 'conversations' | 'files' | 'earlierAnswers' | 'feedback'>;

/**
 * Erases a conversation with everything that names it: the one function for retention, for its visitor and for a person's right.
 * What hangs on it goes first and the conversation last, as one; so whatever a crash leaves is found again by the same rule, and
 * nothing is left that nobody would look for.
 * @returns whether it was there.
 */
export async function eraseConversation(relay: ErasingRelay, conversationId: string): Promise<boolean> {
  const { storage } = relay.context;
  const forget = () => relay.earlierAnswers.forget('conversation', conversationId);
  for await (const messages of everyMessage(storage, conversationId))
    await relay.files.erase(
      messages.flatMap((message) => (message.kind === 'file' ? [message.file.id] : [])),
    );
  await forget();
  await relay.feedback.gaps.forget(recordId({ type: 'conversation', id: conversationId }));
  const rating = await storage.get('ratings', conversationId);
  if (rating) await anonymise(relay, rating);
  const erased = await storage.erase(conversationId);
  relay.conversations.forget(conversationId);
  // What was gathering answers in the meantime may have taken it in.
  await forget();
  const id = recordId({ type: 'conversation', id: conversationId });
  await storage.update('registrations', id, { state: 'erased' });
  return erased;
}

/** Cuts a rating from its conversation: the scores live on under an id of their own, the comment does not. */
export async function anonymise({ context }: Pick<Relay, 'context'>, rating: RatingDoc): Promise<void> {
  const { id, siteId, at, scores } = rating;
  // In this order: a crash in between costs one score, and never somebody's anonymity.
  if (!(await context.storage.removeOne('ratings', id))) return;
  await context.storage.insert('ratings', [
    { id: randomUUID(), siteId, at, scores, comment: null, commented: 0 },
  ]);
}
