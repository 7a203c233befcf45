import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { STOP_WORDS } from './stop-words.ts';
import { wordsOf } from './words.ts';

/** How a language's words are made comparable. */
export interface Analyser {
  /** The words that carry meaning, folded, in order. */
  words(text: string): string[];
  /** What the forms of a word have in common. */
  stem(word: string): string;
  /** Whether it writes two words as one (sophämtning, jätehuolto). */
  compounds: boolean;
}

/** The article and particles that Arabic writes together with the word. */
const ARABIC_PREFIX = /^(?:وال|بال|كال|فال|لل|ال)(?=.{3})/;

/** The definite endings that Snowball leaves where they stand: gatan, ansökan, biblioteket. */
const SWEDISH_DEFINITE = /(?<=.{3})(?:an|et)$/;

const STEMMERS: Readonly<Record<string, (word: string) => string>> = {
  sv: (word) => swedish(word).replace(SWEDISH_DEFINITE, ''),
  en: english,
  fi: finnish,
  // Folding has made one letter of two before the stemmer sees them; it takes the endings all the same.
  ar: (word) => arabic(word.replace(ARABIC_PREFIX, '')),
};

const cache = new Map<string, Analyser>();

/** The language that texts of a language tag are compared in: easy Swedish is Swedish, and so is what we do not know. */
export function searchLanguage(tag: string): string {
  const [language = 'sv'] = tag.split('-', 1);
  return Object.hasOwn(STEMMERS, language) ? language : 'sv';
}

/** The analyser of a search language. */
export function analyserOf(language: string): Analyser {
  const known = cache.get(language);
  if (known) return known;
  const stop = STOP_WORDS[language] ?? new Set();
  const stemmed = STEMMERS[language] ?? ((word: string) => word);
  const analyser: Analyser = {
    words(text) {
      const all = wordsOf(text);
      return all.filter((word) => !stop.has(word) && (word.length > 1 || /\p{N}/u.test(word)));
    },
    stem: (word) => (/^\p{N}/u.test(word) ? word : stemmed(word)),
    compounds: language === 'sv' || language === 'fi',
  };
  cache.set(language, analyser);
  return analyser;
}
