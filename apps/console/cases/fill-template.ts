import type { Case, Me } from '@lotsa/protocol';
import { createFormats } from '@lotsa/ui';
import type { ConsoleI18n } from '../locales/index.ts';
import { inLanguage } from '../names/names.ts';

/** What is filled in where a template names it in braces. */
export const TEMPLATE_VARIABLES = ['number', 'title', 'date', 'name'] as const;
type Values = Readonly<Record<(typeof TEMPLATE_VARIABLES)[number], string>>;

/** A template's text for a case, in the visitor's language. */
export function filledIn(text: string, it: Case, me: Me | null, { lang }: Pick<ConsoleI18n, 'lang'>): string {
  return filledWith(text, {
    number: it.number,
    title: inLanguage(it.title, it.language || lang),
    date: createFormats(it.language || lang).date(it.promisedAt),
    name: me?.name ?? '',
  });
}

/** A template's text with values; what is no variable of ours stays as it is written. */
export const filledWith = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? values[key as keyof Values] : whole,
  );
