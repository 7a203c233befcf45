import { localDate, momentOf } from '../local-time.ts';

/**
 * The end of the day on which a request has to be answered: one month after it came, three where it was extended (GDPR art. 12.3;
 * periods as in Regulation 1182/71, art. 3: the same day of the month, or its last).
 * @param months 1, or 3 with an extension.
 */
export function subjectDeadline(receivedAt: number, months: 1 | 3, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = localDate(receivedAt, timeZone).split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const due = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  const next = new Date(due.getTime() + 24 * 60 * 60_000).toISOString().slice(0, 10);
  return momentOf(next, '00:00', timeZone) - 1;
}
