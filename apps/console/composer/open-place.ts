import { variableNamed } from '@lotsa/core';
import type { Texts } from '../locales/index.ts';

/** A place in a ready text that is still to be filled in, such as `{date}`. */
export function openPlace(
  text: string,
): { readonly name: string; readonly start: number; readonly end: number } | null {
  const match = /\{\p{L}[\p{L}-]{0,39}\}/u.exec(text);
  return match && { name: match[0], start: match.index, end: match.index + match[0].length };
}

/** What whoever answers is told of it: why it is left, where that is not plain. */
export function fillInText(name: string, t: Texts): string {
  const variable = variableNamed(name.slice(1, -1));
  if (variable === 'link') return t.fillInLink({ name });
  if (variable === 'position' || variable === 'minutes') return t.fillInPlace({ name });
  return t.fillIn({ name });
}
