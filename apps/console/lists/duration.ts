import type { Texts } from '../locales/index.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has taken, to the second within the first hour: "4:07", "2 tim 5 min", "3 dagar". */
export function duration(ms: number, t: Pick<Texts, 'hoursMinutes' | 'days'>): string {
  const past = Math.max(0, ms);
  if (past >= DAY) return t.days({ n: Math.floor(past / DAY) });
  const minutes = Math.floor((past % HOUR) / MINUTE);
  if (past >= HOUR) return t.hoursMinutes({ hours: Math.floor(past / HOUR), minutes });
  return `${minutes}:${String(Math.floor((past % MINUTE) / SECOND)).padStart(2, '0')}`;
}

/** How pressing a wait is: a visitor who has waited two minutes is looked after soon, one of five at once. */
export const urgency = (ms: number): 'calm' | 'soon' | 'now' =>
  ms >= 5 * MINUTE ? 'now' : ms >= 2 * MINUTE ? 'soon' : 'calm';
