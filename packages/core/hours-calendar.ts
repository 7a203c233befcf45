import type { OpeningHours } from '@lotsa/protocol';
import { type HolidayId, swedishHolidays } from './holidays.ts';
import { addDays, type LocalDate, localDate, type Weekday, weekdayOf } from './local-time.ts';
import { type Interval, openIntervals } from './opening-hours.ts';

/** One day of the calendar, as visitors meet it (rule R5). */
export interface CalendarDay {
  readonly date: LocalDate;
  readonly weekday: Weekday;
  /** In order, apart from each other; none is closed. */
  readonly intervals: readonly Interval[];
  /** Holidays of the date, whether or not it is closed on them. */
  readonly holidays: readonly HolidayId[];
  /** The date has hours of its own; what they are called, where that is said. */
  readonly exception: { readonly label: string | null } | null;
}

/** The days from a moment (epoch ms) on, by the same function that opens the chat (rules R4, R5). */
export function hoursCalendar(
  hours: OpeningHours,
  from: number,
  days: number,
  language?: string,
): CalendarDay[] {
  const first = localDate(from, hours.timeZone);
  const holidays = new Map<LocalDate, HolidayId[]>();
  const year = Number(first.slice(0, 4));
  for (const { date, id } of [...swedishHolidays(year), ...swedishHolidays(year + 1)])
    holidays.set(date, [...(holidays.get(date) ?? []), id]);
  return Array.from({ length: days }, (_, at) => {
    const date = addDays(first, at);
    const exception = hours.exceptions.find((one) => one.date === date);
    return {
      date,
      weekday: weekdayOf(date),
      intervals: openIntervals(hours, date, language),
      holidays: holidays.get(date) ?? [],
      exception: exception ? { label: exception.label ?? null } : null,
    };
  });
}
