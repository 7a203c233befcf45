import { dictionary } from '@zxcvbn-ts/language-common';
import { fail } from '@lotsa/protocol';
import SWEDISH from './swedish-words.json' with { type: 'json' };

/** Rows of keys, and the alphabet: runs along them are no passwords. */
const RUNS = [
  'abcdefghijklmnopqrstuvwxyzåäö',
  '01234567890123456789',
  'qwertyuiopåasdfghjklöäzxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
];
const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** A word that is longer holds by itself. */
const LONG = 20;

let known: Set<string> | undefined;
/** The passwords that leak most often, and Swedish words that they are made of. Read when the first password is chosen. */
function common(): Set<string> {
  known ??= new Set(
    [...(dictionary['passwords-common'] ?? []), ...SWEDISH].map((word) => word.toLowerCase()),
  );
  return known;
}

const plainOf = (text: string): string => [...text].map((letter) => LEET[letter] ?? letter).join('');
const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}]/gu, '');

/**
 * Refuses a password that is guessed early (NIST SP 800-63B, 3.1.1.2): one that leaked often, a common word with a year or
 * signs around it, a run of keys, a repeated piece, or one that is mostly the user's name or the municipality's.
 * @param names of the user, the municipality and the service.
 * @throws LotsaError `invalid_payload` at `password`.
 */
export function refuseWeak(password: string, names: readonly string[]): void {
  const given = password.normalize('NFKC').toLowerCase();
  const rule = isNamed(given, names) ? 'password_named' : isCommon(given) ? 'password_common' : null;
  if (rule) throw fail('invalid_payload', { field: 'password', rule });
}

function isCommon(given: string): boolean {
  const words = common();
  if (words.has(given) || new Set(given).size < 5) return true;
  if (isRepeated(given)) return true;
  const bare = given.replaceAll(/[\s\p{P}\p{S}]/gu, '');
  if (RUNS.some((run) => bare.length > 3 && covers(bare, run))) return true;
  // A common word, whatever numbers and signs stand around it, and whatever signs stand for letters in it.
  const core = withinLetters(given);
  return [core, plainOf(core), lettersOf(core)].some((word) => word.length < LONG && words.has(word));
}

/** Whether it is a piece of up to six characters again and again, with up to three after it. */
function isRepeated(given: string): boolean {
  return [1, 2, 3, 4, 5, 6].some((length) => {
    const piece = given.slice(0, length);
    let at = length;
    while (given.startsWith(piece, at)) at += length;
    return at > length && given.length - at <= 3;
  });
}

/** From its first letter to its last. */
function withinLetters(given: string): string {
  const letters = [...given];
  const isLetter = (sign: string): boolean => /\p{L}/u.test(sign);
  const first = letters.findIndex(isLetter);
  return first === -1 ? '' : letters.slice(first, letters.findLastIndex(isLetter) + 1).join('');
}

/** Whether it is made of pieces of a run, forwards or backwards. */
function covers(text: string, run: string): boolean {
  const both = [run, [...run].toReversed().join('')];
  let at = 0;
  while (at < text.length) {
    let longest = 0;
    for (let length = text.length - at; length >= 4 && longest === 0; length -= 1)
      if (both.some((line) => line.includes(text.slice(at, at + length)))) longest = length;
    if (longest === 0) return text.length - at < 4 && at > 0;
    at += longest;
  }
  return true;
}

function isNamed(given: string, names: readonly string[]): boolean {
  const parts = names
    .flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length > 3)
    .toSorted((a, b) => b.length - a.length);
  let rest = given;
  const before = lettersOf(rest).length;
  for (const part of parts) rest = rest.replaceAll(part, '');
  const after = lettersOf(rest).length;
  // What is left without the names has to be a password of its own.
  return after < before && (after < 6 || common().has(lettersOf(rest)));
}
