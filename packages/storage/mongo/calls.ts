import { coded, unavailable } from './errors.ts';

/** The calls that are under way: so that a close finishes what was begun, and refuses what comes after. */
export class Calls {
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  /** Begins the work at once, so that what it copies of its arguments is what they are now. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw unavailable();
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      throw coded(error);
    } finally {
      this.#running.delete(running);
    }
  }

  /** Begins no more, and resolves when all that was begun has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running);
  }
}
