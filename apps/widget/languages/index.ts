import type { Catalogue } from '@lotsa/ui';
import type * as sv from './sv.ts';

/**
 * What the file of a language exports: its texts, in the groups in which they are fetched. Swedish is the reference: every
 * other has the same keys. `messages` is what the first view may need, and what is said when nothing more can be fetched.
 */
export type LanguageFile = { readonly [Group in keyof typeof sv]: Catalogue<(typeof sv)[Group]> };

/** The texts of the panel in one language. Those of a group are there where {@link TextGroup} was fetched. */
export type Texts = LanguageFile['messages'] &
  LanguageFile['talk'] &
  LanguageFile['forms'] &
  LanguageFile['ahead'] &
  LanguageFile['extras'] &
  LanguageFile['byMail'];

/** How the texts of one group are fetched, by the path of the language. A part brings those that it shows. */
export type TextGroup = Readonly<Record<string, () => Promise<object>>>;

// To add a language, add its file, named after its tag in small letters. It is fetched when it is used, in groups: each
// `query` makes a module of its own, which the build leaves with the one export that is imported.
const files = import.meta.glob<LanguageFile['messages']>(['./*.ts', '!./index.ts'], {
  query: '?messages',
  import: 'messages',
});

/** How the first texts of a language are fetched, by its tag; undefined when we do not have it. */
export const fetchLanguage = (tag: string): (() => Promise<LanguageFile['messages']>) | undefined =>
  files[`./${tag}.ts`];

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
