import type { ComponentChildren } from 'preact';

/** One choice in a list that is searched. */
export interface ListOption {
  readonly value: string;
  readonly label: string;
  /** A second line. */
  readonly hint?: ComponentChildren;
  /** Options of one group follow each other, under its heading. */
  readonly group?: string | undefined;
  /** More words to be found by. */
  readonly keywords?: string | undefined;
  readonly disabled?: boolean | undefined;
}

/** Lower case without marks: "Öppettider" is found by "oppet". */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The options that hold every word of the query, in their order; those whose label starts with it first. */
export function matchOptions(options: readonly ListOption[], query: string): readonly ListOption[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return options;
  const hits = options.filter((option) => {
    const text = plain(`${option.label} ${option.keywords ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  if (hits.some((option) => option.group)) return hits;
  const starts = (option: ListOption) => plain(option.label).startsWith(first);
  return [...hits.filter(starts), ...hits.filter((option) => !starts(option))];
}
