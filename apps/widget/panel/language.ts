import type { Localised } from '@lotsa/protocol';
import { createFormats, type Formats } from '@lotsa/ui';
import { fetchLanguage, type Texts } from '../languages/index.ts';

/** One language, ready to be used. */
export interface Language {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly t: Texts;
  readonly formats: Formats;
}

/**
 * Fetches a language and gives the page its `lang` and `dir`. The panel has no signals, which ui's `createI18n` is made of:
 * they would be an eighth of what a visitor waits for.
 * @throws when it cannot be fetched; the page then keeps the language it has.
 */
export async function loadLanguage(lang: string): Promise<Language> {
  const file = await fetchLanguage(lang)?.();
  if (!file) throw new Error(`no language ${lang}`);
  return { lang, dir: file.direction, t: file.messages, formats: createFormats(lang) };
}

/** The `lang` of a text of the site that is not written in the language of the page: Swedish (WCAG 3.1.2). */
export const langOf = (text: Localised, { lang }: Language): 'sv' | undefined =>
  lang in text ? undefined : 'sv';

/** Makes it the language of the page. */
export function applyLanguage({ lang, dir }: Language): void {
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}
