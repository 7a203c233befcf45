import type { Catalogue } from '@lotsa/ui';
import type { messages as sv } from './sv.ts';

/** The texts of the panel in one language. Swedish is the reference: every other has the same keys. */
export type Texts = Catalogue<typeof sv>;

/** What the file of a language exports. */
export interface LanguageFile {
  /** Of its script. */
  readonly direction: 'ltr' | 'rtl';
  readonly messages: Texts;
}

// To add a language, add its file, named after its tag in small letters. It is fetched when it is used.
const files = import.meta.glob<LanguageFile>(['./*.ts', '!./index.ts']);

/** How a language is fetched, by its tag; undefined when we do not have it. */
export const fetchLanguage = (tag: string): (() => Promise<LanguageFile>) | undefined => files[`./${tag}.ts`];

/** The tags of all languages. */
export const languageTags = (): string[] => Object.keys(files).map((path) => path.slice(2, -3));

/** The language of ours that a tag of somebody else's means, e.g. `en` for `en-GB`; undefined when there is none. */
export function languageOf(tag: string | null | undefined): string | undefined {
  const wanted = (tag ?? '').toLowerCase();
  return [wanted, wanted.replace(/-.*/, '')].find(fetchLanguage);
}

/** What a language calls itself. */
export function nameOf(tag: string): string {
  // A private use subtag (BCP 47, 2.2.7) is known to nobody but us: `Intl` calls it Swedish, or throws.
  if (tag === 'sv-x-easy') return 'Lätt svenska';
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.replace(/./, (first) => first.toLocaleUpperCase(tag));
}
