import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = ['tokens', 'desk-tokens'].map((name) => readFileSync(`packages/ui/${name}.css`, 'utf8')).join('');
const colours = new Map(
  Array.from(css.matchAll(/(--[\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g), ([, name, light, dark]) => [
    name,
    { light, dark },
  ]),
);

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
function ratio(front: string, back: string, theme: 'light' | 'dark'): number {
  const [a, b] = [colours.get(front)?.[theme], colours.get(back)?.[theme]];
  if (!a || !b) throw new Error(`no colour ${front} or ${back}`);
  return contrast(a, b);
}

const surfaces = ['--page', '--surface', '--surface-raised', '--surface-hover'];
const themes = ['light', 'dark'] as const;

/** Every text colour with every background it stands on: 4.5 to 1 (WCAG 1.4.3). */
const texts: readonly (readonly [string, readonly string[]])[] = [
  ['--ink', [...surfaces, '--surface-sunken', '--line']],
  ['--ink-muted', [...surfaces, '--surface-sunken', '--accent-soft']],
  ['--accent', surfaces],
  ['--accent-hover', surfaces],
  ['--danger', surfaces],
  ['--warn', surfaces],
  ['--ok', surfaces],
  ['--on-accent', ['--accent', '--accent-hover']],
  ['--on-accent-soft', ['--accent-soft']],
  ['--on-danger', ['--danger', '--danger-hover']],
  ['--on-danger-soft', ['--danger-soft']],
  ['--on-warn-soft', ['--warn-soft']],
  ['--on-ok-soft', ['--ok-soft']],
  ['--on-bubble-own', ['--bubble-own']],
  ['--on-bubble-own-muted', ['--bubble-own']],
  ['--ink', ['--bubble-other']],
  ['--ink-muted', ['--bubble-other']],
  ['--on-bubble-note', ['--bubble-note']],
  ['--on-avatar', [0, 1, 2, 3, 4, 5].map((hue) => `--avatar-${hue}`)],
];

/** Boundaries of controls and the focus ring: 3 to 1 (WCAG 1.4.11, 2.4.13). */
const boundaries: readonly (readonly [string, readonly string[]])[] = [
  ['--line-strong', surfaces],
  ['--accent', surfaces],
  [
    '--focus',
    [...surfaces, '--surface-sunken', '--accent-soft', '--danger-soft', '--warn-soft', '--ok-soft'],
  ],
];

describe.each(themes)('[G4] colours of the %s theme', (theme) => {
  it.each(texts.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    '%s can be read on %s',
    (front, back) => expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(4.5),
  );

  it.each(boundaries.flatMap(([front, backs]) => backs.map((back) => [front, back] as const)))(
    '%s can be seen on %s',
    (front, back) => expect(ratio(front, back, theme)).toBeGreaterThanOrEqual(3),
  );
});

it('has no colour for one theme only', () => {
  const declared = Array.from(css.matchAll(/(--[\w-]+):[^;]*#\w{6}/g), ([, name]) => name);
  expect(declared).toEqual([...colours.keys()]);
});
