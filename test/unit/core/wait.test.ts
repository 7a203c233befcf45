import { estimateWait, type WaitEstimate } from '@lotsa/core';
import { describe, expect, it } from 'vitest';

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const MEAN = 8 * 60_000;

/** How long conversations take: as if by chance, and as people are, most of them short and a few long (log-normal). */
const SERVICES = {
  exponential: (chance: () => number) => -MEAN * Math.log(1 - chance()),
  'log-normal': (chance: () => number) => {
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
    return MEAN * Math.exp(0.7 * normal - 0.7 ** 2 / 2);
  },
};

/** A queue before some places, worked off in order: what each one who came was told, and how long it waited. */
function simulate(seed: number, places: number, crowd: number, service: keyof typeof SERVICES) {
  const chance = random(seed);
  const took: number[] = [];
  const told: { estimate: WaitEstimate; waited: number }[] = [];
  /** When each place is free, and when those began who took places last. */
  const freeAt = Array.from({ length: places }, () => 0);
  const starts: number[] = [];
  const ended: { at: number; ms: number }[] = [];
  let now = 0;
  for (let i = 0; i < 6_000; i += 1) {
    now += -(MEAN / places / crowd) * Math.log(1 - chance());
    ended.sort((a, b) => b.at - a.at);
    for (let last = ended.at(-1); last && last.at <= now; last = ended.at(-1)) {
      took.push(last.ms);
      ended.pop();
    }
    const free = freeAt.filter((at) => at <= now).length;
    const place = starts.filter((at) => at > now).length + 1;
    const first = freeAt.indexOf(Math.min(...freeAt));
    const start = Math.max(now, freeAt[first] ?? 0);
    const ms = SERVICES[service](chance);
    freeAt[first] = start + ms;
    ended.push({ at: start + ms, ms });
    starts.push(start);
    if (starts.length > 500) starts.shift();
    const estimate = estimateWait(place, { places, free }, took.slice(-30));
    if (estimate) told.push({ estimate, waited: start - now });
  }
  return told;
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the estimate of the wait', () => {
  it.each([
    ['exponential', 4],
    ['exponential', 12],
    ['log-normal', 6],
    ['log-normal', 18],
  ] as const)(
    '[R3] is right on average within a tenth, and its range as often as it says: %s, %i places',
    (service, places) => {
      const waits = [1, 2, 3]
        .flatMap((seed) => simulate(seed, places, 0.97, service))
        .filter(({ estimate }) => estimate.expected > 0);
      expect(waits.length).toBeGreaterThan(2_000);
      const ratio =
        mean(waits.map(({ waited }) => waited)) / mean(waits.map(({ estimate }) => estimate.expected));
      expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
      const inside = waits.filter(
        ({ estimate, waited }) => estimate.low <= waited && waited <= estimate.high,
      );
      // Four of five.
      expect(inside.length / waits.length).toBeGreaterThan(0.7);
      expect(inside.length / waits.length).toBeLessThan(0.9);
    },
  );

  it('[R3] says nothing where there is nothing to tell from', () => {
    expect(estimateWait(1, { places: 3, free: 0 }, [1, 2, 3, 4])).toBeNull();
    expect(estimateWait(1, { places: 0, free: 0 }, [1, 2, 3, 4, 5])).toBeNull();
  });

  it('[R3] is nothing while there are places for all before', () => {
    expect(estimateWait(2, { places: 6, free: 2 }, [9, 9, 9, 9, 9])).toEqual({
      expected: 0,
      low: 0,
      high: 0,
    });
    expect(estimateWait(3, { places: 6, free: 2 }, [60, 60, 60, 60, 60])?.expected).toBe(10);
  });
});
