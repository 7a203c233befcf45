import { joinsCase, numbersIn } from '@lotsa/core';
import type { CaseDoc } from '@lotsa/storage';
import { threadToken } from '../cases/case-thread.ts';
import type { Relay } from '../sockets/relay.ts';
import type { ReadMail } from './read-mail.ts';

/** Cases that one mail may make us look up. */
const MOST = 6;

/** The case that a mail belongs to (rule M1): the one that it answers, before one that its subject names. */
export async function caseOfMail(
  { cases }: Pick<Relay, 'cases'>,
  { marks, subject, sender }: Pick<ReadMail, 'marks' | 'subject' | 'sender'>,
): Promise<CaseDoc | undefined> {
  const numbers = numbersIn(subject);
  const thread = { marks, numbers, sender: sender?.compared ?? '' };
  let named: CaseDoc | undefined;
  for (const number of [...new Set([...marks.map((mark) => mark.number), ...numbers])].slice(0, MOST)) {
    const doc = await cases.byNumber(number);
    const why = doc && joinsCase(thread, doc, threadToken(doc) ?? '');
    if (why === 'thread') return doc;
    if (why === 'contact') named ??= doc;
  }
  return named;
}
