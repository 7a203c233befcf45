import { fail } from '@lotsa/protocol';
import { type CollectionName, INDEXES } from './collections.ts';
import type { Query, Scalar } from './port.ts';

/** A query taken apart: what both adapters translate. */
export interface Plan {
  equals: [field: string, value: Scalar][];
  range: [field: string, operator: 'gt' | 'gte' | 'lt' | 'lte', value: Scalar][];
  /** The fields of the order, with the id last. */
  order: string[];
  descending: boolean;
  /** Values of the order's fields in the last document of the page before. */
  after: Scalar[] | null;
  limit: number;
}

const OPERATORS = ['gt', 'gte', 'lt', 'lte'] as const;
const MAX_LIMIT = 1_000;

/**
 * Checks that an index serves the query, and takes it apart.
 * @throws RangeError for a mistake of the caller: fields that are not the index's.
 * @throws LotsaError `invalid_payload` for a cursor that is none.
 */
export function plan<C extends CollectionName>(collection: C, query: Query<C>): Plan {
  const fields: readonly string[] | undefined = (INDEXES[collection] as Record<string, readonly string[]>)[
    query.index
  ];
  if (!fields) throw new RangeError(`${collection} has no index ${query.index}`);
  const given = Object.entries(query.equals ?? {}).filter(([, value]) => value !== undefined);
  const equals = fields.slice(0, given.length).map((field): [string, Scalar] => {
    const value = (query.equals as Record<string, Scalar>)[field];
    if (value === undefined)
      throw new RangeError(`${collection}.${query.index}: ${field} must be given first`);
    return [field, value];
  });
  const rest = fields.slice(equals.length);
  const { range: bounds } = query;
  if (bounds && bounds.field !== rest[0]) {
    throw new RangeError(`${collection}.${query.index}: the range must be on ${rest[0] ?? 'no field'}`);
  }
  const range = bounds
    ? OPERATORS.flatMap((operator): Plan['range'] => {
        const value = bounds[operator];
        return value === undefined ? [] : [[bounds.field, operator, value]];
      })
    : [];
  if (!Number.isInteger(query.limit) || query.limit < 1 || query.limit > MAX_LIMIT) {
    throw new RangeError(`a limit is from 1 to ${MAX_LIMIT}`);
  }
  const order = [...rest, 'id'];
  return {
    equals,
    range,
    order,
    descending: query.order === 'desc',
    after: query.after ? decodeCursor(query.after, order.length) : null,
    limit: query.limit,
  };
}

/** The cursor behind a document: the values of the order's fields, as the client gets them (opaque, not secret). */
export function encodeCursor(values: readonly Scalar[]): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(values))));
}

function decodeCursor(cursor: string, length: number): Scalar[] {
  try {
    const bytes = Uint8Array.from(atob(cursor), (c) => c.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (
      Array.isArray(values) &&
      values.length === length &&
      values.every((value) => typeof value === 'string' || typeof value === 'number')
    ) {
      return values;
    }
  } catch {
    // Falls through: what is not ours is refused below.
  }
  // A cursor has been with a client in between.
  throw fail('invalid_payload', { field: 'after', rule: 'cursor' });
}
