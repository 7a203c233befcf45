import { readFileSync } from 'node:fs';
import { contrast, hex, parseColour, type Rgb, SURFACES, themeOf } from '@lotsa/ui/theme';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const colour = (text: string): Rgb => {
  const read = parseColour(text);
  if (!read) throw new Error(`no colour: ${text}`);
  return read;
};
const ratio = (one: string, other: string): number => contrast(colour(one), colour(other));

describe('colours', () => {
  it('are read as people write them and as browsers compute them', () => {
    expect(parseColour('#0D4F5C')).toEqual([13, 79, 92]);
    expect(parseColour('#f80')).toEqual([255, 136, 0]);
    expect(parseColour('rgb(255, 136, 0)')).toEqual([255, 136, 0]);
    expect(parseColour('color(srgb 1 0.5 0)')).toEqual([255, 128, 0]);
    // From outside of what screens show: the nearest that they do.
    expect(parseColour('color(srgb 1.2 -0.1 0)')).toEqual([255, 0, 0]);
    for (const text of [
      '',
      'red',
      '#12',
      'rgba(0, 0, 0, 0.5)',
      'color(srgb 1 0 0 / 0.5)',
      'url(x)',
      '#gggggg',
    ]) {
      expect(parseColour(text)).toBeNull();
    }
  });

  it('have the contrast that WCAG says', () => {
    expect(ratio('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(ratio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(ratio('#0d4f5c', '#ffffff')).toBeCloseTo(9.16, 1);
  });
});

describe('a theme', () => {
  it('that passes is used as it is, and lightened for dark screens', () => {
    const theme = themeOf({ accent: '#9b1b30', accentText: '#ffffff' });
    expect(theme?.launcher).toEqual({ background: '#9b1b30', text: '#ffffff' });
    expect(theme?.tokens['--accent']?.[0]).toBe('#9b1b30');
    expect(theme?.corrections.map(({ what }) => what)).toEqual(['dark']);
  });

  it('that fails is corrected, and says what was wrong', () => {
    const theme = themeOf({ accent: '#ffd400', accentText: '#ffffff' });
    expect(theme?.launcher.text).toBe('#000000');
    expect(
      theme?.corrections.map(({ what, given, ratio: has, needed }) => [what, given, has, needed]),
    ).toEqual([
      ['button', '#ffd400', 1.43, 3],
      ['buttonText', '#ffffff', expect.any(Number), 4.5],
      ['light', '#ffd400', 1.19, 4.5],
    ]);
  });

  it('is nothing when the accent is no colour', () => {
    expect(themeOf({ accent: 'transparent' })).toBeNull();
  });

  it('[G4] passes WCAG AA whatever was given: text 4.5:1 and controls 3:1, in light and in dark', () => {
    const any = fc
      .tuple(
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 0, max: 255 }),
      )
      .map(hex);
    fc.assert(
      fc.property(any, fc.option(any, { nil: undefined }), (accent, accentText) => {
        const theme = themeOf({ accent, accentText });
        if (!theme) throw new Error('no theme');
        const { launcher, tokens, corrections } = theme;
        expect(ratio(launcher.background, '#ffffff')).toBeGreaterThanOrEqual(3);
        expect(ratio(launcher.text, launcher.background)).toBeGreaterThanOrEqual(4.5);
        for (const [at, scheme] of (['light', 'dark'] as const).entries()) {
          const of = (name: string): string => tokens[name]?.[at] ?? '';
          for (const surface of SURFACES[scheme]) {
            expect(ratio(of('--accent'), surface)).toBeGreaterThanOrEqual(4.5);
            expect(ratio(of('--accent-hover'), surface)).toBeGreaterThanOrEqual(4.5);
          }
          for (const [text, ground] of [
            ['--on-accent', '--accent'],
            ['--on-accent', '--accent-hover'],
            ['--on-accent-soft', '--accent-soft'],
            ['--on-bubble-own', '--bubble-own'],
            ['--on-bubble-own-muted', '--bubble-own'],
          ] as const) {
            expect(ratio(of(text), of(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
          }
        }
        for (const { ratio: has, needed } of corrections) expect(has).toBeLessThan(needed);
      }),
      { numRuns: 400 },
    );
  });

  it('is checked against the surfaces that tokens.css has', () => {
    const css = readFileSync('packages/ui/tokens.css', 'utf8');
    const surfaces = ['surface', 'page', 'surface-sunken', 'surface-hover'].map((name) =>
      new RegExp(`--${name}: light-dark\\((\\S+), (\\S+)\\)`).exec(css)?.slice(1, 3),
    );
    expect(surfaces).toEqual(SURFACES.light.map((light, at) => [light, SURFACES.dark[at]]));
  });
});
