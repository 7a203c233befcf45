/** Calls back what has not been taken back in time. @returns what takes it back. */
export type Patience = (tooLate: () => void) => () => void;

/** Makes it: everything has `ms` milliseconds. One timer for all, as thousands of requests begin and end in that time. */
export function createPatience(ms: number): Patience {
  /** When each loses its patience, in this order. */
  const waiting = new Map<() => void, number>();
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    timer = undefined;
    const now = performance.now();
    for (const [tooLate, ends] of waiting) {
      if (ends > now) {
        timer = setTimeout(look, ends - now).unref();
        return;
      }
      waiting.delete(tooLate);
      tooLate();
    }
  }

  return (tooLate) => {
    waiting.set(tooLate, performance.now() + ms);
    timer ??= setTimeout(look, ms).unref();
    return () => void waiting.delete(tooLate);
  };
}
