import type { Conversation, Figures } from '@lotsa/protocol';
import { firstContactSolved } from './solved.ts';

/** What the figures count of a conversation: no text, and nobody's name. */
export type ConversationFact = Pick<
  Conversation,
  | 'siteId'
  | 'channel'
  | 'topicId'
  | 'departmentId'
  | 'startedAt'
  | 'firstReplyAt'
  | 'closedAt'
  | 'outcome'
  | 'hops'
  | 'reopens'
  | 'reopenedBy'
>;

/** The figures of conversations that are closed. */
export function figuresOf(facts: Iterable<ConversationFact>): Figures {
  const closed = [...facts].filter(({ closedAt }) => closedAt !== null);
  const waits = closed.flatMap(({ channel, startedAt, firstReplyAt }) =>
    channel === 'chat' && firstReplyAt !== null ? [firstReplyAt - startedAt] : [],
  );
  return {
    closed: closed.length,
    answered: waits.length,
    abandoned: closed.filter(({ outcome }) => outcome === 'abandoned').length,
    firstContactSolved: closed.filter(firstContactSolved).length,
    medianWait: median(waits),
  };
}

/** The lower one of two in the middle, so that it is a time that somebody really had. */
const median = (values: readonly number[]): number | null =>
  values.toSorted((a, b) => a - b)[(values.length - 1) >> 1] ?? null;
