import {
  addDays,
  type Arrival,
  arrived,
  changedGap,
  editorsOf,
  markedGap,
  pageOf,
  pageQuestions,
} from '@lotsa/core';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

const kim = { id: 'kim', name: 'Kim' };
const mark = {
  id: 'gap',
  siteId: 'ekhamra',
  page: 'https://www.ekhamra.example/bygga/bygglov/?utm=1#avgift',
  missing: 'Vad det kostar',
  words: ['Jag heter 19121212-1212, ring 070-123 45 67 eller kim@example.se. Vad kostar ett bygglov?'],
  topicId: 'bygglov',
  secret: false,
};
const search: Arrival = {
  id: 'search-1',
  siteId: 'ekhamra',
  source: 'search',
  page: '',
  title: '',
  words: ['loppis'],
  topicId: null,
  count: 2,
  from: 2,
  lastAt: 100,
};

it('[F2] masks whatever tells who wrote it, and takes no word of what is secret', () => {
  const gap = markedGap(mark, kim, 1);
  expect(gap.page).toBe('https://www.ekhamra.example/bygga/bygglov');
  expect(gap.words.join()).toMatch(/Vad kostar ett bygglov/);
  expect(gap.words.join()).not.toMatch(/1212|070|kim@/);
  expect(() => markedGap({ ...mark, secret: true }, kim, 1)).toThrow('forbidden');
  expect(markedGap({ ...mark, secret: true, words: [] }, kim, 1).words).toEqual([]);
});

it('[F1] is followed until it is mended, or said not to be mended with a reason', () => {
  const fresh = markedGap(mark, kim, 1);
  const begun = changedGap(fresh, { seen: 'new', state: 'inWork', text: null }, kim, 2);
  expect([begun.state, begun.open, begun.endedAt]).toEqual(['inWork', 1, null]);
  const mended = changedGap(begun, { seen: 'inWork', state: 'mended', text: 'Avgiften står där' }, kim, 3);
  expect([mended.open, mended.endedAt, mended.log.map(({ state }) => state)]).toEqual([
    0,
    3,
    ['inWork', 'mended'],
  ]);
  expect(() => changedGap(begun, { seen: 'inWork', state: 'declined', text: null }, kim, 3)).toThrow(
    'invalid_payload',
  );
  expect(() => changedGap(begun, { seen: 'new', state: 'mended', text: null }, kim, 3)).toThrow(
    'changed_meanwhile',
  );
});

it('[F1] comes by itself from a number on, and back when people go on asking after it was mended', () => {
  expect(arrived(undefined, { ...search, count: 1 })).toBeUndefined();
  const gap = arrived(undefined, search);
  if (!gap) throw new Error('it did not arrive');
  expect([gap.state, gap.count, gap.by]).toEqual(['new', 2, null]);
  expect(arrived(gap, search)).toBeUndefined();
  expect(arrived(gap, { ...search, count: 5 })?.count).toBe(5);
  const mended = changedGap(gap, { seen: 'new', state: 'mended', text: null }, kim, 200);
  expect(arrived(mended, { ...search, count: 5, lastAt: 150 })).toBeUndefined();
  expect(arrived(mended, { ...search, count: 6, lastAt: 300 })).toMatchObject({
    state: 'new',
    open: 1,
    endedAt: null,
  });
  const declined = changedGap(gap, { seen: 'new', state: 'declined', text: 'Inte kommunens' }, kim, 200);
  expect(arrived(declined, { ...search, count: 6, lastAt: 300 })).toBeUndefined();
});

it('a page is edited by those of the longest prefix that fits whole parts of its path, else by all', () => {
  const pageEditors = [
    { prefix: '/bygga', userIds: ['a'] },
    { prefix: '/bygga/bygglov/', userIds: ['b'] },
    { prefix: 'https://forskola.example', userIds: ['c'] },
  ];
  const who = (page: string) => editorsOf(pageOf(page), { pageEditors });
  expect(who('https://www.ekhamra.example/bygga/karta')).toEqual(['a']);
  expect(who('https://www.ekhamra.example/bygga/bygglov/altan')).toEqual(['b']);
  expect(who('/bygga/bygglov')).toEqual(['b']);
  expect(who('https://forskola.example/')).toEqual(['c']);
  expect(who('https://www.ekhamra.example/byggare')).toBeNull();
  expect(who('')).toBeNull();
  expect(editorsOf('/x', { pageEditors: [{ prefix: '/', userIds: ['z'] }] })).toEqual(['z']);
});

it('counts the questions of a page in weeks before and after it was mended', () => {
  const page = '/bygglov';
  const mendedOn = '2026-10-15';
  const days = Array.from({ length: 120 }, (_, at) => addDays('2026-08-01', at)).map((day) => ({
    day,
    pages: [[page, day < mendedOn ? 2 : 1] as const, ['/annat', 9] as const],
  }));
  const { before, after, meanBefore, meanAfter } = pageQuestions(days, page, mendedOn, '2026-11-01');
  expect(before.map(({ questions }) => questions)).toEqual(Array(8).fill(14));
  expect(before.at(-1)?.from).toBe('2026-10-08');
  expect(after.map(({ from }) => from)).toEqual(['2026-10-16', '2026-10-23', '2026-10-30']);
  // The last week is not over: it is shown, and not in the mean.
  expect([meanBefore, meanAfter]).toEqual([14, 7]);
  expect(pageQuestions(days, page, null, '2026-10-14')).toMatchObject({
    after: [],
    meanBefore: 14,
    meanAfter: null,
  });
});

it('counts no day twice, and every day before the mending once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 56, maxLength: 56 }), (asked) => {
      const days = asked.map((n, at) => ({ day: addDays('2026-01-01', at), pages: [['/a', n] as const] }));
      const turn = addDays('2026-01-01', 56);
      const { before } = pageQuestions(days, '/a', turn, turn);
      expect(before.reduce((sum, { questions }) => sum + questions, 0)).toBe(asked.reduce((a, b) => a + b));
    }),
  );
});
