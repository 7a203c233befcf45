import type { Directory } from '@lotsa/client';
import { fillVariables } from '@lotsa/core';
import type { Conversation, OpenOverride, Site } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftKey, openComposerMode, takesFirst, wantsNote } from '../../../apps/console/composer/mode.ts';
import { knownValues } from '../../../apps/console/composer/known-values.ts';
import { fillInText, openPlace } from '../../../apps/console/composer/open-place.ts';
import { guideText, readyTexts } from '../../../apps/console/composer/ready-texts.ts';
import { sv } from '../../../apps/console/locales/sv.ts';
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
    expect(readyTexts(directory, '/', 'en', () => ({}))[0]).toMatchObject({ text: 'Hello!', language: 'en' });
    expect(readyTexts(directory, '/', 'ar', () => ({}))[0]).toMatchObject({ text: 'Hej!', language: 'sv' });
    expect(readyTexts(directory, '#', 'ar', () => ({}))[0]).toMatchObject({
      title: 'رخصة البناء',
      language: 'sv',
    });
  });

  it('a guide becomes its title, numbered steps and link, all in one language', () => {
    expect(guideText(guide, 'en')).toBe(
      'Building permit\n1. Apply\n2. Wait\nhttps://www.ekhamra.example/bygglov',
    );
    expect(guideText(guide, 'ar')).toContain('Bygglov steg för steg\n1. Ansök');
  });

  it('have the department filled in, and what is left open is found', () => {
    const text =
      readyTexts(directory, '/', 'fi', (language) => ({ department: `Samhällsbyggnad (${language})` }))[1]
        ?.text ?? '';
    expect(text).toBe('Jag frågar Samhällsbyggnad (sv) senast {date}.');
    const place = openPlace(text);
    expect(place && text.slice(place.start, place.end)).toBe('{date}');
    expect(openPlace('Du kan skriva { här }.')).toBeNull();
  });
});

describe('what is known of a canned response', () => {
  const weekly = Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [
      day,
      day.startsWith('s') ? [] : [['08:00', '16:00']],
    ]),
  );
  const hours = { timeZone: 'Europe/Stockholm', weekly, exceptions: [], eveClosesAt: null };
  const site = { id: 'ekhamra', hours, centreName: { sv: 'Kontaktcenter' } };
  const known = {
    departments: [{ id: 'SBF', name: { sv: 'Samhällsbyggnad' }, hours: null, replyWorkdays: 2 }],
    topics: [{ id: 'bygglov', departmentId: 'SBF' }],
    agreements: [],
  } as unknown as Directory;
  const conversation = {
    siteId: 'ekhamra',
    topicId: 'bygglov',
    departmentId: null,
    contact: null,
    caseNumber: null,
    handoffs: [],
  } as unknown as Conversation;
  /** A Friday. */
  const friday = Date.parse('2026-11-20T12:00:00+01:00');
  const values = (
    language: string,
    over: object = {},
    promisedAt?: number,
    now = friday,
    openOverride: OpenOverride | null = null,
  ) => {
    const directory = { ...known, sites: [{ ...site, openOverride } as unknown as Site] };
    return knownValues({ ...conversation, ...over }, language, { directory, me: null, promisedAt, now });
  };

  it('[R5] the next opening is the site’s, in the words of the language', () => {
    expect(values('sv').nextOpen).toBe('måndag 08:00');
    expect(values('en', {}, undefined, friday + 8 * 3_600_000).nextOpen).toBe('Monday 08:00');
    expect(values('fi', {}, undefined, Date.parse('2026-11-23T07:00:00+01:00')).nextOpen).toBe(
      'tänään 08.00',
    );
    expect(values('ar').nextOpen).toMatch(/08:00$/);
    // A manager's word beats the hours; without an end, only as far as it goes.
    const said = (state: 'open' | 'closed', until: number | null) =>
      values('sv', {}, undefined, friday, { state, until }).nextOpen;
    expect(said('closed', friday + 3_600_000)).toBe('i dag 13:00');
    expect(said('open', null)).toBe('måndag 08:00');
    expect(said('closed', null)).toBeNull();
  });

  it('[O2] [H2] the date is what was promised: by the case, by the hand-off, else what the department has agreed', () => {
    const at = (day: number) => Date.parse(`2026-12-0${day}T16:00:00+01:00`);
    const handoffs = [{ state: 'requested', deadline: at(2) }];
    expect(values('sv', { handoffs }, at(3)).date).toBe('3 december 2026');
    expect(values('en', { handoffs }).date).toBe('2 December 2026');
    expect(values('sv').date).toBe('24 november 2026');
    expect(values('sv', { topicId: null }).date).toBeNull();
    // Nobody promises a day that has passed.
    expect(values('sv', {}, friday - 1).date).toBeNull();
  });

  it('what only the visitor has is not known, and why is said', () => {
    const text = fillVariables('Följ det här: {länk}', values('sv', { caseNumber: 'EKH-2026-000001' }));
    expect(text).toContain('{länk}');
    expect(fillInText('{länk}', sv)).toContain('Följ ärendet');
    expect(fillInText('{position}', sv)).not.toBe(fillInText('{date}', sv));
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
