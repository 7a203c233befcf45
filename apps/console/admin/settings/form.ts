import type { SettingsItem, SettingsKind } from '@lotsa/protocol';
import { settingsMisfits } from '@lotsa/protocol';

/** What the fields of an editor work on. */
export interface Form<Item> {
  readonly draft: Item;
  /** It is not stored yet. */
  readonly isNew: boolean;
  readonly set: <Field extends keyof Item>(field: Field, value: Item[Field]) => void;
  /** What is wrong at a path (`name.sv`), in words. */
  readonly errorAt: (path: string) => string | undefined;
  /** Something is wrong at a path, or below it. */
  readonly isWrongIn: (path: string) => boolean;
}

/** The rules that fields do not pass, by path. */
export type Misfits = Readonly<Record<string, string>>;

/** What of a draft does not fit its kind, as the relay would say; the first rule of each field. */
export const misfitsOf = (kind: SettingsKind, draft: object): Misfits =>
  Object.fromEntries(
    settingsMisfits(kind, draft)
      .toReversed()
      .map(({ field, rule }) => [field, rule]),
  );

/** Takes out what was left empty: a text in a language nobody wrote it in is not there. */
export function tidied<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map((item: unknown) => tidied(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const localised = 'sv' in value && Object.values(value).every((text) => typeof text === 'string');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, text]) => !localised || key === 'sv' || String(text).trim() !== '')
      .map(([key, inner]) => [key, tidied(inner)]),
  ) as Value;
}

/** Two items are the same, whatever was left empty in them. */
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));

/** The fields of an item that differ between two of its states. */
export const changedFields = <Item extends object>(one: Item, other: Item): (keyof Item & string)[] =>
  (Object.keys({ ...one, ...other }) as (keyof Item & string)[]).filter(
    (field) => !isSame(one[field], other[field]),
  );

/** My changes on top of somebody else's: what I did not touch is theirs. */
export function mergedOnto<Item extends object>(mine: Item, before: Item, theirs: Item): Item {
  const touched = changedFields(before, mine);
  return { ...theirs, ...Object.fromEntries(touched.map((field) => [field, mine[field]])) };
}

/** An id that is made of a name, and is not taken. */
export function newIdFrom(name: string, taken: readonly string[]): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50);
  const base = plain === '' ? 'ny' : plain;
  const free = (id: string) => !taken.includes(id);
  if (free(base)) return base;
  let number = 2;
  while (!free(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

/** An item of a kind. */
export type ItemOf<Kind extends SettingsKind> = SettingsItem<Kind>;
