const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What has not arrived after this is given up; it can be sent again by hand. */
export const GIVE_UP_MS = 3 * 24 * HOUR;
/** An address that nothing has reached for this long is switched off. */
export const STOP_AFTER_MS = 5 * 24 * HOUR;

/** How long to wait after so many tries: seconds at first, hours at last (Standard Webhooks, "Deliverability"). */
export const waitAfter = (tries: number): number =>
  [5_000, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR][Math.max(0, tries - 1)] ?? 10 * HOUR;

/** The same wait spread by a tenth, so that what failed together does not come back together. @param random from 0 to 1. */
export const spread = (ms: number, random: number): number => Math.round(ms * (0.9 + random * 0.2));
