import type { Collection, Document } from 'mongodb';
import type { PassageDoc } from '../port.ts';
import { fromRaw, type Raw } from './documents.ts';

/** Counting further would take as long as looking. */
const COUNT_TO = 5_000;

/**
 * Passages by an index of their words. The rarest group leads: its part of the index is read, and the others are checked on
 * what it finds.
 */
export async function searchPassages(
  passages: Collection<Raw>,
  groups: readonly (readonly string[])[],
  limit: number,
): Promise<PassageDoc[]> {
  const wanted = groups.filter((group) => group.length > 0);
  const filters = wanted.map((group): Document => ({ words: { $in: [...group] } }));
  if (filters.length === 0) return [];
  const counts =
    filters.length === 1
      ? [0]
      : await Promise.all(filters.map((filter) => passages.countDocuments(filter, { limit: COUNT_TO })));
  const order = filters
    .map((filter, at) => ({ filter, count: counts[at] ?? 0 }))
    .toSorted((a, b) => a.count - b.count);
  if (filters.length > 1 && order[0]?.count === 0) return [];
  const raws = await passages
    .find({ $and: order.map(({ filter }) => filter) })
    .sort({ at: -1 })
    .limit(limit)
    .toArray();
  return raws.map((raw) => fromRaw('passages', raw));
}
