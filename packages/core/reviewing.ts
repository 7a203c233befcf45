import { addDays, type LocalDate, localDate, momentOf } from './local-time.ts';

/** Where the municipality is: a date of review is its own. */
const TIME_ZONE = 'Europe/Stockholm';
/** How long before its date something is said to be due for review. */
const AHEAD_DAYS = 30;
/** When mail about it goes out. */
const SENT_AT = '07:00';

/** What is to be looked over again by a date (`YYYY-MM-DD`); null for never. */
export interface Reviewed {
  reviewOn: LocalDate | null;
}

/** Where something is with its review: the date has passed, or is within a month; null otherwise. */
export function reviewOf({ reviewOn }: Reviewed, now: number): 'soon' | 'late' | null {
  if (reviewOn === null) return null;
  const today = localDate(now, TIME_ZONE);
  if (reviewOn < today) return 'late';
  return reviewOn <= addDays(today, AHEAD_DAYS) ? 'soon' : null;
}

/** The morning on which those who review are told, of the day that a moment is in. */
export const reviewMailAt = (now: number): number => momentOf(localDate(now, TIME_ZONE), SENT_AT, TIME_ZONE);

/**
 * What was told about a review, as one number: the date and how far it had come. Another date is another review.
 * @returns null when nothing is due.
 */
export function reviewMark(item: Reviewed, now: number): number | null {
  const review = reviewOf(item, now);
  if (review === null || item.reviewOn === null) return null;
  return Number(item.reviewOn.replaceAll('-', '')) * 10 + (review === 'late' ? 2 : 1);
}
