import { fail } from '@lotsa/protocol';

/** Writes under way with which nobody new is let in: the storage is behind, and those who are in go first. */
const CROWDED = 500;
/** The same, when one of them has waited for this long, in milliseconds. */
const CROWDED_MS = 1_500;
/** Writes under way with which no other is taken: what waits must not fill the memory. */
const FULL = 5_000;
/** Newcomers may try again after this long. */
const RETRY_AFTER_MS = 15_000;

/** Keeps those who are in a conversation fast when more come than the storage can take. */
export interface Admission {
  /** Does a write, and counts it while it is under way. @throws LotsaError `storage_unavailable` when there are too many. */
  write<T>(write: () => Promise<T>): Promise<T>;
  /** @throws LotsaError `overloaded` while no new conversation is taken. */
  newcomer(): void;
  /** How many writes are under way. */
  waiting(): number;
}

/** Makes it. `clock` gives milliseconds that only grow; `took` is told how long each write took. */
export function createAdmission(
  clock: () => number,
  took: (ms: number) => void = () => undefined,
): Admission {
  /** When each began, in this order. */
  const underWay = new Set<{ began: number }>();

  function isCrowded(): boolean {
    if (underWay.size >= CROWDED) return true;
    // The first one has waited longest.
    for (const { began } of underWay) return clock() - began >= CROWDED_MS;
    return false;
  }

  return {
    async write(write) {
      if (underWay.size >= FULL) throw fail('storage_unavailable', {});
      const one = { began: clock() };
      underWay.add(one);
      try {
        return await write();
      } finally {
        underWay.delete(one);
        took(clock() - one.began);
      }
    },
    newcomer() {
      if (isCrowded()) throw fail('overloaded', { retryAfterMs: RETRY_AFTER_MS });
    },
    waiting: () => underWay.size,
  };
}
