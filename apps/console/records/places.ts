import type { RecordDocument, Redaction } from '@lotsa/protocol';

/** A stretch of a text that is blacked out or not as a whole. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Something to choose; otherwise what stands between. */
  readonly word: boolean;
}

/** A text as words and what stands between them. */
export function wordsOf(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const { 0: part, index } of text.matchAll(/\s+|[^\s]+/g))
    found.push({ from: index, to: index + part.length, text: part, word: part.trim() !== '' });
  return found;
}

const within = (part: string, places: readonly Redaction[]): Redaction[] =>
  places.filter((place) => place.part === part);

/** Whether a stretch of a part is blacked out, all of it. */
export const isMasked = (
  places: readonly Redaction[],
  part: string,
  { from, to }: Pick<Stretch, 'from' | 'to'>,
): boolean => within(part, places).some((place) => place.from <= from && to <= place.to);

/** With a stretch blacked out. Places that touch are one. */
export function withPlace(places: readonly Redaction[], added: Redaction): Redaction[] {
  let { from, to } = added;
  const rest = places.filter((place) => {
    const touches = place.part === added.part && place.from <= to && from <= place.to;
    if (touches) {
      from = Math.min(from, place.from);
      to = Math.max(to, place.to);
    }
    return !touches;
  });
  return [...rest, { part: added.part, from, to }];
}

/** Without a stretch blacked out; what else its place covered stays so. */
export const withoutPlace = (places: readonly Redaction[], removed: Redaction): Redaction[] =>
  places.flatMap((place) => {
    if (place.part !== removed.part || place.to <= removed.from || removed.to <= place.from) return [place];
    return [
      { ...place, to: removed.from },
      { ...place, from: removed.to },
    ].filter(({ from, to }) => from < to);
  });

/** Every place where something is written, whatever its case. */
export function findAll(parts: ReadonlyMap<string, string>, query: string): Redaction[] {
  const escaped = query
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\s+/g, '\\s+');
  if (!escaped) return [];
  const pattern = new RegExp(escaped, 'giu');
  return [...parts].flatMap(([part, text]) =>
    [...text.matchAll(pattern)].map((found) => ({
      part,
      from: found.index,
      to: found.index + found[0].length,
    })),
  );
}

/** What is shown of a part: stretches that are blacked out, and the text between. */
export function shownOf(places: readonly Redaction[], part: string, text: string): { text: string | null }[] {
  const shown: { text: string | null }[] = [];
  let at = 0;
  for (const { from, to } of within(part, places).toSorted((a, b) => a.from - b.from)) {
    if (from > at) shown.push({ text: text.slice(at, from) });
    shown.push({ text: null });
    at = Math.max(at, to);
  }
  if (at < text.length) shown.push({ text: text.slice(at) });
  return shown;
}

/** Places that are in what is given out: of what is left out nothing needs to be blacked out. */
export function placesIn(
  { entries, files }: RecordDocument,
  places: readonly Redaction[],
  internal: boolean,
): Redaction[] {
  if (internal) return [...places];
  const hidden = new Set(entries.filter((entry) => entry.internal).map(({ seq }) => seq));
  const hiddenFiles = new Set(files.filter(({ seq }) => hidden.has(seq)).map(({ id }) => id));
  return places.filter(({ part }) => {
    const [kind, id = ''] = part.split(/:(.*)/s);
    if (kind === 'file') return !hiddenFiles.has(id);
    return kind === 'fact' || !hidden.has(Number(id));
  });
}
