/** One part of a mail. Texts are plain: whatever somebody typed stays text, in both forms of the mail. */
export type Block =
  | { type: 'text'; text: string }
  | { type: 'heading'; text: string }
  /** A link with what it is for; `url` is whole, and ours. */
  | { type: 'link'; label: string; url: string }
  /** Labels with their values. */
  | { type: 'facts'; rows: readonly (readonly [label: string, value: string])[] }
  /** What somebody wrote, line breaks kept. `who` is null for what happened. */
  | { type: 'said'; said: readonly { who: string | null; when: string; text: string }[] };

/** What a mail says, before it is written as text and as HTML. */
export interface Letter {
  subject: string;
  blocks: readonly Block[];
  /** Why it came and what to do about that, under a line. */
  footer: readonly string[];
}

/**
 * On one line, without control characters: nothing in it can begin another header (RFC 5322, 2.2). Directional
 * overrides go too, for they make a subject read other than it is.
 */
export const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .slice(0, 200);
