/** An sRGB colour, each part 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

export const WHITE: Rgb = [255, 255, 255];
export const BLACK: Rgb = [0, 0, 0];

/** As `#rrggbb`. */
export const hex = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/**
 * Reads `#rgb`, `#rrggbb`, and what browsers compute of any colour (`rgb(…)`, and `color(srgb …)` of `color-mix(in srgb, …)`).
 * Null for everything else, and for colours that can be seen through: their contrast depends on what lies behind.
 */
export function parseColour(text: string): Rgb | null {
  const written = text.trim().toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(written);
  if (short)
    return parseColour(
      `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`,
    );
  const long = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/.exec(written);
  if (long) return rgb(long.slice(1).map((part) => Number.parseInt(part, 16)));
  const computed = /^(rgb|color)a?\((?:srgb )?([-\d.e]+),? ([-\d.e]+),? ([-\d.e]+)\)$/.exec(written);
  if (!computed) return null;
  const scale = computed[1] === 'color' ? 255 : 1;
  return rgb(computed.slice(2).map((part) => Number(part) * scale));
}

function rgb(parts: readonly number[]): Rgb | null {
  const [red, green, blue] = parts.map((part) => Math.min(255, Math.max(0, Math.round(part))));
  if (red === undefined || green === undefined || blue === undefined) return null;
  return Number.isNaN(red + green + blue) ? null : [red, green, blue];
}

/** Relative luminance, 0 to 1 (WCAG 2.2, definition). */
function luminance([red, green, blue]: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition). */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The first colour with so much of the second in it, 0 to 1. */
export const mix = (one: Rgb, other: Rgb, share: number): Rgb =>
  one.map((part, at) => Math.round(part + ((other[at] ?? 0) - part) * share)) as unknown as Rgb;

/** The smallest contrast of a colour to any of the others. */
export const leastContrast = (colour: Rgb, others: readonly Rgb[]): number =>
  Math.min(...others.map((other) => contrast(colour, other)));

const STEPS = 200;

/**
 * The colour with as little of `towards` (black or white) as lets it reach a contrast to all of the others. `towards` itself
 * when not even that reaches it.
 */
export function reaching(colour: Rgb, others: readonly Rgb[], needed: number, towards: Rgb): Rgb {
  for (let step = 0; step < STEPS; step += 1) {
    const tried = mix(colour, towards, step / STEPS);
    if (leastContrast(tried, others) >= needed) return tried;
  }
  return towards;
}
