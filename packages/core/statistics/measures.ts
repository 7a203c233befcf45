/** The mean; null of none. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** An index of the survey from the sum of its scores: 1 is 0, 5 is 100, the mean of all; none with fewer answers than the least number. */
export const surveyIndex = (
  sum: number,
  of: number,
  least: number,
): { value: number | null; of: number } => ({
  value: of > 0 && of >= least ? (sum / of - 1) * 25 : null,
  of,
});
