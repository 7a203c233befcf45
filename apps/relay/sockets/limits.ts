import { fail } from '@lotsa/protocol';
import { type Budget, createBudget } from './budget.ts';

/**
 * How many requests a visitor's or a user's sockets may make together. Counted by token, not by address: behind one
 * address there may be a library or a school. Kept in memory only (rule P3).
 */
export interface Limits {
  /** Counts any request. @throws LotsaError `rate_limited` when the budget of this key is used up. */
  request(key: string): void;
  /** Counts a request that is well formed, if it is of a kind that has a budget of its own. */
  kind(key: string, name: string): void;
  /** We could not do it after all. Of what a visitor may do seldom that takes nothing: whoever tries again through an outage gets in. */
  refused(key: string, name: string): void;
}

/** Requests in ten seconds; typing and marks are cheap, and a person writes no faster than this. */
const PER_TEN_SECONDS = { any: 200, write: 25 } as const;
/** Conversations a visitor may start in ten minutes. */
const STARTS = 6;
const WRITES = new Set([
  'message:send',
  'conversation:start',
  'contact:leave',
  'conversation:rate',
  'handoff:request',
]);

/** Makes the limits of one relay. */
export function createLimits(): Limits {
  const any = createBudget(PER_TEN_SECONDS.any, 10_000);
  const write = createBudget(PER_TEN_SECONDS.write, 10_000);
  const start = createBudget(STARTS, 600_000);

  const take = (budget: Budget, key: string): void => {
    const retryAfterMs = budget.take(key);
    if (retryAfterMs > 0) throw fail('rate_limited', { retryAfterMs });
  };

  return {
    request: (key) => take(any, key),
    kind(key, name) {
      if (WRITES.has(name)) take(write, key);
      if (name === 'conversation:start') take(start, key);
    },
    refused(key, name) {
      if (name === 'conversation:start') start.giveBack(key);
    },
  };
}
