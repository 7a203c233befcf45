import type { Conversation } from '@lotsa/protocol';

/** The same visitor back on the same topic within this time: the first contact did not solve it (rule O5). */
export const REOPENS_MS = 7 * 24 * 60 * 60_000;

/** Whether a later conversation of the same visitor, that began at a time, goes on with this one (rule O5). */
export const isReopenedBy = (
  earlier: Pick<Conversation, 'topicId' | 'closedAt' | 'startedAt' | 'outcome'>,
  later: { topicId: string; startedAt: number },
): boolean =>
  earlier.closedAt !== null &&
  earlier.outcome !== 'spam' &&
  earlier.topicId === later.topicId &&
  earlier.startedAt < later.startedAt &&
  later.startedAt - earlier.closedAt <= REOPENS_MS;

/**
 * Whether the first contact solved the question: the centre answered it itself, it changed no hands, and the visitor did
 * not have to come back (rule O5).
 */
export const firstContactSolved = (
  c: Pick<Conversation, 'outcome' | 'hops' | 'reopens' | 'reopenedBy'>,
): boolean =>
  (c.outcome === 'answered' || c.outcome === 'guided') &&
  c.hops === 0 &&
  c.reopens === null &&
  c.reopenedBy === null;
