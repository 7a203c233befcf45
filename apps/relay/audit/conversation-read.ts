import type { Conversation, StaffRef } from '@lotsa/protocol';
import type { Relay } from '../sockets/relay.ts';

const DAY_MS = 24 * 60 * 60_000;

/**
 * Writes down that somebody reads a conversation (rule P7): once for each person, conversation and day. Whoever owns an
 * ordinary one is not written down, for answering it is on record; of a secret one everybody is.
 */
export async function noteRead(
  { audit, context }: Pick<Relay, 'audit' | 'context'>,
  user: StaffRef,
  { id, ownerId, secret }: Conversation,
): Promise<void> {
  if (ownerId === user.id && !secret) return;
  const day = Math.floor(context.now() / DAY_MS);
  await audit(user, 'conversationRead', id, { once: `conversationRead ${user.id} ${id} ${day}` });
}
