import { isCentre, isOpenHandoff } from '@lotsa/core';
import type { StaffState } from '@lotsa/client';
import type { Box, Role } from '@lotsa/protocol';
import { computed, type ReadonlySignal } from '@preact/signals';
import { alarmMsOf, attentionOf } from './attention.ts';

/** A list of the console: the relay's, and what of all open ones is overdue. */
export type BoxName = Box | 'overdue';

/** The relay's list that a list is made from. */
export const sourceOf = (box: BoxName): Box => (box === 'overdue' ? 'all' : box);

/** The lists of a role, in their order on the screen: what is to be done first comes first. */
export function boxesOf(role: Role): readonly BoxName[] {
  if (role === 'manager') return ['overdue', 'queue', 'mine', 'handoffs', 'all', 'closed'];
  if (isCentre(role)) return ['queue', 'mine', 'handoffs', 'all', 'closed'];
  return role === 'specialist' ? ['handoffs', 'mine', 'closed'] : [];
}

/**
 * The conversations of a list, in order. For the centre the hand-offs are those it waits for, besides those it was asked: the
 * owner follows its question until it is answered (rule O1). `now` decides what is overdue.
 */
export function conversationsIn(state: StaffState, box: BoxName, now: number): readonly string[] {
  if (box === 'overdue') return overdueIn(state, now);
  const ids = state.boxes[box].conversationIds;
  if (box !== 'handoffs' || !state.me || !isCentre(state.me.role)) return ids;
  const asked = new Set(ids);
  const waitedFor = state.boxes.mine.conversationIds.filter(
    (id) => !asked.has(id) && state.conversations.get(id)?.handoffs.some(isOpenHandoff),
  );
  return waitedFor.length > 0 ? [...ids, ...waitedFor] : ids;
}

/**
 * Each list as a signal: worked out once for all that show it, when something that it is made of has changed, and the same array as
 * before when the same conversations stand in it.
 */
export function createLists(
  state: { readonly value: StaffState },
  pace: ReadonlySignal<number>,
): Readonly<Record<BoxName, ReadonlySignal<readonly string[]>>> {
  const list = (box: BoxName) => {
    let was: readonly string[] = [];
    return computed(() => {
      const now = conversationsIn(state.value, box, pace.value);
      if (now.length !== was.length || now.some((id, at) => id !== was[at])) was = now;
      return was;
    });
  };
  return {
    overdue: list('overdue'),
    queue: list('queue'),
    mine: list('mine'),
    handoffs: list('handoffs'),
    all: list('all'),
    closed: list('closed'),
  };
}

/** How many of the visitors' texts in this user's conversations are unread. */
export const unreadInMine = (state: StaffState): number =>
  state.boxes.mine.conversationIds.reduce((sum, id) => sum + (state.unread[id] ?? 0), 0);

/** What asks for a manager, the longest first (rule O6). */
function overdueIn({ boxes, conversations, directory }: StaffState, now: number): readonly string[] {
  return boxes.all.conversationIds
    .flatMap((id) => {
      const conversation = conversations.get(id);
      const attention = conversation && attentionOf(conversation, now, alarmMsOf(directory, conversation));
      return attention ? [{ id, since: attention.since }] : [];
    })
    .toSorted((a, b) => a.since - b.since)
    .map(({ id }) => id);
}
