/** A figure of Lotsa beside the reference's in the same run. */
export interface Comparison {
  figure: string;
  unit: string;
  lotsa: number;
  reference: number;
  /** What the ratio is to be. */
  target?: string;
}

/** The value below which `p` per cent of the samples lie (nearest rank). */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('no samples');
  return value;
}

/** The middle one. */
export const median = (samples: readonly number[]): number => percentile(samples, 50);

/** Of runs in turns, each beside the reference's run in the same turn, the pair with the median ratio. */
export function medianPair(
  lotsa: readonly number[],
  reference: readonly number[],
): Pick<Comparison, 'lotsa' | 'reference'> {
  const pairs = lotsa.map((value, i) => ({ lotsa: value, reference: reference[i] ?? Number.NaN }));
  const ratio = median(pairs.map((pair) => pair.lotsa / pair.reference));
  const found = pairs.find((pair) => pair.lotsa / pair.reference === ratio);
  if (!found) throw new RangeError('a run has no reference');
  return found;
}
