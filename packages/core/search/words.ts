/**
 * A text as search compares it: small letters, without marks above and below (å and a are one, so that a text typed on any
 * keyboard is found), Arabic without vowel signs and with one form of each letter that is written in several, and western
 * digits.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'a')
    .replace(/ø/g, 'o');
}

/** Words longer than this are no words. */
const MAX_WORD = 40;

/** The words of a text, folded, in order. */
export function wordsOf(text: string): string[] {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length <= MAX_WORD);
}
