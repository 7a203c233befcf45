import { type Catalogue, createI18n, type I18n } from '@lotsa/ui';
import { sv } from './sv.ts';

/** The languages of the console. */
export const LANGUAGES = { sv: 'Svenska', en: 'English' } as const;
/** A language of the console. */
export type Language = keyof typeof LANGUAGES;
/** The words of one language. */
export type Texts = Catalogue<typeof sv>;
/** The console's language. */
export type ConsoleI18n = I18n<typeof sv, Language>;

/** Makes the console's language. Swedish is at hand, the others are fetched when asked for. */
export const createConsoleI18n = (): ConsoleI18n =>
  createI18n<typeof sv, Language>({
    lang: 'sv',
    messages: sv,
    load: { sv: async () => sv, en: async () => (await import('./en.ts')).en },
  });
