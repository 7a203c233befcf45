import type { StaffState } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { alarmMsOf, waitingFrom, waitsTooLong } from '../lists/attention.ts';

/** Who has waited too long for this user, the longest first. */
export interface Alarm {
  readonly first: Conversation;
  readonly since: number;
  /** It is this user's own; else nobody has taken it. */
  readonly mine: boolean;
  /** How many more there are. */
  readonly more: number;
}

/**
 * Visitors who have waited too long: in this user's own conversations always, in the queue only for an agent who is available
 * and has room; an alarm that one cannot answer is noise.
 */
export function alarmOf({ me, boxes, conversations, directory }: StaffState, now: number): Alarm | null {
  if (!me) return null;
  const own = boxes.mine.conversationIds;
  const free = me.role === 'agent' && me.availability === 'available' && own.length < me.capacity;
  let first: Conversation | null = null;
  let count = 0;
  for (const id of free ? [...own, ...boxes.queue.conversationIds] : own) {
    const conversation = conversations.get(id);
    if (!conversation || !waitsTooLong(conversation, now, alarmMsOf(directory, conversation))) continue;
    // Whoever is asked already has been told.
    if (conversation.offer !== null && conversation.offer.user.id !== me.id) continue;
    count += 1;
    if (!first || isBefore(conversation, first, me.id)) first = conversation;
  }
  if (!first) return null;
  return { first, since: waitingFrom(first), mine: first.ownerId === me.id, more: count - 1 };
}

/** One's own come before those that nobody has taken, and longer waits before shorter ones. */
function isBefore(a: Conversation, b: Conversation, userId: string): boolean {
  const own = Number(b.ownerId === userId) - Number(a.ownerId === userId);
  return own === 0 ? waitingFrom(a) < waitingFrom(b) : own < 0;
}
