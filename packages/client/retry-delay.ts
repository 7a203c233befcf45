import type { ErrorAnswer } from '@lotsa/protocol';

const FIRST = 1_000;
const LONGEST = 30_000;

/**
 * How long to wait before another attempt, in milliseconds. After attempt 0 about a second, then twice as long each time
 * up to half a minute, always with half of it by chance: clients of a relay that restarts must not come back as one.
 */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** attempt);
  return ceiling / 2 + (random * ceiling) / 2;
}

/** The wait that a relay asked for, never shorter, spread over the same time again and at least a second. */
export const spread = (ms: number, random: number): number => ms + random * Math.max(1_000, ms);

/**
 * How long an error asks to wait before the same request can be sent again; null when it is definitive: the same
 * request would be refused again.
 */
export function waitOf(error: ErrorAnswer, attempt: number, random: number): number | null {
  if (error.code === 'rate_limited' || error.code === 'draining') {
    return spread(error.data.retryAfterMs, random);
  }
  const ours = error.code === 'storage_unavailable' || error.code === 'internal';
  return ours ? backoff(attempt, random) : null;
}
