import type { Catalogue } from '@lotsa/ui';
import { messages as sv } from './sv.ts';

/** The texts of the panel in one language. */
export type Texts = Catalogue<typeof sv>;

// To add a language, add its file: `messages: Texts`, named after its tag. It is fetched when it is used.
const files = import.meta.glob<{ messages: Texts }>(['./*.ts', '!./index.ts', '!./sv.ts']);

/** How each language is fetched, by its tag. Swedish is the reference and at hand from the start. */
export const languages: Record<string, () => Promise<Texts>> = {
  sv: () => Promise.resolve(sv),
  ...Object.fromEntries(
    Object.entries(files).map(([path, load]) => [
      path.replace(/^\.\/|\.ts$/g, ''),
      async () => (await load()).messages,
    ]),
  ),
};

/** The language of ours that a tag of somebody else's means, e.g. `en` for `en-GB`; undefined when there is none. */
export function languageOf(tag: string | null | undefined): string | undefined {
  const [language = ''] = (tag ?? '').toLowerCase().split('-');
  return tag && tag in languages ? tag : language in languages ? language : undefined;
}

/** What a language calls itself. */
export const nameOf = (tag: string): string => {
  const name = new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
};
