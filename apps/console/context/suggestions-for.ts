import type { Directory } from '@lotsa/client';
import { eServiceIn, eServicesOf } from '@lotsa/core';
import type { Conversation, GuideAnswers, Question } from '@lotsa/protocol';
import { type ReadyText, readyGuides } from '../composer/ready-texts.ts';
import { departmentOf } from '../handoff/targets.ts';
import { inLanguage, languageOf } from '../names/names.ts';

/** A text that may be the answer. */
export interface Suggestion extends ReadyText {
  readonly kind: 'question' | 'guide' | 'earlier' | 'eService';
}

/** No more than can be taken in at a glance. */
const SHOWN = 6;

/** E-services of the topic that are offered. */
const SERVICES = 2;

/** What the relay found for what was just asked: guides and answers by id, and what was answered before. */
export type Fitting = GuideAnswers['knowledge:suggest'];

/**
 * What fits what was just asked, what can be done on the web about the topic, then the centre's answers to what is often asked about it,
 * then its department's guides, in the visitor's language.
 */
export function suggestionsFor(
  directory: Directory,
  conversation: Conversation,
  fitting: Fitting | null = null,
): Suggestion[] {
  if (!fitting) return ofTopic(directory, conversation).flat().slice(0, SHOWN);
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
  const [services, others] = ofTopic(directory, conversation);
  const rest = others.filter(({ kind, id }) => !known.has(`${kind} ${id}`));
  return [...found.slice(0, SHOWN - services.length), ...services, ...earlier, ...rest].slice(0, SHOWN);
}

/** What can be done on the web, and what is known. */
function ofTopic(directory: Directory, conversation: Conversation): [Suggestion[], Suggestion[]] {
  const { topicId, language } = conversation;
  const services = eServicesOf(directory.eServices, topicId)
    .slice(0, SERVICES)
    .map((service): Suggestion => {
      const { id, name, language: shown, url } = eServiceIn(service, language);
      return { kind: 'eService', id, title: name, hint: url, text: `${name}: ${url}`, language: shown };
    });
  const room = SHOWN - services.length;
  const departmentId = departmentOf(directory, conversation);
  const questions = directory.questions
    .filter((q) => q.topicId === topicId || q.departmentId === departmentId)
    .toSorted((a, b) => Number(b.topicId === topicId) - Number(a.topicId === topicId))
    .map((q) => questionText(q, language));
  const guides = readyGuides(
    directory.guides.filter((guide) => guide.departmentId === departmentId),
    language,
  ).map((guide) => ({ ...guide, kind: 'guide' as const }));
  return [services, [...questions.slice(0, room - Math.min(guides.length, 2)), ...guides]];
}

const questionText = (question: Question, language: string): Suggestion => ({
  kind: 'question',
  id: question.id,
  title: inLanguage(question.question, language),
  hint: inLanguage(question.answer, language),
  text: inLanguage(question.answer, language),
  language: languageOf(question.answer, language),
});
