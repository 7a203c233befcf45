import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unpackedFont } from './woff.ts';

/** How a text is set. */
export type Weight = 'regular' | 'bold';

/** A font of the document: what covers a character, by its name in the file. */
interface Face {
  name: string;
  weights: Record<Weight, string>;
}

const noto = (part: string): Face => ({
  name: `noto-${part}`,
  weights: {
    regular: `@fontsource/noto-sans/files/noto-sans-${part}-400-normal.woff`,
    bold: `@fontsource/noto-sans/files/noto-sans-${part}-600-normal.woff`,
  },
});
const one = (name: string, path: string): Face => ({ name, weights: { regular: path, bold: path } });

/**
 * In the order in which they are asked. All are under the SIL Open Font License, which lets them be embedded. Of Arabic one whose
 * glyphs are whole letters: where dots are glyphs of their own, what is copied out of the file is another word.
 */
const FACES: readonly Face[] = [
  noto('latin'),
  noto('latin-ext'),
  {
    name: 'arabic',
    weights: {
      regular: '@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff',
      bold: '@fontsource/vazirmatn/files/vazirmatn-arabic-600-normal.woff',
    },
  },
  noto('cyrillic'),
  noto('cyrillic-ext'),
  noto('greek'),
  noto('greek-ext'),
  noto('vietnamese'),
  one('ethiopic', '@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff'),
  one('emoji', '@fontsource/noto-emoji/files/noto-emoji-emoji-400-normal.woff'),
];

const { resolve } = createRequire(import.meta.url);
const opened = new Map<string, { bytes: Buffer; font: Font }>();

function open(path: string): { bytes: Buffer; font: Font } {
  let found = opened.get(path);
  if (!found) {
    const bytes = unpackedFont(readFileSync(resolve(path)));
    opened.set(path, (found = { bytes, font: create(bytes) as Font }));
  }
  return found;
}

/** The bytes of a font, to be embedded as far as it is used. */
export const fontBytes = (face: string, weight: Weight): Buffer =>
  open(FACES.find(({ name }) => name === face)?.weights[weight] ?? '').bytes;

/** Has no shape of its own, and needs no font: joiners, and what chooses between shapes. */
const SHAPELESS = /[\u{200b}-\u{200f}\u{2060}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]|\u{fe0e}|\u{fe0f}/gu;
const covered = new Map<string, string | null>();

/** The name of the font that has everything of a character as a reader sees it; null where none has. */
export function faceOf(grapheme: string): string | null {
  const known = covered.get(grapheme);
  if (known !== undefined) return known;
  const points = Array.from(grapheme.replace(SHAPELESS, ''), (char) => char.codePointAt(0) ?? 0);
  const face = FACES.find(({ weights }) =>
    points.every((point) => open(weights.regular).font.hasGlyphForCodePoint(point)),
  );
  // Bounded by what people write; a stranger's flood of characters ends here.
  if (covered.size > 20_000) covered.clear();
  covered.set(grapheme, face?.name ?? null);
  return face?.name ?? null;
}
