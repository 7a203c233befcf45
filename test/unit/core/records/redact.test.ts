import { MASK, masked, misplaced, redactedRecord } from '@lotsa/core';
import type { RecordDocument } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const record: RecordDocument = {
  of: { type: 'conversation', id: 'a'.repeat(32) },
  seq: 3,
  facts: [{ id: 'sender', label: 'Avsändare', text: 'Kim Ek, kim@example.se' }],
  entries: [
    { seq: 1, at: 1, author: 'Besökaren', what: 'Meddelande', text: 'Jag heter Kim 😀 Ek', internal: false },
    { seq: 2, at: 2, author: 'Anna', what: 'Intern anteckning', text: 'Känd sedan förr', internal: true },
    { seq: 3, at: 3, author: 'Besökaren', what: 'Fil', text: '', internal: false },
  ],
  files: [
    { id: 'f'.repeat(32), seq: 3, name: 'Kims intyg.pdf', type: 'application/pdf', size: 9, sha256: 'ab' },
  ],
};

describe('blacking out', () => {
  it('puts one mask for each place, whatever its length, and never cuts a character in two', () => {
    expect(masked('Kim Ek bor här', [{ from: 0, to: 6 }])).toBe(`${MASK} bor här`);
    expect(
      masked('Kim Ek bor här', [
        { from: 4, to: 6 },
        { from: 0, to: 5 },
      ]),
    ).toBe(`${MASK} bor här`);
    expect(masked('a😀b', [{ from: 2, to: 3 }])).toBe(`a${MASK}b`);
    // Whoever writes the mask itself has written something else.
    expect(masked(`a${MASK}b`, [])).toBe('a\ufffdb');
  });

  it('leaves nothing of what was blacked out, and everything else in its order', () => {
    const place = fc
      .tuple(fc.nat(60), fc.nat(60))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.array(place, { maxLength: 6 }),
        (text, places) => {
          const plain = text.replaceAll(MASK, '\ufffd');
          // A character goes whole, also when half of it was chosen.
          let at = 0;
          const kept = Array.from(plain).filter((character) => {
            const begins = at;
            at += character.length;
            return !places.some(({ from, to }) => from < to && from < at && begins < to);
          });
          expect(masked(text, places).replaceAll(MASK, '')).toBe(kept.join(''));
        },
      ),
    );
  });

  it('of a file whose name is blacked out the checksum is gone too; what is internal stays out unless asked for', () => {
    const name = { part: `file:${'f'.repeat(32)}`, from: 0, to: 4 };
    const out = redactedRecord(record, [name, { part: 'fact:sender', from: 0, to: 6 }], false);
    expect(out.files).toEqual([{ ...record.files[0], name: `${MASK} intyg.pdf`, sha256: null }]);
    expect(out.facts[0]!.text).toBe(`${MASK}, kim@example.se`);
    expect(out.entries.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(redactedRecord(record, [], true).entries).toHaveLength(3);
  });

  it('a place outside of its part, or of no part, is found', () => {
    expect(misplaced(record, [{ part: 'entry:1', from: 0, to: 3 }])).toBe(-1);
    expect(misplaced(record, [{ part: 'entry:1', from: 0, to: 99 }])).toBe(0);
    expect(misplaced(record, [{ part: 'author:9', from: 0, to: 1 }])).toBe(0);
  });
});
