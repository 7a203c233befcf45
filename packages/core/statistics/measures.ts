/** The nearest-rank percentile: a value that somebody really had; null of none. `p` from 0 to 1. */
export function percentile(values: readonly number[], p: number): number | null {
  const sorted = new Float64Array(values).sort();
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? null;
}

/** The mean; null of none. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** An index of the survey: 1 is 0, 5 is 100, the mean of all; none with fewer answers than the least number. */
export function surveyIndex(scores: readonly number[], least: number): { value: number | null; of: number } {
  const average = mean(scores);
  const told = average !== null && scores.length >= least;
  return { value: told ? (average - 1) * 25 : null, of: scores.length };
}
