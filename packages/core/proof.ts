/** How many came to the same door lately, and how many that is when all is well. */
export interface Rush {
  came: number;
  usual: number;
}

/** The first proof: half a second of an old phone (32,768 hashes on average). */
const FIRST_BITS = 15;
/** Half a minute of an old phone, in the worst of days; no more is ever asked. */
const MOST_BITS = 20;
/** What somebody who comes from where a banned visitor was is asked more: four times the work. */
const SUSPECT_BITS = 2;

/** How long a proof is good, in milliseconds. */
export const PROOF_MS = 10 * 60 * 1000;

/**
 * How many zero bits the proof of a newcomer must have (rule B2): none while no more come than usual, and one more, which is
 * twice the work, for each time that the number doubles.
 */
export function proofBits(rushes: readonly Rush[], suspect: boolean): number {
  const over = Math.max(0, ...rushes.map(({ came, usual }) => came / usual));
  if (over < 1 && !suspect) return 0;
  const bits = FIRST_BITS + Math.floor(Math.log2(Math.max(1, over))) + (suspect ? SUSPECT_BITS : 0);
  return Math.min(MOST_BITS, bits);
}

/** What a proof is hashed with: bound to one request at one site, so that it serves once. */
export const proofAbout = (siteId: string, requestId: string): string => `lotsa ${siteId} ${requestId}`;

/** The text whose SHA-256 a nonce is hashed behind. */
export const proofText = (about: string, at: number): string => `${about} ${at}`;
