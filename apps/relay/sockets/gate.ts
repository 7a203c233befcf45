import { fail } from '@lotsa/protocol';
import type { Metrics } from '../http/metrics.ts';
import type { RequestGate } from './dispatch.ts';
import { createLimits } from './limits.ts';

/** Clients come back after this long, plus a jitter of their own, when the relay goes down (rule D7). */
export const RETRY_AFTER_MS = 500;

/** Counts and limits the requests of all sockets, and closes when the relay goes down. */
export interface Gates {
  /** The gate of one visitor's or user's sockets. */
  of(key: string): RequestGate;
  /** Lets nobody in any more; resolves when everybody inside has been answered, or after `ms`. */
  drain(ms: number): Promise<void>;
}

/** Makes them. */
export function createGate(metrics: Metrics): Gates {
  const limits = createLimits();
  let inside = 0;
  let draining = false;
  let emptied: (() => void) | undefined;

  return {
    of: (key) => ({
      async enter(name) {
        inside += 1;
        if (draining) throw fail('draining', { retryAfterMs: RETRY_AFTER_MS });
        await limits.spend(key, name);
      },
      done(name, code, ms) {
        inside -= 1;
        metrics.socketRequests.observe({ request: name, code }, ms / 1000);
        if (inside <= 0) emptied?.();
      },
    }),
    drain: (ms) =>
      new Promise((resolve) => {
        draining = true;
        const timer = setTimeout(resolve, ms);
        emptied = () => {
          clearTimeout(timer);
          resolve();
        };
        if (inside <= 0) emptied();
      }),
  };
}
