/** Where something is in a text: from `start` up to, not including, `end`, as `slice` takes them. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

// ASCII, Arabic-Indic, extended Arabic-Indic and full-width digits: the low four bits of each are its value.
const DIGIT = '[0-9٠-٩۰-۹０-９]';
const TWO = DIGIT + '{2}';
// Before the last four: spaces, plus, hyphens and dashes of every kind, invisible marks of direction.
const GAP =
  '[-+\\s\\xad\\u200b-\\u2015\\u202a-\\u202e\\u2060-\\u2069\\u2212\\ufe58\\ufe63\\uff0b\\uff0d]{0,5}';
// Every part is of bounded length, so the search takes linear time.
const CANDIDATE = new RegExp(
  `(?<!${DIGIT})(?:${TWO})?${TWO}([-‐-―.\\s]?)${TWO}\\1${TWO}(${GAP})${TWO}${TWO}(?!${DIGIT})`,
  'g',
);
const DIGITS = new RegExp(DIGIT, 'g');

/**
 * Finds Swedish personal numbers and coordination numbers (day + 60) in free text: ten or twelve digits, with or without
 * a separator before the last four, that hold a date which exists and pass Luhn's check (rule P2; folkbokföringslagen
 * 1991:481 18 §, lag 2022:1697 om samordningsnummer). A date in the future counts too: somebody mistyped the century.
 *
 * Ten bare digits that fulfil all of it are taken for a personal number even if they were meant as a phone number.
 */
export function findPersonalNumbers(text: string): TextRange[] {
  const found: { start: number; end: number }[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match; (match = CANDIDATE.exec(text)); CANDIDATE.lastIndex = match.index + 1) {
    const [whole, dash = '', gap = ''] = match;
    // 1912-12-12 has to go on with a hyphen, or any date followed by a time or a year would be a candidate; what is written
    // with points or spaces has to go on with something.
    const goesOn = /[.\s]/.test(dash) ? gap !== '' : gap.includes(dash);
    if (!goesOn || !isPersonalNumber(whole)) continue;
    const end = match.index + whole.length;
    const last = found.at(-1);
    if (last && match.index < last.end) last.end = end;
    else found.push({ start: match.index, end });
  }
  return found;
}

/**
 * The text with each personal number in it replaced by `mask`, which must hold no digits, and how many were. Masking what
 * is masked changes nothing.
 */
export function maskPersonalNumbers(text: string, mask = '••••••-••••'): { text: string; found: number } {
  const ranges = findPersonalNumbers(text);
  let masked = '';
  let from = 0;
  for (const { start, end } of ranges) {
    masked += text.slice(from, start) + mask;
    from = end;
  }
  return { text: masked + text.slice(from), found: ranges.length };
}

function isPersonalNumber(candidate: string): boolean {
  const digits = Array.from(candidate.match(DIGITS) ?? [], (digit) => digit.charCodeAt(0) & 15);
  const pair = (at: number): number => Number(digits.at(at)) * 10 + Number(digits.at(at + 1));
  // Ten digits do not tell the century; 2000 is as leap as any other, so it allows every date one of them has.
  const century = digits.length > 10 ? pair(0) : 20;
  const month = pair(-8) - 1;
  const day = pair(-6);
  const date = new Date(Date.UTC(century * 100 + pair(-10), month, day > 60 ? day - 60 : day));
  const luhn = digits
    .slice(-10)
    .map((digit, at) => (at % 2 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2))
    .reduce((sum, digit) => sum + digit);
  return century > 17 && century < 21 && date.getUTCMonth() === month && luhn % 10 === 0;
}
