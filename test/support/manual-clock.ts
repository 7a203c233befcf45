import type { Clock } from '../../packages/client/clock.ts';

/** A clock that stands still until it is told to go on. Chance is always one half unless a test sets it. */
export class ManualClock implements Clock {
  chance = 0.5;
  #now = 1_000_000;
  #timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  random(): number {
    return this.chance;
  }

  /** How long until each timer runs, soonest first. */
  get waits(): number[] {
    return this.#timers.map(({ at }) => at - this.#now).sort((a, b) => a - b);
  }

  /** Goes on by so much, running what is due in order, and lets what follows from each settle. */
  async go(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#timers.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = next.at;
      next.run();
      await settled();
    }
    this.#now = end;
    await settled();
  }
}

/** Resolves when nothing is left that follows from what has happened: every promise that could go on has. */
export const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
