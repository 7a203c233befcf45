import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalNumbers, maskPersonalNumbers } from '../../../packages/core/personal-number.ts';

const MASK = '••••••-••••';
const DIGITS = /[0-9٠-٩۰-۹０-９]/;

/** The digit that makes nine digits pass Luhn's check, found the slow way: by trying. */
function checkDigit(nine: string): number {
  for (let check = 0; ; check += 1) {
    const sum = [...`${nine}${check}`].reduce((total, digit, at) => {
      const weighed = String(Number(digit) * (at % 2 === 0 ? 2 : 1));
      return total + [...weighed].reduce((parts, part) => parts + Number(part), 0);
    }, 0);
    if (sum % 10 === 0) return check;
  }
}

/** A text that ends in a number lacking its check digit, with it. */
const luhn = (text: string): string => text + checkDigit(text.replace(/\D/g, '').slice(-9));

const date = fc.date({
  min: new Date('1890-01-01T00:00Z'),
  max: new Date('2026-11-21T00:00Z'),
  noInvalidDate: true,
});
const scripts = ['0123456789', '٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９'];
const separators = ['', '-', '+', ' ', '–', '‐', '‑', '−', ' - ', '\u00a0', '\u2009–\u2009', '\u200e-', '－'];

/** A personal or coordination number in any of the forms people write. */
const personalNumber = fc
  .record({
    date,
    coordination: fc.boolean(),
    birthNumber: fc.integer({ min: 0, max: 999 }),
    century: fc.boolean(),
    separator: fc.constantFrom(...separators),
    script: fc.constantFrom(...scripts),
    inner: fc.constantFrom('', '-', ' ', '.'),
  })
  .map(({ date: born, coordination, birthNumber, century, separator, script, inner }) => {
    const iso = born.toISOString();
    const day = Number(iso.slice(8, 10)) + (coordination ? 60 : 0);
    const parts = [iso.slice(2, 4), iso.slice(5, 7), String(day).padStart(2, '0')];
    const six = parts.join('');
    // A date with hyphens goes on with one, and one with points or spaces with something.
    const gap = inner === '-' ? '-' : inner ? separator || ' ' : separator;
    const three = String(birthNumber).padStart(3, '0');
    const written = `${century ? iso.slice(0, 2) : ''}${parts.join(inner)}${gap}${three}${checkDigit(six + three)}`;
    return written.replace(/\d/g, (digit) => script.charAt(Number(digit)));
  });

/** Text with numbers of every kind in it, which comes close to personal numbers but does not touch one. */
const surroundings = fc.array(
  fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom('121212-', '19121212 ', '-1212', ' 8501', '+46', '12-12-12', MASK, '\n', '١٢'),
  ),
);
const before = surroundings.map((bits) => bits.join('').replace(/[0-9٠-٩۰-۹０-９]+$/, ''));
const after = surroundings.map((bits) => bits.join('').replace(/^[0-9٠-٩۰-۹０-９]+/, ''));

describe('personal numbers', () => {
  it.each([
    '19121212-1212',
    '121212-1212',
    '121212+1212',
    '191212121212',
    '1212121212',
    '19121212 1212',
    '121212 – 1212',
    '121212\u20111212',
    '1912-12-12-1212',
    '12-12-12-1212',
    '1912 12 12 1212',
    '1912.12.12-1212',
    '19121212 - 1212',
    '701063-2391', // coordination number, test number of Skatteverket
    '19701063-2391',
    '١٩١٢١٢١٢-١٢١٢',
    '000229-0005', // leap day of 2000
  ])('[P2] masks %s', (number) => {
    expect(maskPersonalNumbers(`Hej, ${number}.`)).toEqual({ text: `Hej, ${MASK}.`, found: 1 });
    expect(maskPersonalNumbers(`x${number}y`)).toEqual({ text: `x${MASK}y`, found: 1 });
    expect(findPersonalNumbers(`å ${number}`)).toEqual([{ start: 2, end: 2 + number.length }]);
  });

  // Each passes Luhn's check where it can, so that it is the form or the date that saves it.
  it.each([
    ['another check digit', '19121212-1213'],
    ['a month that does not exist', luhn('121312-121')],
    ['month 0', luhn('120012-121')],
    ['a day that does not exist', luhn('120230-121')],
    ['day 0', luhn('121200-121')],
    ['day 32', luhn('121232-121')],
    ['day 60 of the coordination numbers', luhn('121260-121')],
    ['day 92 of the coordination numbers', luhn('121292-121')],
    ['29 February 1900', `19${luhn('000229-000')}`],
    ['a century nobody lives in', `21${luhn('121212-121')}`],
    ['only zeros', '000000-0000'],
    ['a longer row of digits', '1912121212121'],
    ['a row of digits that begins in another script', '٩121212-1212'],
    ['a row of digits that ends in another script', '121212-1212٩'],
    ['a mobile number', luhn('070-123 45 6')],
    ['an international number', '+46 980 31 90 00'],
    ['the number of the switchboard', '0980-319 000'],
    ['a case number', luhn('2612-12121')],
    ['a longer case number', 'BYGG-2026-001234'],
    ['a record number', 'KS 2026/01212'],
    ['a date', '2026-11-21'],
    ['a date and a time', luhn('2026-11-21 12:1')],
    ['a date and a year', '1912-12-12 1212'],
    ['a span of compact dates', '20261121-20261122'],
    ['a bank giro', '5050-1055'],
    ['an account number', '8327-9 123 456 789-0'],
    ['a card number', '4581 0900 1212 1212'],
    ['an IBAN', 'SE45 5000 0000 0583 9825 7466'],
    ['an organisation number', '212000-1355'],
  ])('[P2] leaves %s alone', (_, text) => {
    expect(maskPersonalNumbers(text)).toEqual({ text, found: 0 });
  });

  it('[P2] counts several, and keeps the text between', () => {
    expect(maskPersonalNumbers('a 121212-1212, b 19121212-1212 c', '***')).toEqual({
      text: 'a ***, b *** c',
      found: 2,
    });
  });

  it('[P2] finds a number whose beginning looks like the end of another', () => {
    expect(maskPersonalNumbers('850101-1912-12-12-1212').text).toBe(`850101-${MASK}`);
    expect(maskPersonalNumbers('121212 121212-1212').text).toBe(`121212 ${MASK}`);
    // Here both are valid, and share four digits: nothing of either is left.
    expect(maskPersonalNumbers('a 121207-1912-12-12-1212 b')).toEqual({ text: `a ${MASK} b`, found: 1 });
  });

  it('[P2] finds every valid number anywhere in any text, and lets none of its digits through', () => {
    fc.assert(
      fc.property(before, personalNumber, after, (head, number, tail) => {
        const start = head.length;
        const end = start + number.length;
        const ranges = findPersonalNumbers(head + number + tail);
        expect(ranges.some((range) => range.start <= start && range.end >= end)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('[P2] no digit of a number is left between words', () => {
    const words = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/\p{N}/gu, ''));
    fc.assert(
      fc.property(words, personalNumber, words, (head, number, tail) => {
        const { text, found } = maskPersonalNumbers(head + number + tail);
        expect(found).toBe(1);
        expect(text).not.toMatch(DIGITS);
        expect(text).toBe(head + MASK + tail);
      }),
    );
  });

  it('[P2] masking what is masked changes nothing', () => {
    const bits = fc.array(fc.oneof(personalNumber, before, fc.constantFrom(' ', '-', '')));
    fc.assert(
      fc.property(bits, (parts) => {
        const once = maskPersonalNumbers(parts.join('')).text;
        expect(maskPersonalNumbers(once)).toEqual({ text: once, found: 0 });
      }),
      { numRuns: 500 },
    );
  });

  // A search that is not linear takes minutes here and meets the test's time limit.
  it.each(['1', '12', '121212-', '121212 12', '12-12-12-', '121212     ', '-', ' ', '121212-1213 '])(
    '[P2] takes linear time on 100,000 characters of %j',
    (bit) => {
      expect(maskPersonalNumbers(bit.repeat(100_000 / bit.length)).found).toBe(0);
    },
  );
});
