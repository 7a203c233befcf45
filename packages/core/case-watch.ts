import type { Case, OpeningHours } from '@lotsa/protocol';
import { addWorkingDays } from './opening-hours.ts';
import { MANAGER_ALERT_MS } from './overdue.ts';

/** Whoever got a case just now needs no reminder of it. */
const SETTLED_MS = 12 * 60 * 60_000;

/**
 * Whom a case's promised date alerts now (rule O6): a reminder one working day before, the owner when it has passed, a
 * manager when nothing was done about it. Null for nobody.
 */
export function alertDue(
  { watched, promisedAt, receivedAt }: Pick<Case, 'watched' | 'promisedAt' | 'receivedAt'>,
  hours: OpeningHours,
  now: number,
): 'reminder' | 'owner' | 'manager' | null {
  if (watched === 'manager') return now >= promisedAt + MANAGER_ALERT_MS ? 'manager' : null;
  if (watched === '') return null;
  if (now >= promisedAt) return 'owner';
  const near = watched === 'reminder' && isDueSoon(promisedAt, hours, now);
  return near && now >= receivedAt + SETTLED_MS ? 'reminder' : null;
}

/** A promise that runs out on this or the next working day. */
export const isDueSoon = (promisedAt: number, hours: OpeningHours, now: number): boolean =>
  now < promisedAt && addWorkingDays(hours, now, 1) >= promisedAt;
