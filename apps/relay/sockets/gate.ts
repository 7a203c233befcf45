import { type ErrorCode, fail } from '@lotsa/protocol';
import type { RequestGate } from './dispatch.ts';
import { createLimits } from './limits.ts';
import type { SocketMetrics } from './metrics.ts';
import { createPatience } from './patience.ts';

/** Clients come back after this long, plus a jitter of their own, when the relay goes down (rule D7). */
export const RETRY_AFTER_MS = 500;

/** A visitor is told within two seconds that something was not done; a database that hangs, or is starting, takes longer. */
const PATIENCE_MS = 1_500;

/** Refusals that are told after a request was counted, and are not the client's doing. */
const OUR_FAULT: ReadonlySet<string> = new Set(['storage_unavailable', 'overloaded'] satisfies ErrorCode[]);

/** Counts and limits the requests of all sockets, and closes when the relay goes down. */
export interface Gates {
  /** The gate of one visitor's or user's sockets. */
  of(key: string): RequestGate;
  /** Lets nobody in any more; resolves when everybody inside has been answered, or after `ms`. */
  drain(ms: number): Promise<void>;
}

/** Makes them. */
export function createGates(metrics: SocketMetrics): Gates {
  const limits = createLimits();
  const impatient = createPatience(PATIENCE_MS);
  let inside = 0;
  let draining = false;
  let emptied: (() => void) | undefined;

  return {
    of: (key) => ({
      enter() {
        inside += 1;
        if (draining) throw fail('draining', { retryAfterMs: RETRY_AFTER_MS });
        limits.request(key);
      },
      admit: (name) => limits.kind(key, name),
      impatient,
      done(name, code, ms) {
        inside -= 1;
        if (OUR_FAULT.has(code)) limits.refused(key, name);
        metrics.answered(name, code, ms);
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
