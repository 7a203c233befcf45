/** What can be done to a running Lotsa. */
export const FAULTS = [
  'killRelay',
  'rollRelay',
  'cut',
  'stall',
  'halfOpen',
  'trickle',
  'clockForward',
  'clockBack',
  'silentSockets',
  'badHandshakes',
  'slowReaders',
  'killRedis',
  'pauseRedis',
  'killDatabase',
  'pauseDatabase',
  'fillDisk',
] as const;
export type Fault = (typeof FAULTS)[number];

/** One fault, how long after the one before, for how long where it lasts (milliseconds), and which relay it meets. */
export interface Step {
  fault: Fault;
  after: number;
  lasts: number;
  relay: number;
}

/** Chance that is the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The schedule of a seed: `length` faults out of those that the world knows. */
export function schedule(seed: number, length: number, faults: readonly Fault[], relays: number): Step[] {
  const random = chance(seed);
  return Array.from({ length }, () => ({
    fault: faults[Math.floor(random() * faults.length)] ?? 'cut',
    after: Math.round(200 + random() * 800),
    lasts: Math.round(300 + random() * 1_500),
    relay: Math.floor(random() * relays),
  }));
}

/**
 * The shortest part of a failing schedule that still fails: halves first, then single steps (ddmin, Zeller 2002).
 * @param fails plays a schedule; a fault that depends on time may need several plays.
 */
export async function shortest(steps: Step[], fails: (steps: Step[]) => Promise<boolean>): Promise<Step[]> {
  let kept = steps;
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < kept.length;) {
      const without = [...kept.slice(0, at), ...kept.slice(at + size)];
      if (without.length < kept.length && (await fails(without))) kept = without;
      else at += size;
    }
  }
  return kept;
}
