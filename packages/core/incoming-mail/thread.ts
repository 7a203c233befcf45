import type { Case } from '@lotsa/protocol';

/** What a mail of ours says of its case, in a header that an answer repeats. */
export interface ThreadMark {
  number: string;
  token: string;
}

/**
 * The id of a mail about a case (RFC 5322, 3.6.4). Whoever answers repeats it in `In-Reply-To` and `References`.
 * @param token cannot be guessed. @param which tells mails of a case apart; empty for the thread itself.
 */
export const caseMessageId = ({ number, token }: ThreadMark, which: string, host: string): string =>
  `<${[number, token, ...(which ? [which] : [])].join('.')}@${host}>`;

const MARK = /<([a-z0-9]{2,8}-\d{4}-\d{6,9})\.([a-f0-9]{32})(?:\.[a-z0-9]{1,64})?@/gi;
const MOST = 20;

/** The marks of ours in `In-Reply-To` and `References`, the last first: it is what was answered. */
export const threadMarks = (references: readonly string[]): ThreadMark[] =>
  references
    .flatMap((text) => [...text.matchAll(MARK)])
    .map(([, number = '', token = '']) => ({ number: number.toUpperCase(), token: token.toLowerCase() }))
    .toReversed()
    .slice(0, MOST);

const NUMBER = /(?<![A-Z0-9-])[A-Z0-9]{2,8}-\d{4}-\d{6,9}(?![\d-])/g;

/** The numbers of cases that a subject names. */
export const numbersIn = (subject: string): string[] =>
  [...new Set(subject.toUpperCase().match(NUMBER) ?? [])].slice(0, 3);

/** What of a mail says which case it belongs to. */
export interface MailThread {
  marks: readonly ThreadMark[];
  /** Named in its subject. */
  numbers: readonly string[];
  /** Where an answer to it goes, as addresses are compared (`contactEmailOf`). */
  sender: string;
}

/**
 * Why a mail belongs to a case (rule M1): it answers a mail of ours, which only who has that mail can (`thread`), or it names
 * the number and is from the case's contact (`contact`). Null: it does not; a number alone, which anybody can guess, opens nothing.
 * @param token that of the case.
 */
export function joinsCase(
  { marks, numbers, sender }: MailThread,
  it: Pick<Case, 'number' | 'contactEmail'>,
  token: string,
): 'thread' | 'contact' | null {
  if (marks.some((mark) => mark.number === it.number && mark.token === token)) return 'thread';
  return numbers.includes(it.number) && sender !== '' && it.contactEmail === sender ? 'contact' : null;
}

/** "Re:" in the languages of those who write to us, as mail programs set it before what they answer and send on. */
const ANSWERED = /^(?:re|sv|vs|aw|ang|fw|fwd|vb|rif|r|رد) ?(?:\[\d{1,4}\])? ?:/i;
const MOST_ANSWERS = 20;

/** The subject of an answer: one thread keeps one subject, and it names the case. Null for a mail that had none. */
export function replySubject(subject: string, number: string): string | null {
  let bare = subject.trim();
  for (let n = 0; n < MOST_ANSWERS && ANSWERED.test(bare); n += 1) bare = bare.replace(ANSWERED, '').trim();
  if (bare === '') return null;
  return numbersIn(bare).includes(number) ? `Re: ${bare}` : `Re: ${bare} [${number}]`;
}
