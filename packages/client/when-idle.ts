import type { Clock } from './clock.ts';

/** Runs when the browser has nothing better to do: the first view is drawn by then. */
export function whenIdle(clock: Clock, run: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 2_000 });
  else clock.after(200, run);
}
