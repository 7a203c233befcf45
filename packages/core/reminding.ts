import type { Handoff } from '@lotsa/protocol';

const HOUR = 3_600_000;

/**
 * When whoever is to act on a hand-off is reminded by mail: when a quarter of its time is left, but no earlier than a day
 * and no later than an hour before the deadline. Null where that was over before it was asked.
 */
export function remindAt({
  requestedAt,
  deadline,
}: Pick<Handoff, 'requestedAt' | 'deadline'>): number | null {
  const before = Math.max(HOUR, Math.min(24 * HOUR, (deadline - requestedAt) / 4));
  const at = deadline - before;
  return at > requestedAt ? at : null;
}
