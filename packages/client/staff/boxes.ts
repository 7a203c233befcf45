import { isCentre, isOpenHandoff, isTarget, type StaffActor } from '@lotsa/core';
import type { Box, Conversation, Me } from '@lotsa/protocol';

/** The visitor wrote last: somebody waits for this user. */
const awaitsReply = (c: Conversation): boolean => c.excerpt.author === 'visitor' && !c.visitorEnded;

/** A hand-off that this user may accept, or has accepted and not answered. */
const openFor = (me: StaffActor, c: Conversation): Conversation['handoffs'] =>
  c.status === 'closed'
    ? []
    : c.handoffs.filter((h) =>
        h.state === 'requested' ? isTarget(me, h) : isOpenHandoff(h) && h.acceptedBy?.id === me.id,
      );

/** Which conversations stand in a list, by what they are alone: the relay's lists, kept live between two of them. */
const BELONGS: Record<Box, (c: Conversation, me: Me) => boolean> = {
  queue: (c, me) => c.status === 'queued' && isCentre(me.role),
  mine: (c, me) => c.status !== 'closed' && c.ownerId === me.id,
  handoffs: (c, me) => openFor(me, c).length > 0,
  all: (c, me) => c.status !== 'closed' && isCentre(me.role),
  closed: (c, me) => c.status === 'closed' && (isCentre(me.role) || c.ownerId === me.id),
};

/** Orders two by the first comparison that tells them apart; by id at last, so that every order is total. */
const orderBy =
  (...keys: ((c: Conversation, me: Me) => number)[]) =>
  (me: Me) =>
  (a: Conversation, b: Conversation): number => {
    for (const key of keys) {
      const difference = key(a, me) - key(b, me);
      if (difference !== 0) return difference;
    }
    return a.id < b.id ? -1 : 1;
  };

const deadline = (c: Conversation, me: Me): number =>
  Math.min(...openFor(me, c).map((h) => (h.state === 'requested' ? h.deadline : Number.MAX_SAFE_INTEGER)));

const ORDER: Record<Box, (me: Me) => (a: Conversation, b: Conversation) => number> = {
  // Rules O3 and R2: those that were answered before come first, then whoever waits longest.
  queue: orderBy(
    (c) => c.priority,
    (c) => c.waitingSince,
  ),
  mine: orderBy(
    (c) => (awaitsReply(c) ? 0 : 1),
    (c) => (awaitsReply(c) ? (c.unansweredSince ?? c.lastAt) : -c.lastAt),
  ),
  handoffs: orderBy(deadline, (c) => -c.lastAt),
  all: orderBy((c) => -c.lastAt),
  closed: orderBy((c) => -c.lastAt),
};

/** The lists of the console. */
export const BOXES = ['queue', 'mine', 'handoffs', 'all', 'closed'] as const satisfies readonly Box[];

/**
 * A list in its order, after some conversations have become others.
 * @param was the list before, in its order: of what is not `changed` it is right. Empty to make it anew, of all.
 * @param changed those that came, went or are others.
 * @returns `was` itself when it is still right.
 */
export function boxAfter(
  box: Box,
  was: readonly string[],
  changed: ReadonlySet<string>,
  conversations: ReadonlyMap<string, Conversation>,
  me: Me,
): readonly string[] {
  const order = ORDER[box](me);
  const comes: Conversation[] = [];
  for (const id of changed) {
    const conversation = conversations.get(id);
    if (conversation && BELONGS[box](conversation, me)) comes.push(conversation);
  }
  const now = was.filter((id) => !changed.has(id));
  if (comes.length === 0 && now.length === was.length) return was;
  let from = 0;
  for (const conversation of comes.sort(order)) {
    let to = now.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = conversations.get(now[middle] ?? '');
      if (other && order(other, conversation) < 0) from = middle + 1;
      else to = middle;
    }
    now.splice(from, 0, conversation.id);
  }
  return now.length === was.length && now.every((id, i) => id === was[i]) ? was : now;
}

/** This user writes to the visitor here: owns it, or was let in by a hand-off (rule H3). */
export const answersIn = (me: Me, c: Conversation): boolean =>
  c.ownerId === me.id ||
  c.handoffs.some((h) => h.mode === 'join' && h.state === 'accepted' && h.acceptedBy?.id === me.id);

/** Its messages are followed without being opened, so that nothing is missed and unread counts are right. */
export const isFollowed = (me: Me, c: Conversation): boolean =>
  c.status !== 'closed' && (c.ownerId === me.id || openFor(me, c).some((h) => h.acceptedBy?.id === me.id));
