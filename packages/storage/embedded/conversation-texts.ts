import type { Conversation, NewMessage } from '@lotsa/protocol';

/**
 * Of a conversation, what every text changes. It has a column of its own, `latest`, beside the `doc` of the rest, so that it can be
 * written by itself, and later (`Lagging`): SQLite writes every index of a column that is set, and all but two are of the rest.
 */
export const LATEST = [
  'seq',
  'publicSeq',
  'lastAt',
  'excerpt',
  'visitorTexts',
  'firstReplyAt',
  'unansweredSince',
] as const;
const NAMES: ReadonlySet<string> = new Set(LATEST);

/** Whether a field of a conversation is one of {@link LATEST}. */
export const isLatest = (field: string): boolean => NAMES.has(field);

/** The JSON text of a conversation's {@link LATEST}. */
export function latestOf(conversation: Conversation): string {
  const { seq, publicSeq, lastAt, excerpt, visitorTexts, firstReplyAt, unansweredSince } = conversation;
  const latest = { seq, publicSeq, lastAt, excerpt, visitorTexts, firstReplyAt, unansweredSince };
  return JSON.stringify(latest satisfies Record<(typeof LATEST)[number], unknown>);
}

/** The JSON text of the rest, without the marks, which have a column too. */
export const restOf = (conversation: Conversation): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(conversation).filter(([field]) => !isLatest(field) && field !== 'marks'),
    ),
  );

/**
 * Whether a message changes nothing but {@link LATEST}: so do texts, files and notes (`evolve`). By its kind, as to hold fifty
 * fields side by side costs as much as the fold.
 */
export const changesLatestOnly = ({ kind }: NewMessage): boolean => kind !== 'event';
