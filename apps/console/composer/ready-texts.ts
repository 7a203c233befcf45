import type { Directory } from '@lotsa/client';
import type { Guide } from '@lotsa/protocol';
import { inLanguage } from '../names/names.ts';
import type { Token } from './token.ts';

/** A text that can be put in the composer. */
export interface ReadyText {
  readonly id: string;
  readonly title: string;
  /** The beginning of it, to choose by. */
  readonly hint: string;
  readonly text: string;
}

/** A guide as a message: its title, its steps, its link. */
export function guideText(guide: Guide, language: string): string {
  const steps = guide.steps[language] ?? guide.steps['sv'] ?? [];
  return [
    inLanguage(guide.title, language),
    ...steps.map((step, at) => `${at + 1}. ${step}`),
    ...(guide.url ? [new URL(guide.url, location.origin).href] : []),
  ].join('\n');
}

/** Guides as ready texts in a language. */
export const readyGuides = (guides: readonly Guide[], language: string): ReadyText[] =>
  guides.map((guide) => ({
    id: guide.id,
    title: inLanguage(guide.title, language),
    hint: (guide.steps[language] ?? guide.steps['sv'] ?? [])[0] ?? '',
    text: guideText(guide, language),
  }));

/** What a trigger offers, in the visitor's language. */
export function readyTexts(
  { cannedResponses, guides }: Directory,
  trigger: Token['trigger'],
  language: string,
): ReadyText[] {
  if (trigger === '#') return readyGuides(guides, language);
  return cannedResponses.map(({ id, shortcut, text }) => ({
    id,
    title: `/${shortcut}`,
    hint: inLanguage(text, language),
    text: inLanguage(text, language),
  }));
}
