import * as Calendar from 'temporal-polyfill/fns/Calendar';
import * as PlainDateTime from 'temporal-polyfill/fns/PlainDateTime';
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime';
import { recall } from './recall.ts';

/** A calendar day where the site is, `YYYY-MM-DD`. Compares and sorts as text. */
export type LocalDate = string;

/** A clock time where the site is, `HH:MM` from `00:00` to `24:00` (midnight at the end of the day). Compares as text. */
export type LocalTime = string;

/** Days of the week, Sunday first as `Date` counts them. */
export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const DAY = 86_400_000;

/** The day `days` later (earlier when negative). Calendar arithmetic: no time zone takes part. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** The day of the week of a date. */
export function weekdayOf(date: LocalDate): Weekday {
  return WEEKDAYS[new Date(date).getUTCDay()] as Weekday;
}

// A search of 400 days asks for two bounds a day; a smaller cache would forget the beginning before the end is reached.
const BOUNDS_REMEMBERED = 2_048;
const bounds = new Map<string, number>();

/**
 * The moment (epoch ms) a clock in `timeZone` shows `time` on `date`.
 *
 * When daylight saving ends, a repeated time means its first occurrence; when it begins, a skipped time means the moment
 * of the change. So later clock times never give earlier moments, and intervals never overlap.
 *
 * @throws RangeError on a date, time or time zone that does not exist.
 */
export function momentOf(date: LocalDate, time: LocalTime, timeZone: string): number {
  return recall(bounds, BOUNDS_REMEMBERED, `${timeZone} ${date} ${time}`, () => {
    const local = PlainDateTime.fromString(
      time === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${time}`,
      Calendar.getISO,
    );
    const zoned = PlainDateTime.toZonedDateTime(local, timeZone, { disambiguation: 'earlier' });
    if (PlainDateTime.equals(ZonedDateTime.toPlainDateTime(zoned), local)) return zoned.epochMilliseconds;
    return (ZonedDateTime.getTimeZoneTransition(zoned, 'next') ?? zoned).epochMilliseconds;
  });
}

/** The day a calendar in `timeZone` shows at the moment `at` (epoch ms). @throws RangeError on an unknown time zone. */
export function localDate(at: number, timeZone: string): LocalDate {
  // No zone is a whole day from UTC, so the answer is this date or a neighbour; its bounds are remembered, which is
  // ten times cheaper than converting the moment.
  const date = new Date(at).toISOString().slice(0, 10);
  if (at < momentOf(date, '00:00', timeZone)) return addDays(date, -1);
  return at < momentOf(date, '24:00', timeZone) ? date : addDays(date, 1);
}
