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
