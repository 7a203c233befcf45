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
  const late = [...own, ...(free ? boxes.queue.conversationIds : [])]
    .map((id) => conversations.get(id))
    .filter((c): c is Conversation => c !== undefined && waitsTooLong(c, now, alarmMsOf(directory, c)))
    // Whoever is asked already has been told.
    .filter((c) => c.offer === null || c.offer.user.id === me.id)
    .toSorted(
      (a, b) => Number(b.ownerId === me.id) - Number(a.ownerId === me.id) || waitingFrom(a) - waitingFrom(b),
    );
  const [first] = late;
  if (!first) return null;
  return { first, since: waitingFrom(first), mine: first.ownerId === me.id, more: late.length - 1 };
}
