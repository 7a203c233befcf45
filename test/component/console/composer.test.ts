import type { Directory } from '@lotsa/client';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftKey, openComposerMode, takesFirst, wantsNote } from '../../../apps/console/composer/mode.ts';
import { guideText, openPlace, readyTexts } from '../../../apps/console/composer/ready-texts.ts';
import { replaced, tokenAt } from '../../../apps/console/composer/token.ts';

const guide = {
  intro: {},
  version: 1,
  revised: {},
  publishedAt: null,
  withdrawn: false,
  id: 'g1',
  departmentId: 'SBF',
  title: { sv: 'Bygglov steg för steg', en: 'Building permit', ar: 'رخصة البناء' },
  steps: { sv: ['Ansök', 'Vänta'], en: ['Apply', 'Wait'] },
  url: 'https://www.ekhamra.example/bygglov',
};
const directory = {
  cannedResponses: [
    { id: 'c1', shortcut: 'hej', text: { sv: 'Hej!', en: 'Hello!' } },
    { id: 'c2', shortcut: 'lamnar', text: { sv: 'Jag frågar {department} senast {date}.' } },
  ],
  guides: [guide],
} as unknown as Directory;

describe('the word that asks for a list', () => {
  it.each([
    ['/', 1, { trigger: '/', query: '', start: 0, end: 1 }],
    ['Hej! /tack', 10, { trigger: '/', query: 'tack', start: 5, end: 10 }],
    ['rad\n#bygglov', 12, { trigger: '#', query: 'bygglov', start: 4, end: 12 }],
    ['och/eller', 9, null],
    ['https://www.ekhamra.example/', 28, null],
    ['/hej du', 7, null],
    ['/hej', 0, null],
  ])('in %j with the cursor at %i', (text, cursor, token) => {
    expect(tokenAt(text, cursor)).toEqual(token);
  });

  it('is replaced and nothing else is touched', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.stringMatching(/^[a-z]{0,8}$/),
        fc.string(),
        fc.string(),
        (before, word, after, by) => {
          const text = `${before} /${word}${after}`;
          const token = tokenAt(text, before.length + 2 + word.length);
          if (!token) throw new Error('no token');
          expect(replaced(text, token, by)).toEqual({
            text: `${before} ${by}${after}`,
            cursor: before.length + 1 + by.length,
          });
        },
      ),
    );
  });
});

describe('ready texts', () => {
  it('are in the visitor’s language, and say when they are not', () => {
    expect(readyTexts(directory, '/', 'en', {})[0]).toMatchObject({ text: 'Hello!', language: 'en' });
    expect(readyTexts(directory, '/', 'ar', {})[0]).toMatchObject({ text: 'Hej!', language: 'sv' });
    expect(readyTexts(directory, '#', 'ar', {})[0]).toMatchObject({ title: 'رخصة البناء', language: 'sv' });
  });

  it('a guide becomes its title, numbered steps and link, all in one language', () => {
    expect(guideText(guide, 'en')).toBe(
      'Building permit\n1. Apply\n2. Wait\nhttps://www.ekhamra.example/bygglov',
    );
    expect(guideText(guide, 'ar')).toContain('Bygglov steg för steg\n1. Ansök');
  });

  it('have the department filled in, and what is left open is found', () => {
    const text = readyTexts(directory, '/', 'sv', { department: 'Samhällsbyggnad' })[1]?.text ?? '';
    expect(text).toBe('Jag frågar Samhällsbyggnad senast {date}.');
    const place = openPlace(text);
    expect(place && text.slice(place.start, place.end)).toBe('{date}');
    expect(openPlace('Du kan skriva { här }.')).toBeNull();
  });
});

describe('answers and notes', () => {
  const all = { exists: true, read: true, note: true, write: true, decide: true };

  it('[H3] whoever is consulted can write notes only', () => {
    expect(openComposerMode({ ...all, write: false }, false)).toBe('note');
    expect(openComposerMode(all, false)).toBe('text');
    expect(openComposerMode(all, true)).toBe('note');
    expect(openComposerMode({ ...all, note: false, write: false }, true)).toBeNull();
  });

  it('[O3] [H3] the centre takes a question first; a specialist goes on while it is back in the queue', () => {
    expect(takesFirst('agent', { status: 'queued' })).toBe(true);
    expect(takesFirst('manager', { status: 'queued' })).toBe(true);
    expect(takesFirst('specialist', { status: 'queued' })).toBe(false);
    expect(takesFirst('agent', { status: 'assigned' })).toBe(false);
  });

  it('have drafts of their own, in each conversation', () => {
    expect(draftKey('one', 'note')).not.toBe(draftKey('one', 'text'));
    expect(draftKey('one', 'note')).not.toBe(draftKey('two', 'note'));
  });

  it('the choice is one conversation’s', () => {
    const noting = { value: new Set<string>() as ReadonlySet<string> };
    wantsNote(noting, 'one', true);
    wantsNote(noting, 'two', true);
    wantsNote(noting, 'one', false);
    expect([...noting.value]).toEqual(['two']);
  });
});
