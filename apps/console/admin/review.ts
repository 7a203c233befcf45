import { maySetItem, reviewOf } from '@lotsa/core';
import type { StaffState } from '@lotsa/client';

/** How many agreements this user ought to look over. */
export function reviewsDue({ me, directory }: StaffState, now: number): number {
  if (!me || !directory) return 0;
  return directory.agreements.filter(
    (one) => maySetItem(me, 'agreements', one) && reviewOf(one, now) !== null,
  ).length;
}
