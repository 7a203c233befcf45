import { MASK } from '@lotsa/core';
import bidiFactory from 'bidi-js';
import { faceOf } from './fonts.ts';

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('sv', { granularity: 'grapheme' });

/** What is drawn in one go: one font, one direction, at most one word. */
export interface Piece {
  /** As it is drawn; {@link MASK} alone is what was blacked out. */
  text: string;
  face: string;
  width: number;
}

/** A line, its pieces from left to right. */
export interface Line {
  pieces: Piece[];
  width: number;
  /** It begins at the right. */
  rtl: boolean;
}

/** The width of a text that is in one font. */
export type Measure = (face: string, text: string) => number;

/** A character as it is read, before it is drawn. */
interface Unit {
  text: string;
  level: number;
  face: string;
}

/** What cannot be drawn, nor is it missed; and what a font shows by itself. */
const UNDRAWN =
  /[\u{200b}\u{200e}\u{200f}\u{2060}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}\u{0}-\u{8}\u{b}-\u{1f}\u{7f}-\u{9f}]|\u{fe0e}|\u{fe0f}/gu;

/**
 * Sets a text in lines of a width: broken between words, or within one that is too long, and ordered for the eye (Unicode
 * Standard Annex 9), each paragraph in the direction of its first strong character. What no font has is told by its number.
 */
export function linesOf(
  text: string,
  width: number,
  measure: Measure,
  direction: 'auto' | 'ltr' = 'auto',
): Line[] {
  const known = text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replaceAll('\t', '    ');
  return known
    .split('\n')
    .flatMap((paragraph) => paragraphLines(drawable(paragraph), width, measure, direction));
}

/** A text in which each character has a font. */
function drawable(text: string): string {
  let result = '';
  for (const { segment } of graphemes.segment(text)) {
    if (segment === MASK || faceOf(segment) !== null) result += segment;
    else {
      // Of what belongs together, perhaps its parts.
      for (const char of segment) {
        const point = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
        result += faceOf(char) === null ? `[U+${point}]` : char;
      }
    }
  }
  return result;
}

function paragraphLines(text: string, width: number, measure: Measure, direction: 'auto' | 'ltr'): Line[] {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, direction);
  const base = paragraphs[0]?.level ?? 0;
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const units: Unit[] = [];
  for (const { segment, index } of graphemes.segment(text)) {
    const shown = (mirrored.get(index) ?? segment).replace(UNDRAWN, '');
    if (shown === '') continue;
    units.push({ text: shown, level: levels[index] ?? base, face: faceOf(shown) ?? 'noto-latin' });
  }
  const lines: Line[] = [];
  let line: Unit[] = [];
  let used = 0;
  const end = (): void => {
    lines.push(lineOf(line, base, measure));
    [line, used] = [[], 0];
  };
  for (const word of wordsOf(units)) {
    const wide = widthOf(trimmed(word), measure);
    if (used + wide > width && line.length > 0) end();
    if (wide <= width) {
      line.push(...word);
      used += widthOf(word, measure);
      continue;
    }
    for (const unit of word) {
      const its = widthOf([unit], measure);
      if (used + its > width && line.length > 0) end();
      line.push(unit);
      used += its;
    }
  }
  end();
  return lines;
}

const isSpace = ({ text }: Unit): boolean => /^[ \u00a0]+$/.test(text);

/** Words with the spaces behind them; behind a hyphen or a slash a line may end too. */
function wordsOf(units: readonly Unit[]): Unit[][] {
  const words: Unit[][] = [];
  let word: Unit[] = [];
  for (const [at, unit] of units.entries()) {
    word.push(unit);
    const next = units[at + 1];
    if (!next || isSpace(next)) continue;
    if (unit.text === ' ' || unit.text === '-' || unit.text === '/') {
      words.push(word);
      word = [];
    }
  }
  return word.length > 0 ? [...words, word] : words;
}

function trimmed(units: Unit[]): Unit[] {
  const last = units.findLastIndex((unit) => !isSpace(unit));
  return units.slice(0, last + 1);
}

/** Runs of one font and level, those from right to left word by word. */
function runsOf(units: readonly Unit[]): Unit[] {
  const runs: Unit[] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    const joins =
      last?.level === unit.level &&
      last.face === unit.face &&
      last.text !== MASK &&
      unit.text !== MASK &&
      (unit.level % 2 === 0 || isSpace(last) === isSpace(unit));
    if (joins) last.text += unit.text;
    else runs.push({ ...unit });
  }
  return runs;
}

const widthOf = (units: readonly Unit[], measure: Measure): number =>
  runsOf(units).reduce((sum, { face, text }) => sum + measure(face, text), 0);

function lineOf(units: Unit[], base: number, measure: Measure): Line {
  const pieces = ordered(runsOf(trimmed(units))).map(({ text, face }) => ({
    text,
    face,
    width: measure(face, text),
  }));
  return {
    pieces,
    width: pieces.reduce((sum, piece) => sum + piece.width, 0),
    rtl: base % 2 === 1,
  };
}

/** From left to right: from the highest level down to the lowest odd one, what is of it or above is turned round (UAX 9, L2). */
function ordered(runs: readonly Unit[]): Unit[] {
  const result = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let start = 0; start < result.length; start += 1) {
      if ((result[start]?.level ?? 0) < level) continue;
      let end = start;
      while ((result[end]?.level ?? 0) >= level) end += 1;
      result.splice(start, end - start, ...result.slice(start, end).toReversed());
      start = end;
    }
  }
  return result;
}
