import { fail } from '@lotsa/protocol';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How many requests a visitor's or a user's sockets may make together. Counted by token, not by address: behind one
 * address there may be a library or a school. Kept in memory only (rule P3).
 */
export interface Limits {
  /** Counts any request. @throws LotsaError `rate_limited` when the budget of this key is used up. */
  request(key: string): Promise<void>;
  /** Counts a request that is well formed, if it is of a kind that has a budget of its own. */
  kind(key: string, name: string): Promise<void>;
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
  const any = new RateLimiterMemory({ points: PER_TEN_SECONDS.any, duration: 10 });
  const write = new RateLimiterMemory({ points: PER_TEN_SECONDS.write, duration: 10 });
  const start = new RateLimiterMemory({ points: STARTS, duration: 600 });

  const take = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
    try {
      await limiter.consume(key);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw fail('rate_limited', { retryAfterMs: error.msBeforeNext });
      throw error;
    }
  };

  return {
    request: (key) => take(any, key),
    async kind(key, name) {
      if (WRITES.has(name)) await take(write, key);
      if (name === 'conversation:start') await take(start, key);
    },
  };
}
