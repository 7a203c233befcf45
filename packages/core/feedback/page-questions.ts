import type { PageQuestions, PageWeek } from '@lotsa/protocol';
import { addDays, type LocalDate } from '../local-time.ts';

/** Weeks that are shown on each side of the mending. */
export const WEEKS_SHOWN = 8;

/** How many questions were asked from each page on a day. */
export interface PageDay {
  day: LocalDate;
  pages: readonly (readonly [page: string, questions: number])[];
}

/** The first and the last day that {@link pageQuestions} counts. `mendedOn` is null of a gap that is open. */
export function daysAround(mendedOn: LocalDate | null, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const turn = mendedOn ?? addDays(today, 1);
  const last = addDays(turn, 7 * WEEKS_SHOWN);
  return { from: addDays(turn, -7 * WEEKS_SHOWN), to: last <= today ? last : today };
}

/**
 * Questions that were asked from a page, in weeks that end before the day on which it was mended, and weeks that begin the day after;
 * the day itself is neither. Of a page that is not mended, the weeks up to today. The last week after may not be over; the mean is of whole ones.
 */
export function pageQuestions(
  days: readonly PageDay[],
  page: string,
  mendedOn: LocalDate | null,
  today: LocalDate,
): PageQuestions {
  const asked = new Map<LocalDate, number>();
  for (const { day, pages } of days)
    for (const [one, questions] of pages) if (one === page) asked.set(day, (asked.get(day) ?? 0) + questions);
  const week = (from: LocalDate): PageWeek => ({
    from,
    questions: Array.from({ length: 7 }, (_, at) => asked.get(addDays(from, at)) ?? 0).reduce(
      (a, b) => a + b,
    ),
  });
  const turn = mendedOn ?? addDays(today, 1);
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, at) => at);
  const before = weeks.map((at) => week(addDays(turn, -7 * (WEEKS_SHOWN - at))));
  const after = weeks.map((at) => week(addDays(turn, 1 + 7 * at))).filter(({ from }) => from <= today);
  const over = after.filter(({ from }) => addDays(from, 6) <= today);
  return { before, after, meanBefore: meanOf(before), meanAfter: meanOf(over) };
}

const meanOf = (weeks: readonly PageWeek[]): number | null =>
  weeks.length === 0 ? null : weeks.reduce((sum, { questions }) => sum + questions, 0) / weeks.length;
