import type { OpeningHours } from '@lotsa/protocol';
import { type HolidayKind, holidayKinds } from './holidays.ts';
import { type LocalDate, type Weekday, addDays, localDate, momentOf, weekdayOf } from './local-time.ts';

/** The intervals of each weekday; an empty list is a closed day. */
export type WeeklyHours = OpeningHours['weekly'];

/** Open from the first clock time up to, not including, the second. Never crosses midnight: end the day at `24:00`. */
export type Interval = WeeklyHours[Weekday][number];

/** A moment (epoch ms) at which opening hours go from closed to open (`opens`) or from open to closed. */
export interface HoursChange {
  readonly at: number;
  readonly opens: boolean;
}

const CLOSED_ON: readonly HolidayKind[] = ['public', 'closedEve'];

/** How far ahead an opening or a closing is looked for: a whole year and the longest holiday after it. */
const SEARCH_DAYS = 400;

/**
 * The intervals of one date, in order, apart from each other. In a language with hours of its own, an exception only takes
 * away: it says when the house is open, not who is there.
 */
export function openIntervals(hours: OpeningHours, date: LocalDate, language?: string): readonly Interval[] {
  const weekday = weekdayOf(date);
  const own =
    language !== undefined && hours.languages !== undefined && Object.hasOwn(hours.languages, language)
      ? hours.languages[language]
      : undefined;
  const exception = hours.exceptions.find((each) => each.date === date);
  if (exception && own) return common(tidy(own[weekday]), tidy(exception.intervals));
  if (exception) return tidy(exception.intervals);
  const usual = tidy((own ?? hours.weekly)[weekday]);
  const kinds = holidayKinds(date);
  const closedOn = hours.closedOn ?? CLOSED_ON;
  if (kinds.some((kind) => closedOn.includes(kind))) return [];
  const { eveClosesAt } = hours;
  const early = eveClosesAt !== null && kinds.some((kind) => kind !== 'public');
  return early ? common(usual, [['00:00', eveClosesAt]]) : usual;
}

/** Whether it is open at a moment (epoch ms): from the first moment of an interval until, not including, its last. */
export function isOpen(hours: OpeningHours, at: number, language?: string): boolean {
  return spansOf(hours, localDate(at, hours.timeZone), language).some(([from, to]) => from <= at && at < to);
}

/** The next moment after `at` when it opens or closes; `null` when nothing changes within 400 days. */
export function nextChange(hours: OpeningHours, at: number, language?: string): HoursChange | null {
  const horizon = at + SEARCH_DAYS * 86_400_000;
  let openUntil: number | undefined;
  for (const [from, to] of spans(hours, at, language)) {
    if (openUntil === undefined && from > at) return { at: from, opens: true };
    if (openUntil !== undefined && from > openUntil) break;
    openUntil = to;
    if (to > horizon) return null;
  }
  return openUntil === undefined ? null : { at: openUntil, opens: false };
}

/**
 * The first moment by which `ms` of opening time have passed since `from`: the deadline of a hand-off (rule H2).
 *
 * @throws RangeError when `ms` is negative, or the hours hold no opening for 400 days on end.
 */
export function addOpenTime(hours: OpeningHours, from: number, ms: number): number {
  if (!(ms >= 0)) throw new RangeError('opening time to add must not be negative');
  if (ms === 0) return from;
  let left = ms;
  for (const [start, end] of spans(hours, from)) {
    if (end - start >= left) return start + left;
    left -= end - start;
  }
  throw new RangeError('the opening hours never open');
}

/** How many milliseconds it is open from `from` until `to` (epoch ms); 0 when `to` is not after `from`. */
export function openTimeBetween(hours: OpeningHours, from: number, to: number): number {
  let sum = 0;
  for (const [start, end] of spans(hours, from)) {
    if (start >= to) break;
    sum += Math.min(end, to) - start;
  }
  return sum;
}

/** Whether a date is Monday to Friday and neither a public holiday nor an eve on which municipalities are closed. */
export function isWorkingDay(date: LocalDate): boolean {
  const weekday = weekdayOf(date);
  return (
    weekday !== 'sat' && weekday !== 'sun' && !holidayKinds(date).some((kind) => CLOSED_ON.includes(kind))
  );
}

/**
 * The moment a promise of `days` working days runs out: when it closes on that working day, counted from the day after
 * `from`'s (rule O6, `specialistReplyWorkdays` of an agreement). Should it not open that day, or with 0 days have closed
 * already, the next working day on which it does.
 *
 * @throws RangeError when `days` is not a whole number from 0, or no working day is open in the 400 days after.
 */
export function addWorkingDays(hours: OpeningHours, from: number, days: number): number {
  if (!Number.isInteger(days) || days < 0) throw new RangeError('working days are a whole number from 0');
  let date = localDate(from, hours.timeZone);
  for (let left = days; left > 0;) {
    date = addDays(date, 1);
    if (isWorkingDay(date)) left -= 1;
  }
  for (let day = 0; day < SEARCH_DAYS; day += 1, date = addDays(date, 1)) {
    const closes = isWorkingDay(date) ? spansOf(hours, date).at(-1)?.[1] : undefined;
    if (closes !== undefined && closes > from) return closes;
  }
  throw new RangeError('the opening hours never open on a working day');
}

type Span = readonly [from: number, to: number];

/** The spans from `from` on, day by day without end, the first cut at `from`; stops after 400 days without any. */
function* spans(hours: OpeningHours, from: number, language?: string): Generator<Span, void> {
  let date = localDate(from, hours.timeZone);
  for (let closedDays = 0; closedDays < SEARCH_DAYS; closedDays += 1, date = addDays(date, 1)) {
    for (const [start, end] of spansOf(hours, date, language)) {
      if (end <= from) continue;
      yield [Math.max(start, from), end];
      closedDays = 0;
    }
  }
}

/** The intervals of a date as moments. An hour that daylight saving skips leaves nothing of an interval inside it. */
function spansOf(hours: OpeningHours, date: LocalDate, language?: string): Span[] {
  return openIntervals(hours, date, language)
    .map(([from, to]): Span => [momentOf(date, from, hours.timeZone), momentOf(date, to, hours.timeZone)])
    .filter(([from, to]) => from < to);
}

/** In order, with intervals that overlap or meet made one, and without those that end before they begin. */
function tidy(intervals: readonly Interval[]): readonly Interval[] {
  const sound = intervals.filter(([from, to]) => from < to);
  if (sound.length < 2) return sound;
  const joined: Interval[] = [];
  for (const [from, to] of sound.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const last = joined.at(-1);
    if (last && from <= last[1]) joined[joined.length - 1] = [last[0], to > last[1] ? to : last[1]];
    else joined.push([from, to]);
  }
  return joined;
}

/** The time two lists of intervals have in common. */
function common(one: readonly Interval[], other: readonly Interval[]): readonly Interval[] {
  return one.flatMap(([from, to]) =>
    other
      .map(([start, end]): Interval => [from > start ? from : start, to < end ? to : end])
      .filter(([start, end]) => start < end),
  );
}
