import type { Conversation } from '@lotsa/protocol';

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

/** Whether a message changed nothing but {@link LATEST}, and took nothing away: so does every text, file and note. */
export function changesLatestOnly(before: Conversation, after: Conversation): boolean {
  return leaves(before, after) && leaves(after, before);
}

/** Whether every field of one, but for {@link LATEST} and the marks, is the same in the other. */
function leaves(one: Conversation, other: Conversation): boolean {
  for (const field in one) {
    if (one[field as keyof Conversation] === other[field as keyof Conversation]) continue;
    if (!isLatest(field) && field !== 'marks') return false;
  }
  return true;
}
