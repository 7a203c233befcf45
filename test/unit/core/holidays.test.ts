import { describe, expect, it } from 'vitest';
import { type HolidayKind, holidayKinds, swedishHolidays } from '../../../packages/core/holidays.ts';
import computed from '../../support/holidays-2026-2030.json' with { type: 'json' };

const KINDS: readonly (readonly [keyof (typeof computed)['2026'], HolidayKind])[] = [
  ['publicHolidays', 'public'],
  ['closedEves', 'closedEve'],
  ['shortenedDays', 'shortened'],
];

describe('Swedish holidays', () => {
  it.each(Object.entries(computed))('[R5] are those of the calendar of %s', (year, expected) => {
    const listed = KINDS.flatMap(([group, kind]) =>
      Object.entries(expected[group]).map(([id, date]) => ({ date, id, kind })),
    );
    const found = swedishHolidays(Number(year));
    expect(found).toHaveLength(listed.length);
    expect(found).toEqual(expect.arrayContaining(listed));
    expect(found.map(({ date }) => date)).toEqual(found.map(({ date }) => date).sort());
  });

  // The extremes of the Gregorian Easter, and the two exceptions (1954, 1981) that simpler formulas get wrong.
  it.each([
    [1954, '1954-04-18'],
    [1981, '1981-04-19'],
    [2008, '2008-03-23'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('[R5] Easter of %i is on %s', (year, date) => {
    expect(swedishHolidays(year).find(({ id }) => id === 'paskdagen')?.date).toBe(date);
  });

  it('[R5] a date can be two holidays at once', () => {
    expect(swedishHolidays(2008).filter(({ date }) => date === '2008-05-01')).toEqual([
      { date: '2008-05-01', id: 'forsta-maj', kind: 'public' },
      { date: '2008-05-01', id: 'kristi-himmelsfardsdag', kind: 'public' },
    ]);
    expect(holidayKinds('2008-04-30')).toEqual(['shortened', 'shortened']);
  });

  it('[R5] tells an ordinary day from a holiday, in more years than are remembered', () => {
    for (let year = 2005; year < 2105; year += 1) {
      expect(holidayKinds(`${year}-12-24`)).toEqual(['closedEve']);
      expect(holidayKinds(`${year}-12-23`)).toEqual([]);
    }
    expect(holidayKinds('2005-12-25')).toEqual(['public']);
  });
});
