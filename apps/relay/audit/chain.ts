import { createHash } from 'node:crypto';
import type { AuditVerification } from '@lotsa/protocol';
import type { AuditDoc, Page, Storage } from '@lotsa/storage';

/** What an entry says, before it has a place in the chain. */
export type NewEntry = Omit<AuditDoc, 'id' | 'seq' | 'before' | 'hash'>;

/** What the first entry has in place of the hash of the one before. */
const BEGINNING = '0'.repeat(64);

/** SHA-256 of an entry with the hash of the one before, as 64 hexadecimal digits: of its JSON with its fields in order of their names. */
function hashOf(entry: Omit<AuditDoc, 'hash'> & { hash?: string }): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted({ ...entry, hash: undefined })))
    .digest('hex');
}

/** The id of the entry in a place: two relays that write at once meet at the id, and one of them goes on behind the other. */
const idOf = (seq: number): string => String(seq).padStart(12, '0');

/** The entry in its place behind another; `undefined` for the first one. */
export function chained(entry: NewEntry, last: AuditDoc | undefined): AuditDoc {
  const seq = (last?.seq ?? 0) + 1;
  const placed = { ...entry, id: idOf(seq), seq, before: last?.hash ?? BEGINNING };
  return { ...placed, hash: hashOf(placed) };
}

/** Entries read at a time. */
const PAGE = 500;

/**
 * Reads the chain from its first entry that is kept (older ones may be erased by a retention rule, always from the beginning) to its last.
 * Who holds an older `hash` of the last entry (it is in every export and in the log) also sees whether entries were cut off at the end.
 */
export async function verify(storage: Storage): Promise<AuditVerification> {
  let last: AuditDoc | undefined;
  let [entries, first] = [0, 0];
  let after: string | null = null;
  do {
    const page: Page<'audit'> = await storage.find('audit', { index: 'bySeq', after, limit: PAGE });
    for (const entry of page.docs) {
      const follows = last === undefined || (entry.seq === last.seq + 1 && entry.before === last.hash);
      if (!follows || entry.hash !== hashOf(entry)) {
        return { whole: false, entries, seq: last ? last.seq + 1 : entry.seq, at: entry.at };
      }
      first ||= entry.seq;
      entries += 1;
      last = entry;
    }
    after = page.next;
  } while (after);
  return { whole: true, entries, first, last: last?.seq ?? 0, hash: last?.hash ?? BEGINNING };
}

/** Plain JSON with the fields of each object in order of their names, so that a database may give them in any order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).filter(([, of]) => of !== undefined);
  return Object.fromEntries(
    fields.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([name, of]) => [name, sorted(of)]),
  );
}
