import type { OpeningHours } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Interval,
  type WeeklyHours,
  addOpenTime,
  addWorkingDays,
  isOpen,
  isWorkingDay,
  nextChange,
  openIntervals,
  openTimeBetween,
} from '../../../packages/core/opening-hours.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (iso: string): number => Date.parse(iso);

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const everyDay = (...intervals: Interval[]): WeeklyHours => ({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
});
const never = everyDay();

/** Ekhamra's chat. */
const ekhamra: OpeningHours = {
  timeZone: 'Europe/Stockholm',
  weekly: { ...everyDay(['08:00', '17:00']), sat: [['10:00', '14:00']], sun: [] },
  eveClosesAt: '15:00',
  exceptions: [
    { date: '2027-03-10', label: 'Personalutbildning', intervals: [['10:00', '17:00']] },
    { date: '2027-05-06', label: 'Översvämning', intervals: [['09:00', '12:00']] },
    { date: '2027-05-07', label: 'Klämdag', intervals: [['08:00', '15:00']] },
    { date: '2027-06-01', label: 'Flytt', intervals: [] },
  ],
  languages: { fi: { ...never, tue: [['09:00', '12:00']], thu: [['13:00', '16:00']] } },
};
const ekhamraWith = (changes: Partial<OpeningHours>): OpeningHours => ({
  ...ekhamra,
  exceptions: [],
  ...changes,
});

describe('the hours of a day', () => {
  it.each([
    ['an ordinary Monday', '2027-02-01', [['08:00', '17:00']]],
    ['a Saturday', '2027-02-06', [['10:00', '14:00']]],
    ['a Sunday', '2027-02-07', []],
    ['a public holiday', '2027-01-06', []],
    ['a closed eve', '2027-06-25', []],
    ['a shortened day', '2027-03-25', [['08:00', '15:00']]],
    ['a shortened day that closes earlier anyway', '2027-06-05', [['10:00', '14:00']]],
    ['an exception', '2027-03-10', [['10:00', '17:00']]],
    ['an exception on a public holiday', '2027-05-06', [['09:00', '12:00']]],
    ['an exception that closes', '2027-06-01', []],
  ] as const)('[R5] %s', (_, date, intervals) => {
    expect(openIntervals(ekhamra, date)).toEqual(intervals);
  });

  it('[R5] several intervals, put in order and made one where they meet or overlap', () => {
    const weekly = everyDay(
      ['13:00', '16:00'],
      ['08:00', '10:00'],
      ['15:00', '17:00'],
      ['10:00', '11:00'],
      ['12:00', '12:00'],
      ['13:30', '14:00'],
    );
    const hours = ekhamraWith({ weekly });
    expect(openIntervals(hours, '2027-02-01')).toEqual([
      ['08:00', '11:00'],
      ['13:00', '17:00'],
    ]);
    // A shortened day cuts the afternoon only.
    expect(openIntervals(hours, '2027-03-25')).toEqual([
      ['08:00', '11:00'],
      ['13:00', '15:00'],
    ]);
  });

  it('[R5] a shortened day is an ordinary one where eves are', () => {
    expect(openIntervals(ekhamraWith({ eveClosesAt: null }), '2027-03-25')).toEqual([['08:00', '17:00']]);
  });

  it('[R5] closes on the kinds of holiday it is told to', () => {
    expect(openIntervals(ekhamraWith({ closedOn: ['public'] }), '2026-12-24')).toEqual([['08:00', '15:00']]);
    expect(openIntervals(ekhamraWith({ closedOn: ['public'] }), '2026-12-25')).toEqual([]);
    expect(openIntervals(ekhamraWith({ closedOn: [] }), '2026-12-25')).toEqual([['08:00', '17:00']]);
    expect(openIntervals(ekhamraWith({ closedOn: ['shortened'] }), '2027-03-25')).toEqual([]);
  });

  it('[R5] a language with hours of its own keeps them, on holidays and exceptions too', () => {
    expect(openIntervals(ekhamra, '2027-02-02', 'fi')).toEqual([['09:00', '12:00']]);
    expect(openIntervals(ekhamra, '2027-02-01', 'fi')).toEqual([]);
    expect(openIntervals(ekhamra, '2027-03-25', 'fi')).toEqual([['13:00', '15:00']]);
    expect(openIntervals(ekhamra, '2027-05-06', 'fi')).toEqual([]);
    expect(openIntervals(ekhamra, '2027-06-01', 'fi')).toEqual([]);
    const late: OpeningHours = {
      ...ekhamra,
      exceptions: [{ date: '2027-02-02', intervals: [['10:00', '17:00']] }],
    };
    expect(openIntervals(late, '2027-02-02', 'fi')).toEqual([['10:00', '12:00']]);
  });

  it.each(['en', 'constructor', '__proto__'])('[R5] a language without (%s) follows the week', (language) => {
    expect(openIntervals(ekhamra, '2027-02-01', language)).toEqual([['08:00', '17:00']]);
  });
});

describe('open or closed', () => {
  it('[R5] is open from the first moment of an interval to its last', () => {
    expect(isOpen(ekhamra, at('2027-02-01T08:00+01:00') - 1)).toBe(false);
    expect(isOpen(ekhamra, at('2027-02-01T08:00+01:00'))).toBe(true);
    expect(isOpen(ekhamra, at('2027-02-01T17:00+01:00') - 1)).toBe(true);
    expect(isOpen(ekhamra, at('2027-02-01T17:00+01:00'))).toBe(false);
    expect(isOpen(ekhamra, at('2027-02-01T13:00+01:00'), 'fi')).toBe(false);
    expect(isOpen(ekhamra, at('2027-02-02T11:00+01:00'), 'fi')).toBe(true);
  });

  it('[R5] knows the clock of summer and of winter', () => {
    expect(isOpen(ekhamra, at('2027-03-30T06:00Z'))).toBe(true);
    expect(isOpen(ekhamra, at('2027-03-24T06:00Z'))).toBe(false);
    expect(nextChange(ekhamra, at('2026-10-24T10:00+02:00'))).toEqual({
      at: at('2026-10-24T14:00+02:00'),
      opens: false,
    });
    expect(nextChange(ekhamra, at('2026-10-24T14:00+02:00'))).toEqual({
      at: at('2026-10-26T08:00+01:00'),
      opens: true,
    });
  });

  it.each([
    ['the days of another zone', 'Pacific/Kiritimati', '+14:00'],
    ['and those behind', 'Pacific/Pago_Pago', '-11:00'],
  ])('[R5] follows %s', (_, timeZone, offset) => {
    const hours = ekhamraWith({ timeZone, weekly: { ...never, wed: [['00:00', '24:00']] } });
    expect(isOpen(hours, at(`2027-02-03T00:00${offset}`))).toBe(true);
    expect(isOpen(hours, at(`2027-02-03T23:59${offset}`))).toBe(true);
    expect(isOpen(hours, at(`2027-02-04T00:00${offset}`))).toBe(false);
  });

  it('[R5] skips the holidays when it looks for the next opening', () => {
    const christmas = at('2026-12-23T17:00+01:00');
    expect(nextChange(ekhamra, christmas)).toEqual({ at: at('2026-12-28T08:00+01:00'), opens: true });
    expect(nextChange(ekhamra, christmas - 1)).toEqual({ at: christmas, opens: false });
  });

  it('[R5] stays open over midnight, and over the night the clock changes', () => {
    const nights = ekhamraWith({
      weekly: everyDay(['00:00', '06:00'], ['22:00', '24:00']),
      closedOn: [],
      eveClosesAt: null,
    });
    const summer = at('2027-03-27T22:00+01:00');
    expect(isOpen(nights, at('2027-03-28T00:00+01:00'))).toBe(true);
    expect(nextChange(nights, summer)).toEqual({ at: at('2027-03-28T06:00+02:00'), opens: false });
    expect(openTimeBetween(nights, summer, summer + DAY / 2)).toBe(7 * HOUR);
    const winter = at('2027-10-30T22:00+02:00');
    expect(nextChange(nights, winter)).toEqual({ at: at('2027-10-31T06:00+01:00'), opens: false });
    expect(openTimeBetween(nights, winter, winter + DAY / 2)).toBe(9 * HOUR);
  });

  it.each([
    ['23', '2027-03-28', '+01:00'],
    ['25', '2027-10-31', '+02:00'],
  ])('[R5] a day of %s hours', (length, date, offset) => {
    const always = ekhamraWith({ weekly: everyDay(['00:00', '24:00']), closedOn: [], eveClosesAt: null });
    const start = at(`${date}T00:00${offset}`);
    const onlyThatDay: OpeningHours = {
      ...always,
      weekly: never,
      exceptions: [{ date, intervals: [['00:00', '24:00']] }],
    };
    expect(openTimeBetween(onlyThatDay, start - DAY, start + 3 * DAY)).toBe(Number(length) * HOUR);
    expect(openTimeBetween(always, start - DAY, start + 3 * DAY)).toBe(4 * DAY);
  });

  it('[R5] an interval in the hour that is skipped is no time, one that begins in it begins after', () => {
    const early = (from: string, to: string) =>
      ekhamraWith({ weekly: never, exceptions: [{ date: '2027-03-28', intervals: [[from, to]] }] });
    const night = at('2027-03-28T00:00+01:00');
    expect(nextChange(early('02:00', '02:45'), night)).toBeNull();
    expect(nextChange(early('02:30', '04:00'), night)).toEqual({
      at: at('2027-03-28T03:00+02:00'),
      opens: true,
    });
    expect(openTimeBetween(early('02:30', '04:00'), night, night + DAY)).toBe(HOUR);
    expect(openTimeBetween(early('01:30', '03:30'), night, night + DAY)).toBe(HOUR);
  });

  it('[R5] an hour that comes twice counts from its first time', () => {
    const hours = ekhamraWith({
      weekly: never,
      exceptions: [{ date: '2027-10-31', intervals: [['02:00', '03:00']] }],
    });
    const night = at('2027-10-31T00:00+02:00');
    expect(nextChange(hours, night)?.at).toBe(at('2027-10-31T02:00+02:00'));
    expect(openTimeBetween(hours, night, night + DAY)).toBe(2 * HOUR);
  });

  it('[R5] never changes when it is never or always open', () => {
    const now = at('2027-02-01T12:00+01:00');
    expect(nextChange(ekhamraWith({ weekly: never }), now)).toBeNull();
    expect(
      nextChange(ekhamraWith({ weekly: everyDay(['00:00', '24:00']), closedOn: [], eveClosesAt: null }), now),
    ).toBeNull();
    const once = ekhamraWith({
      weekly: never,
      exceptions: [{ date: '2028-02-01', intervals: [['08:00', '09:00']] }],
    });
    expect(nextChange(once, now)?.at).toBe(at('2028-02-01T08:00+01:00'));
    const tooFar = ekhamraWith({
      weekly: never,
      exceptions: [{ date: '2028-04-01', intervals: [['08:00', '09:00']] }],
    });
    expect(nextChange(tooFar, now)).toBeNull();
  });

  it('[R5] refuses a time zone that does not exist', () => {
    expect(() => isOpen(ekhamraWith({ timeZone: 'Europe/Ekhamra' }), 0)).toThrow(RangeError);
  });
});

describe('time counted in opening hours', () => {
  it('[H2] a deadline goes on when it opens again', () => {
    const friday = at('2027-02-05T16:00+01:00');
    expect(addOpenTime(ekhamra, friday, HOUR)).toBe(at('2027-02-05T17:00+01:00'));
    expect(addOpenTime(ekhamra, friday, 2 * HOUR)).toBe(at('2027-02-06T11:00+01:00'));
    expect(addOpenTime(ekhamra, friday, 6 * HOUR)).toBe(at('2027-02-08T09:00+01:00'));
    expect(addOpenTime(ekhamra, at('2027-02-05T20:00+01:00'), HOUR)).toBe(at('2027-02-06T11:00+01:00'));
    expect(addOpenTime(ekhamra, friday, 0)).toBe(friday);
  });

  it('[H2] refuses hours that never open, and time to take away', () => {
    expect(() => addOpenTime(ekhamraWith({ weekly: never }), 0, 1)).toThrow(RangeError);
    expect(() => addOpenTime(ekhamra, 0, -1)).toThrow(RangeError);
    expect(() => addOpenTime(ekhamra, 0, Number.NaN)).toThrow(RangeError);
  });

  it('[H2] no time passes backwards', () => {
    expect(openTimeBetween(ekhamra, at('2027-02-01T12:00+01:00'), at('2027-02-01T09:00+01:00'))).toBe(0);
  });
});

describe('working days', () => {
  it.each([
    ['2027-02-01', true],
    ['2027-02-06', false],
    ['2027-02-07', false],
    ['2027-05-06', false],
    ['2026-12-24', false],
    ['2027-03-25', true],
  ])('[O6] %s: %s', (date, working) => {
    expect(isWorkingDay(date)).toBe(working);
  });

  it.each([
    ['the next day', '2027-02-01T12:00+01:00', 1, '2027-02-02T17:00+01:00'],
    ['counted from the day after, however late', '2027-02-01T23:30+01:00', 1, '2027-02-02T17:00+01:00'],
    ['not on Saturday, though it is open', '2027-02-05T12:00+01:00', 1, '2027-02-08T17:00+01:00'],
    ['from a Saturday', '2027-02-06T12:00+01:00', 2, '2027-02-09T17:00+01:00'],
    ['over Easter, until a shortened day closes', '2027-03-24T12:00+01:00', 1, '2027-03-25T15:00+01:00'],
    ['over Easter and the change of the clock', '2027-03-24T12:00+01:00', 2, '2027-03-30T17:00+02:00'],
    ['over Christmas and New Year', '2026-12-22T09:00+01:00', 5, '2027-01-04T17:00+01:00'],
    ['over a holiday that is open by exception', '2027-05-05T12:00+02:00', 1, '2027-05-07T15:00+02:00'],
    ['on a day closed by exception, the day after', '2027-05-31T12:00+02:00', 1, '2027-06-02T17:00+02:00'],
    ['counting a day closed by exception', '2027-05-31T12:00+02:00', 2, '2027-06-02T17:00+02:00'],
    ['the same day', '2027-02-01T12:00+01:00', 0, '2027-02-01T17:00+01:00'],
    ['the same day when it has closed', '2027-02-01T17:00+01:00', 0, '2027-02-02T17:00+01:00'],
  ])('[O6] %s', (_, from, days, expected) => {
    expect(new Date(addWorkingDays(ekhamra, at(from), days))).toEqual(new Date(expected));
  });

  it('[O6] refuses hours that are never open on a working day, and days that are no number of days', () => {
    expect(() =>
      addWorkingDays(ekhamraWith({ weekly: { ...never, sat: [['10:00', '14:00']] } }), 0, 1),
    ).toThrow(RangeError);
    expect(() => addWorkingDays(ekhamra, 0, -1)).toThrow(RangeError);
    expect(() => addWorkingDays(ekhamra, 0, 1.5)).toThrow(RangeError);
  });
});

const minute = fc.integer({ min: 0, max: 24 * 60 });
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const interval = fc
  .uniqueArray(minute, { minLength: 2, maxLength: 2 })
  .map((pair): Interval => [clock(Math.min(...pair)), clock(Math.max(...pair))]);
const day = fc.array(interval, { maxLength: 3 });
const date = fc
  .integer({ min: at('2026-01-01T00:00Z') / DAY, max: at('2027-12-31T00:00Z') / DAY })
  .map((days) => new Date(days * DAY).toISOString().slice(0, 10));
const weeklyHours = fc.record({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day });
const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  timeZone: fc.constantFrom('Europe/Stockholm', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'),
  weekly: fc.oneof(weeklyHours, fc.constant(everyDay(['00:00', '24:00'])), fc.constant(ekhamra.weekly)),
  eveClosesAt: fc.option(minute.map(clock)),
  closedOn: fc.subarray(['public', 'closedEve', 'shortened'] as const),
  exceptions: fc.uniqueArray(fc.record({ date, intervals: day }), {
    maxLength: 5,
    selector: (each) => each.date,
  }),
});
/** Hours that open sooner or later. */
const someHours = anyHours.filter(({ weekly }) => WEEKDAYS.some((weekday) => weekly[weekday].length > 0));
const moment = fc.oneof(
  fc.integer({ min: at('2026-01-01T00:00Z'), max: at('2027-12-31T00:00Z') }),
  // Around the changes of the clock, where it is easiest to be wrong.
  fc.integer({ min: at('2027-03-27T20:00Z'), max: at('2027-03-29T04:00Z') }),
  fc.integer({ min: at('2026-10-24T20:00Z'), max: at('2026-10-26T04:00Z') }),
);

describe('for all opening hours', () => {
  it('[R5] the next change is a change, and nothing changes before it', () => {
    fc.assert(
      fc.property(
        anyHours,
        moment,
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
        (hours, now, parts) => {
          const open = isOpen(hours, now);
          const change = nextChange(hours, now);
          const until = change?.at ?? now + 400 * DAY;
          expect(until).toBeGreaterThan(now);
          for (const part of [...parts, 0.999_999])
            expect(isOpen(hours, now + Math.floor((until - now) * part))).toBe(open);
          expect(isOpen(hours, until - 1)).toBe(open);
          if (change)
            expect({ opens: change.opens, after: isOpen(hours, until) }).toEqual({
              opens: !open,
              after: !open,
            });
        },
      ),
    );
  });

  it('[H2] the open time until a deadline is the time that was given, and not a moment less', () => {
    fc.assert(
      fc.property(someHours, moment, fc.integer({ min: 1, max: 7 * DAY }), (hours, from, ms) => {
        const deadline = addOpenTime(hours, from, ms);
        expect(openTimeBetween(hours, from, deadline)).toBe(ms);
        expect(openTimeBetween(hours, from, deadline - 1)).toBe(ms - 1);
      }),
    );
  });

  it('[H2] adding twice is adding the sum', () => {
    const ms = fc.integer({ min: 0, max: 4 * DAY });
    fc.assert(
      fc.property(someHours, moment, ms, ms, (hours, from, one, other) => {
        expect(addOpenTime(hours, addOpenTime(hours, from, one), other)).toBe(
          addOpenTime(hours, from, one + other),
        );
      }),
    );
  });

  it('[H2] the open time of two spans is that of the whole', () => {
    const ms = fc.integer({ min: 0, max: 15 * DAY });
    fc.assert(
      fc.property(anyHours, moment, ms, ms, (hours, from, one, other) => {
        const between = from + one;
        const to = between + other;
        expect(openTimeBetween(hours, from, between) + openTimeBetween(hours, between, to)).toBe(
          openTimeBetween(hours, from, to),
        );
      }),
    );
  });

  it('[R5] a day is open as long as its intervals are', () => {
    const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
    fc.assert(
      fc.property(anyHours, date, (hours, onDay) => {
        const inUtc = { ...hours, timeZone: 'UTC' };
        const start = at(`${onDay}T00:00Z`);
        const sum = openIntervals(inUtc, onDay).reduce(
          (total, [from, to]) => total + minutes(to) - minutes(from),
          0,
        );
        expect(openTimeBetween(inUtc, start, start + DAY)).toBe(sum * 60_000);
      }),
    );
  });
});
