import { localDate, addDays, maySetItem } from '@lotsa/core';
import type { StaffState } from '@lotsa/client';
import type { Agreement } from '@lotsa/protocol';

const AHEAD_DAYS = 30;
const today = (now: number): string => localDate(now, 'Europe/Stockholm');

/** An agreement's date of review has passed. */
export const isLate = ({ reviewOn }: Agreement, now: number): boolean =>
  reviewOn !== null && reviewOn < today(now);

/** It is to be looked over within a month, or should have been. */
export const isDue = ({ reviewOn }: Agreement, now: number): boolean =>
  reviewOn !== null && reviewOn <= addDays(today(now), AHEAD_DAYS);

/** How many agreements this user ought to look over. */
export function reviewsDue({ me, directory }: StaffState, now: number): number {
  if (!me || !directory) return 0;
  return directory.agreements.filter((one) => maySetItem(me, 'agreements', one) && isDue(one, now)).length;
}
