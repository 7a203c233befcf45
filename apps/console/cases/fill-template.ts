import type { Case, Me } from '@lotsa/protocol';
import { createFormats } from '@lotsa/ui';
import type { ConsoleI18n } from '../locales/index.ts';
import { inLanguage } from '../names/names.ts';

/** A template's text for a case, in the visitor's language; what is no variable of ours stays as it is written. */
export function filledIn(text: string, it: Case, me: Me | null, { lang }: Pick<ConsoleI18n, 'lang'>): string {
  const values: Record<string, string> = {
    number: it.number,
    title: inLanguage(it.title, it.language || lang),
    date: createFormats(it.language || lang).date(it.promisedAt),
    name: me?.name ?? '',
  };
  return text.replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? whole) : whole,
  );
}
