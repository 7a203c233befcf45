import { createHash } from 'node:crypto';
import { caseMessageId } from '@lotsa/core';
import type { CaseDoc } from '@lotsa/storage';

/**
 * What an answer to a mail about a case proves itself by (rule M1): made of the case's first secret, which stays, so that it
 * is kept nowhere. Null where nobody has a secret of it, so that no mail has been sent.
 */
export const threadToken = ({ keyHashes: [first] }: Pick<CaseDoc, 'keyHashes'>): string | null =>
  first === undefined
    ? null
    : createHash('sha256').update(`mail-thread\n${first}`).digest('hex').slice(0, 32);

/** What of an answer's own id may go into a header of ours (RFC 5322, 3.6.4). */
const MESSAGE_ID = /^<[!-;=?-~]{1,250}>$/;
const MOST = 10;

/** The ids of a mail about a case, and of those before it: the last one is answered. */
export function mailThreadOf(
  doc: CaseDoc,
  mailId: string,
  host: string,
): { number: string; messageId: string; references: string[] } {
  const { number, log } = doc;
  const token = threadToken(doc) ?? '';
  const which = createHash('sha256').update(mailId).digest('hex').slice(0, 12);
  const came = log.flatMap(({ event }) => {
    const mail =
      event.type === 'received' ? event.opening.mail : event.type === 'supplemented' ? event.mail : null;
    return mail && MESSAGE_ID.test(mail.messageId) ? [mail.messageId] : [];
  });
  return {
    number,
    messageId: caseMessageId({ number, token }, which, host),
    references: [caseMessageId({ number, token }, '', host), ...came.slice(-MOST)],
  };
}
