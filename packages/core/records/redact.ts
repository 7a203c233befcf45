import type { RecordDocument, Redaction } from '@lotsa/protocol';

/** Stands for what is blacked out, whatever its length: how long it was says something too. */
export const MASK = '\ufffc';

/** A text with places blacked out. Places may overlap; half a character is a whole one. */
export function masked(text: string, places: readonly Pick<Redaction, 'from' | 'to'>[]): string {
  // Nobody can write the mask itself.
  const plain = text.replaceAll(MASK, '\ufffd');
  let result = '';
  let at = 0;
  for (const { from, to } of places.toSorted((a, b) => a.from - b.from)) {
    // a place of no length in the middle of a character is not half of it
    if (to <= from) continue;
    const start = Math.max(at, isLow(plain, from) ? from - 1 : from);
    const end = Math.min(plain.length, isLow(plain, to) ? to + 1 : to);
    if (end <= start) continue;
    const between = plain.slice(at, start);
    // Two that touch are one: their number would say something too.
    result += between + (between === '' && result.endsWith(MASK) ? '' : MASK);
    at = end;
  }
  return result + plain.slice(at);
}

/** The second half of a pair. */
const isLow = (text: string, at: number): boolean => /^[\udc00-\udfff]/.test(text.slice(at, at + 1));

/** Every text of a record in which something can be blacked out, by the name of its part. */
export function partsOf({ facts, entries, files }: RecordDocument): Map<string, string> {
  return new Map([
    ...facts.map(({ id, text }) => [`fact:${id}`, text] as const),
    ...entries.flatMap(({ seq, author, text }) => [
      [`author:${seq}`, author] as const,
      [`entry:${seq}`, text] as const,
    ]),
    ...files.map(({ id, name }) => [`file:${id}`, name] as const),
  ]);
}

/**
 * A record as it is given out: what is blacked out is not in it any more, and of a file whose name is, the checksum neither, by which
 * it could be recognised. Without `internal` what only the staff see is left out.
 */
export function redactedRecord(
  record: RecordDocument,
  redactions: readonly Redaction[],
  internal: boolean,
): RecordDocument {
  const byPart = new Map<string, Redaction[]>();
  for (const place of redactions) byPart.set(place.part, [...(byPart.get(place.part) ?? []), place]);
  const of = (part: string, text: string): string => masked(text, byPart.get(part) ?? []);
  const entries = record.entries.filter((entry) => internal || !entry.internal);
  const shown = new Set(entries.map(({ seq }) => seq));
  return {
    ...record,
    facts: record.facts.map((fact) => ({ ...fact, text: of(`fact:${fact.id}`, fact.text) })),
    entries: entries.map((entry) => ({
      ...entry,
      author: of(`author:${entry.seq}`, entry.author),
      text: of(`entry:${entry.seq}`, entry.text),
    })),
    files: record.files
      .filter(({ seq }) => shown.has(seq))
      .map((file) => {
        const name = of(`file:${file.id}`, file.name);
        return name.includes(MASK) ? { ...file, name, sha256: null } : { ...file, name };
      }),
  };
}

/** The first place that is not within its part, or names none. */
export function misplaced(record: RecordDocument, redactions: readonly Redaction[]): number {
  const parts = partsOf(record);
  return redactions.findIndex(({ part, from, to }) => to <= from || to > (parts.get(part)?.length ?? 0));
}
