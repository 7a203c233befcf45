/** How many of something each key has left in a window of time. */
export interface Budget {
  /** Takes one. @returns 0, or for how many milliseconds there is none left. */
  take(key: string): number;
  /** Gives one back that was taken, if its window lasts. */
  giveBack(key: string): void;
}

/**
 * Allows `points` in each window of `ms`, counted from the first one that is taken. It is asked for every request of every
 * socket, so it costs no timer and no promise; what has run out is forgotten as others take.
 */
export function createBudget(points: number, ms: number, clock = () => performance.now()): Budget {
  /** In the order in which the windows began, which is the order in which they end. */
  const windows = new Map<string, { left: number; ends: number }>();

  function forget(now: number): void {
    for (const [key, { ends }] of windows) {
      if (ends > now) return;
      windows.delete(key);
    }
  }

  return {
    take(key) {
      const now = clock();
      forget(now);
      const window = windows.get(key);
      if (!window) {
        windows.set(key, { left: points - 1, ends: now + ms });
        return 0;
      }
      if (window.left === 0) return Math.ceil(window.ends - now);
      window.left -= 1;
      return 0;
    },
    giveBack(key) {
      const window = windows.get(key);
      if (window) window.left = Math.min(points, window.left + 1);
    },
  };
}
