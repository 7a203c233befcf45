import type { SearchText } from '@lotsa/core/search';
import type { Guide, Localised, Question, Topic } from '@lotsa/protocol';

/** What can be found: a guide, or an answer that has no guide. */
export type Target = { kind: 'guide'; guide: Guide } | { kind: 'answer'; question: Question };

/** The key in the index of a guide or of a question. */
const keyOf = (kind: Target['kind'], id: string): string => `${kind}:${id}`;

/**
 * The texts that are searched, and what each leads to. A question that has a guide leads to the guide: whoever asks is to
 * get the whole of it, once.
 */
export function searchTexts(
  guides: readonly Guide[],
  questions: readonly Question[],
  topics: ReadonlyMap<string, Topic>,
): { texts: SearchText[]; targets: Map<string, Target> } {
  const targets = new Map<string, Target>();
  const texts: SearchText[] = [];
  const guideIds = new Set(guides.map(({ id }) => id));
  for (const guide of guides) {
    const key = keyOf('guide', guide.id);
    targets.set(key, { kind: 'guide', guide });
    const answered = questions.filter(({ guideId }) => guideId === guide.id);
    const about = answered.flatMap(({ topicId }) => topics.get(topicId)?.name ?? []);
    for (const language of languagesOf(guide.title, guide.steps)) {
      texts.push({
        key,
        language,
        titles: written([guide.title, ...answered.map(({ question }) => question)], language),
        about: [...new Set(written(about, language))],
        body: [
          ...(guide.steps[language] ?? []),
          ...written(
            answered.map(({ answer }) => answer),
            language,
          ),
        ].join('\n'),
      });
    }
  }
  for (const question of questions) {
    if (question.guideId !== null && guideIds.has(question.guideId)) continue;
    const key = keyOf('answer', question.id);
    targets.set(key, { kind: 'answer', question });
    const topic = topics.get(question.topicId);
    for (const language of languagesOf(question.question, question.answer)) {
      texts.push({
        key,
        language,
        titles: written([question.question], language),
        about: topic ? written([topic.name], language) : [],
        body: question.answer[language] ?? '',
      });
    }
  }
  return { texts, targets };
}

const languagesOf = (...records: Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

const written = (texts: readonly Localised[], language: string): string[] =>
  texts.flatMap((text) => text[language] ?? []);
