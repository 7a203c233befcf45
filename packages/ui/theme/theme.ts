import {
  BLACK,
  contrast,
  hex,
  leastContrast,
  mix,
  parseColour,
  reaching,
  type Rgb,
  WHITE,
} from './colour.ts';

/** What a page says its colours are, in any form that {@link parseColour} reads. */
export interface GivenTheme {
  /** The colour of the launcher, the panel's head and its buttons. */
  accent: string;
  /** The colour of text on it; white or black, whichever is easier to read, when left out. */
  accentText?: string | undefined;
}

/** Something in a given theme that WCAG 2.2 AA does not allow, and what is used instead. Colours are `#rrggbb`. */
export interface Correction {
  /**
   * `button`: the launcher on a white page (1.4.11). `buttonText`: text on it (1.4.3). `light`, `dark`: the colour as links and
   * buttons on the panel's surfaces (1.4.3).
   */
  what: 'button' | 'buttonText' | 'light' | 'dark';
  given: string;
  /** The contrast it has, and the one it needs. */
  ratio: number;
  needed: number;
  used: string;
}

/** A colour for light and one for dark surfaces, as `#rrggbb`. */
type Pair = readonly [light: string, dark: string];

/** Colours that pass. */
export interface Theme {
  launcher: { background: string; text: string };
  /** The panel's design tokens (tokens.css) that have the accent in them, by the names of their custom properties. */
  tokens: Record<string, Pair>;
  corrections: Correction[];
}

/** Text (WCAG 2.2, 1.4.3), and what shows where a control is (1.4.11). */
const TEXT = 4.5;
const CONTROL = 3;

/** The surfaces of tokens.css that the accent is written on. test/unit/ui/theme.test.ts holds them to that file. */
export const SURFACES = {
  light: ['#ffffff', '#f6f5f1', '#ecebe5', '#f0efe9'],
  dark: ['#182127', '#0f161a', '#0a1013', '#222d34'],
} as const;

/** How much white lies on the head under a pointer (panel.css). */
const HEAD_HOVER = 0.16;

const colours = (list: readonly string[]): Rgb[] => list.map((text) => parseColour(text) ?? BLACK);
const LIGHT = colours(SURFACES.light);
const DARK = colours(SURFACES.dark);

/**
 * The theme that comes nearest to a given one and passes WCAG 2.2 AA for text and controls, in light and in dark.
 * @returns null when the accent is no colour that can be read.
 */
export function themeOf({ accent, accentText }: GivenTheme): Theme | null {
  const given = parseColour(accent);
  if (!given) return null;
  const givenText = accentText === undefined ? null : parseColour(accentText);
  const button = reaching(given, [WHITE], CONTROL, BLACK);
  const buttonText = readable(givenText, [button]);
  const light = inScheme(given, LIGHT, BLACK, WHITE);
  const dark = inScheme(given, DARK, WHITE, DARK[0] ?? BLACK);
  const lightHead = head(button, givenText);
  const darkHead = head(mix(button, BLACK, 0.4), WHITE);

  const corrections: Correction[] = [];
  const note = (
    what: Correction['what'],
    was: Rgb,
    others: readonly Rgb[],
    needed: number,
    used: Rgb,
  ): void => {
    const ratio = leastContrast(was, others);
    if (ratio < needed)
      corrections.push({ what, given: hex(was), ratio: round(ratio), needed, used: hex(used) });
  };
  note('button', given, [WHITE], CONTROL, button);
  if (givenText) note('buttonText', givenText, [button], TEXT, buttonText);
  note('light', given, LIGHT, TEXT, light.accent);
  note('dark', given, DARK, TEXT, dark.accent);

  return {
    launcher: { background: hex(button), text: hex(buttonText) },
    tokens: {
      '--accent': pair(light.accent, dark.accent),
      '--accent-hover': pair(light.hover, dark.hover),
      '--on-accent': pair(light.text, dark.text),
      '--accent-soft': pair(light.soft, dark.soft),
      '--on-accent-soft': pair(light.onSoft, dark.onSoft),
      '--bubble-own': pair(lightHead.background, darkHead.background),
      '--on-bubble-own': pair(lightHead.text, darkHead.text),
      '--on-bubble-own-muted': pair(lightHead.muted, darkHead.muted),
    },
    corrections,
  };
}

/** The accent as text and buttons on the surfaces of one scheme: `far` is the end that is far from them. */
function inScheme(given: Rgb, surfaces: readonly Rgb[], far: Rgb, near: Rgb) {
  const accent = reaching(given, surfaces, TEXT, far);
  const hover = mix(accent, far, 0.2);
  const soft = mix(accent, near, 0.86);
  return {
    accent,
    hover,
    text: readable(null, [accent, hover]),
    soft,
    onSoft: reaching(accent, [soft], TEXT, far),
  };
}

/** The head and the visitor's own messages: the same field as the launcher, with its text and a quieter one. */
function head(colour: Rgb, text: Rgb | null) {
  const on = readable(text, [colour]);
  const bright = contrast(on, WHITE) < contrast(on, BLACK);
  // Under a pointer it is brighter; bright text must still be readable there.
  let background = colour;
  for (let step = 0; step < 100 && bright; step += 1) {
    background = mix(colour, BLACK, step / 100);
    if (leastContrast(on, [background, mix(background, WHITE, HEAD_HOVER)]) >= TEXT) break;
  }
  return { background, text: on, muted: reaching(mix(on, background, 0.25), [background], TEXT, on) };
}

/** The wished text colour where it can be read on all of the others, else white or black, whichever can better. */
function readable(wished: Rgb | null, others: readonly Rgb[]): Rgb {
  if (wished && leastContrast(wished, others) >= TEXT) return wished;
  return leastContrast(WHITE, others) >= leastContrast(BLACK, others) ? WHITE : BLACK;
}

const pair = (light: Rgb, dark: Rgb): Pair => [hex(light), hex(dark)];
/** Rounded down, so that what fails never reads as what is needed. */
const round = (ratio: number): number => Math.floor(ratio * 100) / 100;
