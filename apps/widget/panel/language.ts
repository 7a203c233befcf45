import type { Localised } from '@lotsa/protocol';
import { createFormats, type Formats } from '@lotsa/ui';
import { fetchLanguage, type TextGroup, type Texts } from '../languages/index.ts';

/** One language, ready to be used. */
export interface Language {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Whole for those who show texts of its groups. */
  readonly t: Texts;
  readonly groups: readonly TextGroup[];
  readonly formats: Formats;
}

/**
 * Fetches a language: the texts of the first view, and those of the groups that parts have brought. The panel has no signals,
 * which ui's `createI18n` is made of: they would be an eighth of what a visitor waits for.
 * @throws when it cannot be fetched; the page then keeps the language it has.
 */
export async function loadLanguage(lang: string, groups: readonly TextGroup[]): Promise<Language> {
  const texts = await Promise.all(
    [fetchLanguage(lang), ...groups.map((group) => group[`../languages/${lang}.ts`])].map((load) => {
      if (!load) throw new Error(`no language ${lang}`);
      return load();
    }),
  );
  const t = Object.assign({}, ...texts) as Texts & { direction: 'ltr' | 'rtl' };
  return { lang, dir: t.direction, t, groups, formats: createFormats(lang) };
}

/** The `lang` of a text of the site that is not written in the language of the page: Swedish (WCAG 3.1.2). */
export const langOf = (text: Localised, { lang }: Language): 'sv' | undefined =>
  lang in text ? undefined : 'sv';

/** Makes it the language of the page. */
export function applyLanguage({ lang, dir }: Language): void {
  document.documentElement.lang = lang;
  document.documentElement.dir = dir;
}
