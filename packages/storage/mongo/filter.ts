import type { Document, Sort } from 'mongodb';
import type { Plan, Scalar } from '../port.ts';
import { rawField } from './documents.ts';

/** What a query meets, wherever its page begins. Values are given to operators, so that none is taken for one. */
export function filterOf({ equals, range, order }: Plan): Document {
  const ordered = order.filter((field) => field !== 'id' && !range.some(([bounded]) => bounded === field));
  const parts = [
    ...equals.map(([field, value]) => ({ [rawField(field)]: { $eq: value } })),
    ...range.map(([field, operator, value]) => ({ [rawField(field)]: { [`$${operator}`]: value } })),
    // A field that is null has no place in an order of strings and numbers.
    ...ordered.map((field) => ({ [rawField(field)]: { $ne: null } })),
  ];
  return parts.length > 0 ? { $and: parts } : {};
}

/** The same from behind a cursor on. */
export function pageFilterOf(plan: Plan): Document {
  const { after, order, descending } = plan;
  const filter = filterOf(plan);
  const first = after?.[0];
  if (!after || first === undefined) return filter;
  const fields = order.map(rawField);
  const beyond = descending ? '$lt' : '$gt';
  // Equal in the fields before, beyond in this one: for each field of the order.
  const chain = fields.map((field, i) => ({
    ...Object.fromEntries(fields.slice(0, i).map((same, k) => [same, { $eq: after[k] }])),
    [field]: { [beyond]: after[i] },
  }));
  // The bound on the first field lets the database begin at the cursor instead of at the beginning.
  return { $and: [filter, { [fields[0] ?? '_id']: { [`${beyond}e`]: first } }, { $or: chain }] };
}

/** The order of a query. */
export function sortOf({ order, descending }: Plan): Sort {
  return Object.fromEntries(order.map((field) => [rawField(field), descending ? -1 : 1]));
}

/** The values of the order's fields in a document: where the next page begins. */
export function cursorOf({ order }: Plan, raw: Document): Scalar[] {
  return order.map((field) => raw[rawField(field)] as Scalar);
}

/** What a document must be for an update: exactly these values, also where they are arrays or objects. */
export function conditionOf(condition: Document): Document {
  const equal = Object.entries(condition).map(([field, value]: [string, unknown]) => ({
    $eq: [`$${rawField(field)}`, { $literal: value }],
  }));
  return equal.length > 0 ? { $expr: { $and: equal } } : {};
}
