import type { Redaction } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findAll,
  isMasked,
  placesIn,
  shownOf,
  withoutPlace,
  withPlace,
  wordsOf,
} from '../../../apps/console/records/places.ts';

describe('choosing what is blacked out', () => {
  it('a text is its words and what stands between', () => {
    const words = wordsOf('Jag heter  Kim');
    expect(words.map(({ text }) => text).join('')).toBe('Jag heter  Kim');
    expect(words.filter(({ word }) => word).map(({ text }) => text)).toEqual(['Jag', 'heter', 'Kim']);
  });

  it('marking and taking back in any order covers exactly what was marked last', () => {
    const step = fc.record({ on: fc.boolean(), from: fc.nat(20), length: fc.integer({ min: 1, max: 8 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let places: readonly Redaction[] = [];
        const covered = Array.from({ length: 30 }, () => false);
        for (const { on, from, length } of steps) {
          const place = { part: 'entry:1', from, to: from + length };
          places = on ? withPlace(places, place) : withoutPlace(places, place);
          covered.fill(on, from, from + length);
        }
        for (const [at, is] of covered.entries())
          expect([at, isMasked(places, 'entry:1', { from: at, to: at + 1 })]).toEqual([at, is]);
      }),
    );
  });

  it('a name is found wherever it stands, whatever its case and the spaces within, and signs are no pattern', () => {
    const parts = new Map([
      ['entry:1', 'Kim Ek och KIM  EK (1.5)'],
      ['fact:sender', 'kim ek'],
    ]);
    expect(findAll(parts, ' Kim Ek ')).toEqual([
      { part: 'entry:1', from: 0, to: 6 },
      { part: 'entry:1', from: 11, to: 18 },
      { part: 'fact:sender', from: 0, to: 6 },
    ]);
    expect(findAll(parts, '(1.5)')).toEqual([{ part: 'entry:1', from: 19, to: 24 }]);
    expect(findAll(parts, '  ')).toEqual([]);
  });

  it('what is shown has the text between, and nothing of what is blacked out', () => {
    expect(shownOf([{ part: 'entry:1', from: 4, to: 9 }], 'entry:1', 'Jag heter Kim')).toEqual([
      { text: 'Jag ' },
      { text: null },
      { text: ' Kim' },
    ]);
  });

  it('of what is left out nothing is blacked out', () => {
    const record = {
      of: { type: 'case', id: 'EKH-2026-000001' } as const,
      seq: 2,
      facts: [],
      entries: [{ seq: 2, at: 1, author: 'Anna', what: 'Intern anteckning', text: 'x', internal: true }],
      files: [],
    };
    const places = ['entry:2', 'author:2', 'fact:sender'].map((part) => ({ part, from: 0, to: 1 }));
    expect(placesIn(record, places, false)).toEqual([places[2]]);
    expect(placesIn(record, places, true)).toEqual(places);
  });
});
