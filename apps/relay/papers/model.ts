/** A part of a paper. `decide`: what a person has to decide or fill in; it stands out. */
export type Block =
  | { type: 'text' | 'decide'; text: string }
  | { type: 'list' | 'steps'; items: readonly string[] }
  | { type: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

/** A paper as text with structure: rendered as a page and as Markdown. */
export interface Paper {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  /** When it was made and of what, beneath the title. */
  made: string;
  sections: readonly { heading: string; blocks: readonly Block[] }[];
}

export const text = (words: string): Block => ({ type: 'text', text: words });
export const decide = (words: string): Block => ({ type: 'decide', text: words });
export const list = (...items: (string | false)[]): Block => ({
  type: 'list',
  items: items.filter((item) => item !== false),
});
export const steps = (...items: (string | false)[]): Block => ({
  type: 'steps',
  items: items.filter((item) => item !== false),
});
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  head,
  rows,
});
