import type { FormField } from '@lotsa/protocol';
import { inLanguage } from '../../names/names.ts';
import type { Texts } from '../../locales/index.ts';
import type { Option } from '../pages/options.ts';

type ShowIf = NonNullable<FormField['showIf']>;

/** A condition as the value of a choice. */
export const conditionKey = (showIf: ShowIf | undefined): string =>
  showIf === undefined ? '' : JSON.stringify(Object.entries(showIf));

/** The condition of a value, undefined for none. */
export const conditionOf = (key: string): ShowIf | undefined =>
  key === '' ? undefined : Object.fromEntries(JSON.parse(key) as [string, string | boolean][]);

/** When a field can be shown: always, or by what was answered in one before it. What it has already stays a choice. */
export function conditionOptions(
  fields: readonly FormField[],
  field: FormField,
  t: Texts,
  lang: string,
): Option[] {
  const before = fields.slice(0, fields.indexOf(field));
  const own = field.showIf === undefined ? [] : [field.showIf];
  const conditions = [
    ...before.flatMap((other): ShowIf[] => {
      if (other.type === 'boolean') return [{ [other.name]: true }];
      if (other.type !== 'radio' && other.type !== 'select') return [];
      return other.options.map(({ value }) => ({ [other.name]: value }));
    }),
    ...own,
  ];
  const byKey = new Map(conditions.map((showIf) => [conditionKey(showIf), showIf]));
  return [
    { value: '', label: t.formShownAlways },
    ...[...byKey].map(([value, showIf]) => ({ value, label: conditionText(fields, showIf, t, lang) })),
  ];
}

function conditionText(fields: readonly FormField[], showIf: ShowIf, t: Texts, lang: string): string {
  return Object.entries(showIf)
    .map(([name, wanted]) => {
      const field = fields.find((other) => other.name === name);
      const what = field ? inLanguage(field.label, lang) || name : name;
      if (wanted === true) return t.formShownIfTicked({ what });
      if (wanted === false) return t.formShownIfNotTicked({ what });
      const options = field?.type === 'radio' || field?.type === 'select' ? field.options : [];
      const chosen = options.find(({ value }) => value === wanted);
      return t.formShownIfChosen({ what, value: chosen ? inLanguage(chosen.label, lang) : wanted });
    })
    .join(t.formShownAnd);
}

/** The fields without what names others, or choices, that are not there any more. */
export function withoutStray(fields: readonly FormField[]): FormField[] {
  const has = (name: string, wanted: string | boolean): boolean => {
    const other = fields.find((field) => field.name === name);
    if (!other) return false;
    if (typeof wanted === 'boolean') return other.type === 'boolean';
    return (
      (other.type === 'select' && other.optionsFrom !== undefined) ||
      ((other.type === 'radio' || other.type === 'select') &&
        other.options.some(({ value }) => value === wanted))
    );
  };
  return fields.map((field) => {
    const { showIf, requireOneOf, ...rest } = field;
    const names = requireOneOf?.filter((name) => fields.some((other) => other.name === name)) ?? [];
    const stays = showIf !== undefined && Object.entries(showIf).every(([name, wanted]) => has(name, wanted));
    return {
      ...rest,
      ...(stays ? { showIf } : {}),
      ...(names.length > 0 ? { requireOneOf: names } : {}),
    };
  });
}
