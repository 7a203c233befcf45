import type { CollectionName } from '../collections.ts';
import type { Query, Scalar } from '../port.ts';
import { plan } from '../query.ts';
import { indexName } from './schema.ts';

/** Everything of a SELECT but what it selects, with its values. */
export interface Selection {
  sql: string;
  values: Scalar[];
  /** The fields that a cursor is made of. */
  order: string[];
  limit: number;
}

const OPERATORS = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

/** Translates a query. `more` is added to its limit. */
export function select<C extends CollectionName>(collection: C, query: Query<C>, more = 0): Selection {
  const { equals, range, order, descending, after, limit } = plan(collection, query);
  const terms: string[] = [];
  const values: Scalar[] = [];
  const add = (term: string, ...given: Scalar[]): void => {
    terms.push(term);
    values.push(...given);
  };
  const columns = order.map((field) => `"${field}"`);
  for (const [field, value] of equals) add(`"${field}" = ?`, value);
  for (const [field, operator, value] of range) {
    // An index is entered at one bound. From behind a cursor that is the cursor: entered at the range's, each page would read all
    // those before it again. A field with a plus is only compared.
    const passed = after !== null && operator.startsWith(descending ? 'l' : 'g');
    add(`${passed ? '+' : ''}"${field}" ${OPERATORS[operator]} ?`, value);
  }
  // A document with null in a field of the index is not in it.
  for (const column of columns.slice(0, -1)) add(`${column} IS NOT NULL`);
  if (after)
    add(`(${columns.join(', ')}) ${descending ? '<' : '>'} (${after.map(() => '?').join(', ')})`, ...after);
  const index = indexName(collection, query.index);
  return {
    sql: [
      `FROM "${collection}"`,
      // Held to the index of the query, SQLite cannot choose another for want of statistics.
      index === null ? '' : `INDEXED BY "${index}"`,
      terms.length > 0 ? `WHERE ${terms.join(' AND ')}` : '',
      `ORDER BY ${columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ')}`,
      'LIMIT ?',
    ].join(' '),
    values: [...values, limit + more],
    order,
    limit,
  };
}
