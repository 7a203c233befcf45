import { type Analyser, analyserOf, searchLanguage } from './analysers.ts';
import { type SynonymGroup, Synonyms } from './synonyms.ts';
import { Vocabulary } from './vocabulary.ts';

/** A text that can be found. One thing (`key`) may have several, in its languages. */
export interface SearchText {
  key: string;
  /** Language tag. */
  language: string;
  /** What it is called, or the question it answers; several where it answers several. */
  titles: readonly string[];
  /** What it is about: its topic. */
  about: readonly string[];
  body: string;
}

/** What was found. */
export interface Found {
  key: string;
  /** How well it fits, above 0; comparable within one search. */
  score: number;
}

/** Finds texts. Built once, asked often: it is not changed. */
export interface SearchIndex {
  /**
   * What fits a question best, best first; nothing where nothing fits well enough.
   * @param language the tag of the reader's language. Texts in other languages are found too, a little later.
   */
  search(question: string, language: string, limit: number): Found[];
  /** The words of a text to keep with it, so that it is found by {@link groupsOf}: stems, and the known parts of compounds. */
  wordsOf(text: string, language: string): string[];
  /** What to look for where a question is asked of texts that are kept elsewhere: for each of its words, the ways to say it. */
  groupsOf(question: string, language: string): string[][];
}

/** What each part of a text weighs. */
const TITLE = 3;
const ABOUT = 1.6;
const BODY = 1;
/** A part of a compound says less than the word. */
const PART = 0.4;
/** A synonym is what somebody thinks it means. */
const SYNONYM = 0.8;
/** Of another language than the reader's. */
const FOREIGN = 0.85;
/** Longer questions are cut: what they are about stands first. */
const MAX_WORDS = 40;
/** What must fit, of what the best word could give and of the whole question. */
const LEAST = { best: 0.3, share: 0.16 };
/** Less than this part of the best score is noise. */
const NEAR_BEST = 0.3;

/** Ways to say one thing: each is stems that belong together, and how surely they mean it. */
type Concept = { stems: readonly string[]; weight: number }[];

/** Makes the index of texts. `synonyms` are the editors', by language tag. */
export function searchIndex(
  texts: readonly SearchText[],
  synonyms: Readonly<Record<string, readonly SynonymGroup[]>> = {},
): SearchIndex {
  const byLanguage = new Map<string, SearchText[]>();
  for (const text of texts) {
    const language = searchLanguage(text.language);
    byLanguage.set(language, [...(byLanguage.get(language) ?? []), text]);
  }
  const indexes = new Map<string, LanguageIndex>(
    [...byLanguage].map(([language, own]) => [
      language,
      new LanguageIndex(analyserOf(language), own, synonyms[language] ?? []),
    ]),
  );
  const indexOf = (tag: string): LanguageIndex => {
    const language = searchLanguage(tag);
    let index = indexes.get(language);
    if (!index)
      indexes.set(language, (index = new LanguageIndex(analyserOf(language), [], synonyms[language] ?? [])));
    return index;
  };
  return {
    wordsOf: (text, tag) => indexOf(tag).wordsOf(text),
    groupsOf: (question, tag) => indexOf(tag).groupsOf(question),
    search(question, tag, limit) {
      const asked = searchLanguage(tag);
      const best = new Map<string, number>();
      for (const [language, index] of indexes) {
        for (const { key, score } of index.search(question)) {
          const weighed = language === asked ? score : score * FOREIGN;
          best.set(key, Math.max(best.get(key) ?? 0, weighed));
        }
      }
      const found = [...best].map(([key, score]): Found => ({ key, score }));
      const sorted = found.toSorted((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
      const top = sorted[0]?.score ?? 0;
      return sorted.filter(({ score }) => score >= top * NEAR_BEST).slice(0, limit);
    },
  };
}

class LanguageIndex {
  readonly #analyser: Analyser;
  readonly #vocabulary: Vocabulary;
  readonly #synonyms: Synonyms;
  readonly #keys: string[];
  /** For each stem: the texts it is in, and what it weighs there. */
  readonly #weights = new Map<string, Map<number, number>>();

  constructor(analyser: Analyser, texts: readonly SearchText[], groups: readonly SynonymGroup[]) {
    this.#analyser = analyser;
    this.#vocabulary = new Vocabulary(analyser);
    this.#synonyms = new Synonyms(analyser, groups);
    this.#keys = texts.map(({ key }) => key);
    const parts = texts.map(({ titles, about, body }) => [
      ...titles.map((title) => [TITLE, this.#stems(title)] as const),
      ...about.map((topic) => [ABOUT, this.#stems(topic)] as const),
      [BODY, this.#stems(body)] as const,
    ]);
    for (const [, stems] of parts.flat()) for (const stem of stems) this.#vocabulary.add(stem);
    for (const stem of this.#synonyms.stems) this.#vocabulary.add(stem);
    parts.forEach((fields, text) => {
      for (const [weight, stems] of fields) {
        for (const stem of stems) {
          this.#weigh(stem, text, weight);
          for (const part of this.#vocabulary.partsOf(stem)) this.#weigh(part, text, weight * PART);
        }
      }
    });
  }

  search(question: string): Found[] {
    const concepts = this.#concepts(question);
    const rarest = this.#rarity(1);
    const total = concepts.reduce((sum, concept) => sum + this.#worth(concept), 0);
    const scores = new Map<number, { sum: number; best: number }>();
    for (const concept of concepts) {
      for (const [text, value] of this.#values(concept)) {
        const { sum, best } = scores.get(text) ?? { sum: 0, best: 0 };
        scores.set(text, { sum: sum + value, best: Math.max(best, value) });
      }
    }
    const found: Found[] = [];
    for (const [text, { sum, best }] of scores) {
      if (best < LEAST.best * rarest || sum < LEAST.share * total) continue;
      found.push({ key: this.#keys[text] ?? '', score: sum });
    }
    return found;
  }

  wordsOf(text: string): string[] {
    const stems = this.#stems(text);
    return [...new Set([...stems, ...stems.flatMap((stem) => this.#vocabulary.partsOf(stem))])];
  }

  groupsOf(question: string): string[][] {
    return this.#concepts(question).map((concept) => {
      const sure = concept.filter(({ weight, stems }) => weight >= 0.5 && stems.length === 1);
      return [...new Set(sure.flatMap(({ stems }) => stems))];
    });
  }

  #stems(text: string): string[] {
    return this.#analyser.words(text).map((word) => this.#analyser.stem(word));
  }

  #weigh(stem: string, text: number, weight: number): void {
    let texts = this.#weights.get(stem);
    if (!texts) this.#weights.set(stem, (texts = new Map<number, number>()));
    texts.set(text, (texts.get(text) ?? 0) + weight);
  }

  /** What a word is worth that stands in so many texts (inverse document frequency, as in BM25). */
  #rarity(texts: number): number {
    return Math.log(1 + (this.#keys.length - texts + 0.5) / (texts + 0.5));
  }

  /** What is asked about, each in all the ways it may be said. */
  #concepts(question: string): Concept[] {
    const words = this.#analyser.words(question).slice(0, MAX_WORDS);
    const stems = words.map((word) => this.#analyser.stem(word));
    const typing = !/[\s.?!]$/.test(question);
    const concepts: Concept[] = [];
    for (let at = 0; at < stems.length;) {
      const { length, others } = this.#synonyms.at(stems, at);
      const concept: Concept = others.map((other) => ({ stems: other, weight: SYNONYM }));
      for (let i = at; i < at + length; i += 1) {
        concept.push(...this.#ways(stems[i] ?? '', words[i] ?? '', typing && i === stems.length - 1));
      }
      const whole =
        length === 1 && at + 1 < stems.length
          ? this.#vocabulary.joined(words[at] ?? '', words[at + 1] ?? '')
          : null;
      if (whole !== null) {
        const next = this.#ways(stems[at + 1] ?? '', words[at + 1] ?? '', false);
        concept.push(...this.#ways(whole, whole, false), ...next);
      }
      concepts.push(concept);
      at += whole === null ? length : 2;
    }
    return concepts;
  }

  /** The ways to understand one word: as it stands, as a compound, as a slip, as a beginning; each with its synonyms. */
  #ways(stem: string, word: string, last: boolean): Concept {
    const ways: Concept = [{ stems: [stem], weight: 1 }];
    if (this.#vocabulary.has(stem)) {
      const parts = this.#vocabulary.partsOf(stem);
      if (parts.length > 0) ways.push({ stems: parts, weight: 0.8 }, ...this.#partSynonyms(parts));
      return ways;
    }
    const parts = this.#vocabulary.partsOf(stem);
    if (parts.length > 0) ways.push({ stems: parts, weight: 0.85 }, ...this.#partSynonyms(parts));
    const guesses = [...this.#vocabulary.alike(stem), ...(last ? this.#vocabulary.beginning(word) : [])];
    // A compound of two known words is hardly a slip.
    const doubt = parts.length > 1 ? 0.7 : 1;
    for (const { stem: guess, weight } of guesses) {
      ways.push({ stems: [guess], weight: weight * doubt });
      const known = this.#vocabulary.partsOf(guess);
      if (known.length > 0) ways.push({ stems: known, weight: weight * doubt * 0.8 });
      for (const other of this.#synonyms.at([guess], 0).others) {
        ways.push({ stems: other, weight: weight * doubt * SYNONYM });
      }
    }
    // Nothing is concluded from these: a larmklocka is a klocka, but who asks what the clock is has no alarm.
    for (const { stem: whole, weight } of this.#vocabulary.endingIn(stem))
      ways.push({ stems: [whole], weight });
    return ways;
  }

  #partSynonyms(parts: readonly string[]): Concept {
    return parts.flatMap((part) =>
      this.#synonyms
        .at([part], 0)
        .others.map((stems) => ({ stems, weight: (PART * SYNONYM) / parts.length + 0.2 })),
    );
  }

  /** What a concept gives each text: the best of its ways, where the stems of one way share their weight. */
  #values(concept: Concept): Map<number, number> {
    const values = new Map<number, number>();
    for (const { stems, weight } of concept) {
      const sums = new Map<number, number>();
      for (const stem of stems) {
        const texts = this.#weights.get(stem);
        if (!texts) continue;
        const rarity = this.#rarity(texts.size);
        for (const [text, count] of texts) {
          // The second time a word stands in a text says less than the first (BM25 with k = 1.2).
          sums.set(text, (sums.get(text) ?? 0) + (rarity * count * 2.2) / (count + 1.2) / stems.length);
        }
      }
      for (const [text, sum] of sums) values.set(text, Math.max(values.get(text) ?? 0, sum * weight));
    }
    return values;
  }

  /** What a concept could give at most: a word that is nowhere is as telling as the rarest. */
  #worth(concept: Concept): number {
    const known = concept.flatMap(({ stems }) =>
      stems.map((stem) => this.#weights.get(stem)?.size ?? 0).filter((size) => size > 0),
    );
    return this.#rarity(known.length > 0 ? Math.min(...known) : 1);
  }
}
