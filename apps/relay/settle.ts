/** Looking takes no more than one part in so many of the time, and does not wait for longer than this. */
const SHARE = 20;
const MOST_MS = 5_000;

/**
 * For how many milliseconds changes are gathered until what they changed is looked at again: for `least`, and for longer where
 * the last look `took` long. A queue of a thousand, or a day of eight thousand contacts, must not keep a busy relay looking at it.
 */
export const settleMs = (least: number, took: number): number =>
  Math.min(MOST_MS, Math.max(least, SHARE * took));
