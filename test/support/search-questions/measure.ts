import { searchIndex } from '@lotsa/core/search';
import { searchTexts } from '../../../apps/relay/knowledge/search-texts.ts';
import ekhamra from '../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../apps/relay/seed/municipality.ts';
import type { Paraphrase } from './paraphrase.ts';

/** How well questions find what answers them. */
export interface Quality {
  asked: number;
  /** Share whose answer, or its guide, is found first, and among the first three. */
  first: number;
  firstThree: number;
  /** Those that are not found first, with what is. */
  missed: { text: string; sought: string; found: string[] }[];
}

const file = readMunicipality(ekhamra);
const { texts } = searchTexts(
  file.guides,
  file.questions,
  new Map(file.topics.map((topic) => [topic.id, topic])),
);
const groups = Object.fromEntries(file.synonyms.map((list) => [list.id, list.groups]));
const index = searchIndex(texts, groups);

/** Ekhamra's questions as they stand, in Swedish and English. */
export const OWN_WORDS: readonly Paraphrase[] = file.questions.flatMap(({ id, question }) =>
  Object.entries(question).map(([language, text]): Paraphrase => [id, language, text]),
);

/** What is found for a question, best first. */
export const found = (text: string, language: string): string[] =>
  index.search(text, language, 3).map(({ key }) => key);

/** Asks each question of Ekhamra's guides and answers. */
export function measure(questions: readonly Paraphrase[]): Quality {
  const guideOf = new Map(file.questions.map(({ id, guideId }) => [id, guideId]));
  const missed: Quality['missed'] = [];
  let first = 0;
  let firstThree = 0;
  for (const [id, language, text] of questions) {
    const guideId = id === null ? null : guideOf.get(id);
    const sought = guideId ? `guide:${guideId}` : `answer:${id}`;
    const keys = found(text, language);
    if (keys[0] === sought) first += 1;
    else missed.push({ text, sought, found: keys });
    if (keys.includes(sought)) firstThree += 1;
  }
  const share = (count: number): number => count / questions.length;
  return { asked: questions.length, first: share(first), firstThree: share(firstThree), missed };
}
