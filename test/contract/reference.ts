import { type CollectionName, type Documents, INDEXES, type Query, type Scalar } from '@lotsa/storage';
import fc from 'fast-check';

/** What the stores are compared with: arrays, filtered and sorted as the port's doc comments say. */
export type Reference = { [C in CollectionName]?: Documents[C][] };

/** A query of a collection, of which only the limit is not decided by the data. */
export interface AnyQuery {
  collection: CollectionName;
  query: Query<CollectionName>;
}

/** By value for numbers, by code point for strings (where UTF-16 orders surrogates before U+E000). */
function compare(a: Scalar, b: Scalar): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}

type Doc = Record<string, Scalar | null>;

/** The fields of an index, as the port declares them. */
export function fieldsOf(collection: CollectionName, index: string): readonly string[] {
  return (INDEXES[collection] as Record<string, readonly string[]>)[index] ?? [];
}

/** Every declared index. */
export const ALL_INDEXES = Object.entries(INDEXES).flatMap(([collection, indexes]) =>
  Object.keys(indexes).map((index) => [collection as CollectionName, index] as const),
);

/** What a query finds without its limit. */
export function meets(reference: Reference, { collection, query }: AnyQuery): Doc[] {
  const { equals, range } = query as { equals: Doc; range?: Record<string, Scalar> & { field: string } };
  const fields = fieldsOf(collection, query.index);
  const order = [...fields.slice(Object.keys(equals).length), 'id'];
  const within = (doc: Doc): boolean => {
    if (!range) return true;
    const value = doc[range.field] ?? null;
    if (value === null) return false;
    const { gt, gte, lt, lte } = range as Record<string, Scalar>;
    return (
      (gt === undefined || compare(value, gt) > 0) &&
      (gte === undefined || compare(value, gte) >= 0) &&
      (lt === undefined || compare(value, lt) < 0) &&
      (lte === undefined || compare(value, lte) <= 0)
    );
  };
  const found = (reference[collection] as unknown as Doc[]).filter(
    (doc) =>
      fields.every((field) => (doc[field] ?? null) !== null) &&
      Object.entries(equals).every(([field, value]) => doc[field] === value) &&
      within(doc),
  );
  const byOrder = (a: Doc, b: Doc): number => {
    for (const field of order) {
      const difference = compare(a[field] as Scalar, b[field] as Scalar);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const sorted = found.toSorted(byOrder);
  return query.order === 'desc' ? sorted.toReversed() : sorted;
}

/** Any query that the indexes allow, with values that are in the data, or nearly. */
export function anyQuery(reference: Reference): fc.Arbitrary<AnyQuery> {
  const indexes = ALL_INDEXES.filter(([collection]) => (reference[collection] ?? []).length > 0);
  return fc.constantFrom(...indexes).chain(([collection, index]) => {
    const fields = fieldsOf(collection, index);
    const docs = reference[collection] as unknown as Doc[];
    return fc
      .record({
        like: fc.constantFrom(...docs),
        bounds: fc.tuple(fc.constantFrom(...docs), fc.constantFrom(...docs)),
        lower: fc.constantFrom('gt', 'gte', null),
        upper: fc.constantFrom('lt', 'lte', null),
        given: fc.nat(fields.length),
        order: fc.constantFrom('asc', 'desc'),
        limit: fc.integer({ min: 1, max: 12 }),
      })
      .map(({ like, bounds, lower, upper, given, order, limit }) => {
        // Nobody can ask for nothing, nor for what comes after it.
        const nothing = fields.findIndex((name, at) => at < given && (like[name] ?? null) === null);
        const named = fields.slice(0, nothing === -1 ? given : nothing);
        const equals = Object.fromEntries(named.map((name) => [name, like[name]]));
        const field = nothing === -1 ? fields[given] : undefined;
        const [a, b] = field === undefined ? [] : bounds.map((doc) => doc[field]);
        const range = {
          field,
          ...(lower && typeof a === typeof b && (a ?? null) !== null ? { [lower]: a } : {}),
          ...(upper && typeof a === typeof b && (b ?? null) !== null ? { [upper]: b } : {}),
        };
        const bounded = field !== undefined && Object.keys(range).length > 1;
        return { collection, query: { index, equals, order, limit, ...(bounded ? { range } : {}) } as never };
      });
  });
}
