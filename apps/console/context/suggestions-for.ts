import type { Directory } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { type ReadyText, readyGuides } from '../composer/ready-texts.ts';
import { departmentOf } from '../handoff/targets.ts';
import { inLanguage, languageOf } from '../names/names.ts';

/** A text that may be the answer. */
export interface Suggestion extends ReadyText {
  readonly kind: 'question' | 'guide';
}

/** No more than can be taken in at a glance. */
const SHOWN = 6;

/** The centre's answers to what is often asked about the topic, then its department's guides, in the visitor's language. */
export function suggestionsFor(directory: Directory, conversation: Conversation): Suggestion[] {
  const { topicId, language } = conversation;
  const departmentId = departmentOf(directory, conversation);
  const questions = directory.questions
    .filter((q) => q.topicId === topicId || q.departmentId === departmentId)
    .toSorted((a, b) => Number(b.topicId === topicId) - Number(a.topicId === topicId))
    .map((q) => ({
      kind: 'question' as const,
      id: q.id,
      title: inLanguage(q.question, language),
      hint: inLanguage(q.answer, language),
      text: inLanguage(q.answer, language),
      language: languageOf(q.answer, language),
    }));
  const guides = readyGuides(
    directory.guides.filter((guide) => guide.departmentId === departmentId),
    language,
  ).map((guide) => ({ ...guide, kind: 'guide' as const }));
  return [...questions.slice(0, SHOWN - Math.min(guides.length, 2)), ...guides].slice(0, SHOWN);
}
