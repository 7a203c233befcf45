import type * as v from 'valibot';

/** Chance in use: a number from 0 to below 1. */
export type Random = () => number;

/** Strings that fit some schema, and ids that exist, so that part of the inputs gets far. */
export type Pool = readonly string[];

export const oneOf = <T>(random: Random, items: readonly T[]): T =>
  items[Math.floor(random() * items.length)] as T;

const STRINGS = [
  '',
  ' ',
  'sv',
  'ekhamra',
  'kim@example.se',
  '+46 70 123 45 67',
  'https://www.ekhamra.example/bygglov?x=1#y',
  '__proto__',
  'constructor',
  '$where',
  '{"$gt":""}',
  "'; DROP TABLE messages; --",
  '19811218-9876',
  '\u0000\u202e\ud800',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  'é'.repeat(3_000),
  'x'.repeat(4_001),
  'null',
];
const NUMBERS = [0, 1, 2, -1, 1.5, 5, 1e9, 2 ** 53, Number.MAX_VALUE, -0];

/** Anything that JSON can say. */
export function garbage(random: Random, depth = 0): unknown {
  const kind = Math.floor(random() * (depth > 3 ? 4 : 7));
  if (kind === 0) return null;
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return oneOf(random, NUMBERS);
  if (kind === 3) return oneOf(random, STRINGS);
  if (kind === 4) return Array.from({ length: Math.floor(random() * 5) }, () => garbage(random, depth + 1));
  if (kind === 5) return JSON.parse('['.repeat(500) + ']'.repeat(500)) as unknown;
  const names = Array.from({ length: Math.floor(random() * 5) }, () => oneOf(random, STRINGS));
  return Object.fromEntries(names.map((name) => [name, garbage(random, depth + 1)]));
}

/** The parts of a valibot schema that matter for making what fits it. */
interface Shape {
  type: string;
  entries?: Record<string, Shape>;
  wrapped?: Shape;
  item?: Shape;
  items?: Shape[];
  key?: Shape;
  value?: Shape;
  options?: unknown[];
  literal?: unknown;
}

/** What fits a schema, mostly: each leaf may be garbage with the given chance. */
export function fitting(schema: v.GenericSchema, random: Random, pool: Pool, wrong: number): unknown {
  return make(schema, random, pool, wrong);
}

function make(shape: Shape, random: Random, pool: Pool, wrong: number): unknown {
  if (random() < wrong) return garbage(random);
  const inner = (one: Shape | undefined): unknown => (one ? make(one, random, pool, wrong) : garbage(random));
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape.entries ?? {}).map(([name, entry]) => [name, inner(entry)]),
      );
    case 'nullable':
    case 'optional':
      return random() < 0.4 ? null : inner(shape.wrapped);
    case 'picklist':
      return oneOf(random, shape.options ?? []);
    case 'variant':
    case 'union':
      return inner(oneOf(random, (shape.options ?? []) as Shape[]));
    case 'literal':
      return shape.literal;
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => inner(shape.item));
    case 'record':
      return { [oneOf(random, pool)]: inner(shape.value) };
    case 'boolean':
      return random() < 0.5;
    case 'number':
      return Math.floor(random() * 8);
    case 'string':
      return random() < 0.7 ? oneOf(random, pool) : oneOf(random, STRINGS);
    default:
      return garbage(random);
  }
}
