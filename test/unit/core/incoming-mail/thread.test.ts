import { caseMessageId, joinsCase, numbersIn, ownWords, replySubject, threadMarks } from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const caseNumber = fc
  .tuple(
    fc.constantFrom('EKH', 'AB', 'X1'),
    fc.integer({ min: 2020, max: 2099 }),
    fc.integer({ min: 1, max: 999_999 }),
  )
  .map(([series, year, serial]) => `${series}-${year}-${String(serial).padStart(6, '0')}`);
const noise = fc.constantFrom(
  '<a@b.se>',
  '<x.y.z@mail.example>',
  '<>',
  '<EKH-2026-000001@b.se>',
  'text <not closed',
);
const nothing = { marks: [], numbers: [], sender: '' };

describe('[M1] which case a mail belongs to', () => {
  it('is told by the id of a mail of ours, among any others, in any of the two headers, in any case of letters', () => {
    fc.assert(
      fc.property(
        caseNumber,
        hex,
        fc.array(noise),
        fc.array(noise),
        fc.constantFrom('', '0a1b2c3d4e5f'),
        fc.boolean(),
        (number, token, before, after, which, shout) => {
          const id = caseMessageId({ number, token }, which, 'chat.ekhamra.example');
          const header = [...before, shout ? id.toUpperCase() : id, ...after].join(' ');
          const marks = threadMarks(['<other@b.se>', header]);
          expect(marks).toContainEqual({ number, token });
          const it = { number, contactEmail: null };
          expect(joinsCase({ ...nothing, marks }, it, token)).toBe('thread');
        },
      ),
    );
  });

  it('is never told by a number that somebody guessed, nor by a token of another case', () => {
    fc.assert(
      fc.property(
        caseNumber,
        caseNumber,
        hex,
        hex,
        fc.emailAddress(),
        (number, other, token, guess, sender) => {
          fc.pre(token !== guess && number !== other);
          const it = { number, contactEmail: 'kim@example.se' };
          const guessed = threadMarks([caseMessageId({ number, token: guess }, '', 'h')]);
          const anothers = threadMarks([caseMessageId({ number: other, token }, '', 'h')]);
          const numbers = numbersIn(`SV: ert svar (${number})`);
          expect(numbers).toEqual([number]);
          for (const marks of [guessed, anothers, []])
            expect(joinsCase({ marks, numbers, sender }, it, token)).toBeNull();
        },
      ),
    );
  });

  it('is told by its number when it is from the case’s contact, and only then', () => {
    const it = { number: 'EKH-2026-000123', contactEmail: 'kim@example.se' };
    const named = { ...nothing, numbers: ['EKH-2026-000123'] };
    expect(joinsCase({ ...named, sender: 'kim@example.se' }, it, '')).toBe('contact');
    expect(joinsCase({ ...named, sender: 'bo@example.se' }, it, '')).toBeNull();
    expect(joinsCase({ ...nothing, sender: 'kim@example.se' }, it, '')).toBeNull();
    // A case without an address is nobody's who has none either.
    expect(joinsCase(named, { ...it, contactEmail: '' }, '')).toBeNull();
  });

  it('reads numbers as people write them, and nothing that only looks like one', () => {
    expect(numbersIn('Sv: [ekh-2026-000123] och EKH-2026-000124.')).toEqual([
      'EKH-2026-000123',
      'EKH-2026-000124',
    ]);
    expect(numbersIn('1-EKH-2026-0001234567890 A-2026-000001 EKH-2026-00012')).toEqual([]);
  });
});

describe('the subject of an answer', () => {
  it('keeps to the thread and names the case, once', () => {
    expect(replySubject('Bygglov?', 'EKH-2026-000001')).toBe('Re: Bygglov? [EKH-2026-000001]');
    expect(replySubject('SV: Re: Bygglov? [EKH-2026-000001]', 'EKH-2026-000001')).toBe(
      'Re: Bygglov? [EKH-2026-000001]',
    );
    expect(replySubject(' Re[2]: FW: ', 'EKH-2026-000001')).toBeNull();
  });
});

describe('the words of an answer', () => {
  const MARK = 'Skriv ditt svar ovanför den här raden.';
  const addresses = new Set(['kontakt@ekhamra.example']);
  const own = (text: string): string => ownWords(text, [MARK], addresses);

  it('are what stands above our own mail, without the line that a program puts between', () => {
    const wrote = 'Den sön 22 nov. 2026 kl 09:10 skrev Ekhamra Direkt\n<kontakt@ekhamra.example>:';
    expect(own(`Tack, men jag menade garaget.\n\n${wrote}\n\n> ${MARK}\n>\n> Hej Kim!`)).toBe(
      'Tack, men jag menade garaget.',
    );
    const outlook =
      '________________________________\nFrån: Ekhamra Direkt <kontakt@ekhamra.example>\nSkickat: den 22 november 2026 09:10\nTill: Kim\nÄmne: Bygglov';
    expect(own(`Tack!\n\n${outlook}\n\n${MARK}\n\nHej Kim!`)).toBe('Tack!');
  });

  it('stay where they are between and below quoted lines, and where nothing is above', () => {
    expect(own(`Först:\n> ${MARK}\n> Vilket hus?\nDet gula.\n> När?\nI maj.`)).toBe(
      'Först:\n\nDet gula.\nI maj.',
    );
    const below = `> ${MARK}\n> Vilket hus?\nDet gula.`;
    expect(own(below)).toBe(below);
    expect(own('Ingen fråga från er här.')).toBe('Ingen fråga från er här.');
  });

  it('are never fewer than what was written above', () => {
    const line = fc.string({ unit: fc.constantFrom(...'abc å.'), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const written = lines.join('\n').replace(/[\s_>-]+$/, '');
        fc.pre(written.trim() !== '');
        expect(own(`${written}\n\n> ${MARK}\n> Hej!`)).toBe(written);
      }),
    );
  });
});
