import type { Site } from '@lotsa/protocol';
import { type Language, languageOf } from '../../pages/words/index.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import { type MailWords, sv } from './sv.ts';
import { easy } from './sv-x-easy.ts';

/** The words by language. To add a language, add its file and name it here. */
const WORDS: Readonly<Record<string, MailWords>> = { sv, en, ar, fi, 'sv-x-easy': easy };

/** A language as mails use it: the pages' clock and names, and the words of mails. */
export type MailTongue = Omit<Language, 'words'> & { words: MailWords };

/** The language of a tag, or Swedish. */
export function mailTongue(tag: string, site: Site): MailTongue {
  const language = languageOf(tag, site);
  return { ...language, words: WORDS[language.tag] ?? sv };
}
