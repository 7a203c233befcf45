import type { Directory } from '@lotsa/client';
import type { Conversation, GuideAnswers, Question } from '@lotsa/protocol';
import { type ReadyText, readyGuides } from '../composer/ready-texts.ts';
import { departmentOf } from '../handoff/targets.ts';
import { inLanguage, languageOf } from '../names/names.ts';

/** A text that may be the answer. */
export interface Suggestion extends ReadyText {
  readonly kind: 'question' | 'guide' | 'earlier';
}

/** No more than can be taken in at a glance. */
const SHOWN = 6;

/** What the relay found for what was just asked: guides and answers by id, and what was answered before. */
export type Fitting = GuideAnswers['knowledge:suggest'];

/**
 * What fits what was just asked, then the centre's answers to what is often asked about the topic, then its department's guides, in the
 * visitor's language.
 */
export function suggestionsFor(
  directory: Directory,
  conversation: Conversation,
  fitting: Fitting | null = null,
): Suggestion[] {
  if (!fitting) return ofTopic(directory, conversation);
  const { language } = conversation;
  const found = fitting.hits.flatMap(({ kind, id }): Suggestion[] => {
    if (kind === 'guide') {
      const guides = readyGuides(
        directory.guides.filter((guide) => guide.id === id),
        language,
      );
      return guides.map((guide) => ({ ...guide, kind }));
    }
    return directory.questions.filter((q) => q.id === id).map((q) => questionText(q, language));
  });
  const earlier = fitting.earlier.map((answer): Suggestion => ({
    kind: 'earlier',
    id: answer.id,
    title: answer.question,
    hint: answer.answer,
    text: answer.answer,
    language: answer.language,
  }));
  const known = new Set(found.map(({ kind, id }) => `${kind} ${id}`));
  const rest = ofTopic(directory, conversation).filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  return [...found, ...earlier, ...rest].slice(0, SHOWN);
}

function ofTopic(directory: Directory, conversation: Conversation): Suggestion[] {
  const { topicId, language } = conversation;
  const departmentId = departmentOf(directory, conversation);
  const questions = directory.questions
    .filter((q) => q.topicId === topicId || q.departmentId === departmentId)
    .toSorted((a, b) => Number(b.topicId === topicId) - Number(a.topicId === topicId))
    .map((q) => questionText(q, language));
  const guides = readyGuides(
    directory.guides.filter((guide) => guide.departmentId === departmentId),
    language,
  ).map((guide) => ({ ...guide, kind: 'guide' as const }));
  return [...questions.slice(0, SHOWN - Math.min(guides.length, 2)), ...guides].slice(0, SHOWN);
}

const questionText = (question: Question, language: string): Suggestion => ({
  kind: 'question',
  id: question.id,
  title: inLanguage(question.question, language),
  hint: inLanguage(question.answer, language),
  text: inLanguage(question.answer, language),
  language: languageOf(question.answer, language),
});
