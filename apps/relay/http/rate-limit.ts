import { fail } from '@lotsa/protocol';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Counts something by a key, in this process's memory only (rule P3). */
export interface RateLimit {
  /** @throws LotsaError `rate_limited` when there were too many with this key. */
  take(key: string): Promise<void>;
}

/** Allows `points` in `seconds`. */
export function rateLimit(points: number, seconds: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  return {
    async take(key) {
      try {
        await limiter.consume(key);
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        throw fail('rate_limited', { retryAfterMs: refusal.msBeforeNext });
      }
    },
  };
}
