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

// To add a language, add its file, named after its tag. It is fetched when it is used.
const files = import.meta.glob<LanguageFile>(['./*.ts', '!./index.ts']);

/** How each language is fetched, by its tag. */
export const languages: Record<string, () => Promise<LanguageFile>> = Object.fromEntries(
  Object.entries(files).map(([path, load]) => [path.slice(2, -3), load]),
);

/** The language of ours that a tag of somebody else's means, e.g. `en` for `en-GB`; undefined when there is none. */
export function languageOf(tag: string | null | undefined): string | undefined {
  const [language = ''] = (tag ?? '').toLowerCase().split('-');
  return tag && tag in languages ? tag : language in languages ? language : undefined;
}

/** What a language calls itself. */
export function nameOf(tag: string): string {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}
