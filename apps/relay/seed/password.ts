import { randomInt } from 'node:crypto';

/** No letters or digits that look like another (l and 1, o and 0). */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password that is easy to type from a screen: four groups of four, 79 bits. */
export function readablePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
