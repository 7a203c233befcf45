import { isOutdated } from '@lotsa/core';
import type { Guide, PublicAnswer, PublicGuide, Question, SearchHit } from '@lotsa/protocol';
import type { Target } from './search-texts.ts';

const EXCERPT = 180;

/** The language that something is given in: the reader's, its main language (`sv` of `sv-x-easy`), or Swedish. */
function languageIn(texts: Readonly<Record<string, unknown>>, tag: string): string {
  const main = tag.split('-', 1)[0] ?? 'sv';
  return [tag, main].find((language) => texts[language] !== undefined) ?? 'sv';
}

/** A guide as it is given to the public. */
export function publicGuide(guide: Guide, tag: string): PublicGuide {
  const { id, title, intro, steps, url, publishedAt } = guide;
  const language = languageIn(steps, tag);
  return {
    id,
    language,
    title: title[language] ?? title.sv,
    intro: intro[language] ?? null,
    steps: steps[language] ?? [],
    url,
    outdated: isOutdated(guide, language),
    languages: Object.keys(steps),
    publishedAt,
  };
}

/** An answer as it is given to the public. */
export function publicAnswer({ id, question, answer, guideId }: Question, tag: string): PublicAnswer {
  const language = languageIn(answer, tag);
  return {
    id,
    language,
    question: question[language] ?? question.sv,
    answer: answer[language] ?? answer.sv,
    languages: Object.keys(answer),
    guideId,
  };
}

/** What a search shows of what it found. */
export function searchHit(target: Target, tag: string): SearchHit {
  if (target.kind === 'guide') {
    const { id, title, intro, steps, url, language } = publicGuide(target.guide, tag);
    return { kind: 'guide', id, title, excerpt: excerptOf(intro ?? steps.join('. ')), language, url };
  }
  const { id, question, answer, language } = publicAnswer(target.question, tag);
  return { kind: 'answer', id, title: question, excerpt: excerptOf(answer), language, url: null };
}

function excerptOf(text: string): string {
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), EXCERPT / 2))} …`;
}
