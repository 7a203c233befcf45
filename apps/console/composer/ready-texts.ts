import { fillVariables } from '@lotsa/core';
import type { Directory } from '@lotsa/client';
import type { Guide } from '@lotsa/protocol';
import { inLanguage, languageOf } from '../names/names.ts';
import type { Token } from './token.ts';

/** A text that can be put in the composer. */
export interface ReadyText {
  readonly id: string;
  readonly title: string;
  /** The beginning of it, to choose by. */
  readonly hint: string;
  readonly text: string;
  /** What the text is written in: not always what was asked for. */
  readonly language: string;
}

const stepsOf = (guide: Guide, language: string): readonly string[] =>
  guide.steps[languageOf(guide.steps, language)] ?? [];

/** A guide as a message: its title, its steps, its link. */
export const guideText = (guide: Guide, language: string): string =>
  [
    inLanguage(guide.title, languageOf(guide.steps, language)),
    ...stepsOf(guide, language).map((step, at) => `${at + 1}. ${step}`),
    ...(guide.url ? [new URL(guide.url, location.origin).href] : []),
  ].join('\n');

/** Guides as ready texts in a language. */
export const readyGuides = (guides: readonly Guide[], language: string): ReadyText[] =>
  guides.map((guide) => ({
    id: guide.id,
    title: inLanguage(guide.title, language),
    hint: stepsOf(guide, language)[0] ?? '',
    text: guideText(guide, language),
    language: languageOf(guide.steps, language),
  }));

/** What a trigger offers, in the visitor's language, with what is known filled in, in the language of each text. */
export function readyTexts(
  { cannedResponses, guides }: Directory,
  trigger: Token['trigger'],
  language: string,
  known: (language: string) => Parameters<typeof fillVariables>[1],
): ReadyText[] {
  if (trigger === '#') return readyGuides(guides, language);
  return cannedResponses.map(({ id, shortcut, text }) => {
    const written = languageOf(text, language);
    const filled = fillVariables(inLanguage(text, language), known(written));
    return { id, title: `/${shortcut}`, hint: filled, text: filled, language: written };
  });
}
