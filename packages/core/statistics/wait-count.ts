/** How often each number of seconds was waited: as exact as the list of waits, and no longer than there are different ones. */
export class WaitCount {
  readonly #times = new Map<number, number>();
  #all = 0;
  #sum = 0;

  add(seconds: number): void {
    this.#times.set(seconds, (this.#times.get(seconds) ?? 0) + 1);
    this.#all += 1;
    this.#sum += seconds;
  }

  get size(): number {
    return this.#all;
  }

  /** The mean; null of none. */
  mean(): number | null {
    return this.#all === 0 ? null : this.#sum / this.#all;
  }

  /** The nearest-rank percentile: a wait that somebody really had; null of none. `p` from 0 to 1. */
  percentile(p: number): number | null {
    let left = Math.max(1, Math.ceil(p * this.#all));
    for (const seconds of [...this.#times.keys()].toSorted((a, b) => a - b)) {
      left -= this.#times.get(seconds) ?? 0;
      if (left <= 0) return seconds;
    }
    return null;
  }
}
