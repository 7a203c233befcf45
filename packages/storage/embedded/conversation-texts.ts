import type { Conversation } from '@lotsa/protocol';

/**
 * Of a conversation, what every text changes. It has a column of its own, `latest`, beside the `doc` of the rest: SQLite writes every index of a
 * column that is set, and all but two are of the rest.
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
export const latestOf = (conversation: Conversation): string =>
  JSON.stringify(Object.fromEntries(LATEST.map((field) => [field, conversation[field]])));

/** The JSON text of the rest, without the marks, which have a column too. */
export const restOf = (conversation: Conversation): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(conversation).filter(([field]) => !isLatest(field) && field !== 'marks'),
    ),
  );

/** Whether a message changed nothing but {@link LATEST}, and took nothing away: so does every text, file and note. */
export function changesLatestOnly(before: Conversation, after: Conversation): boolean {
  const same = (field: string): boolean =>
    isLatest(field) ||
    field === 'marks' ||
    after[field as keyof Conversation] === before[field as keyof Conversation];
  return Object.keys(after).every(same) && Object.keys(before).every(same);
}
