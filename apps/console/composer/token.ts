/** A word that asks for a list: `/` for canned responses, `#` for guides. */
export interface Token {
  readonly trigger: '/' | '#';
  readonly query: string;
  /** Where the trigger is. */
  readonly start: number;
  /** Where the cursor is. */
  readonly end: number;
}

// Only where a word begins, so that "och/eller", a link and "lägenhet #3" with the cursor elsewhere stay text.
const TOKEN = /(?:^|\s)([/#])([\p{L}\p{M}\p{N}-]{0,40})$/u;

/** The token that ends at the cursor. */
export function tokenAt(text: string, cursor: number): Token | null {
  const match = TOKEN.exec(text.slice(0, cursor));
  if (!match) return null;
  const query = match[2] ?? '';
  return { trigger: match[1] === '/' ? '/' : '#', query, start: cursor - query.length - 1, end: cursor };
}

/** A text with a part replaced, and where the cursor is then. */
export function replaced(
  text: string,
  { start, end }: Pick<Token, 'start' | 'end'>,
  by: string,
): { text: string; cursor: number } {
  return { text: text.slice(0, start) + by + text.slice(end), cursor: start + by.length };
}
