import type { MailDoc } from '@lotsa/storage';
import { noteUndelivered } from '../cases/undelivered.ts';
import type { Relay } from '../sockets/relay.ts';
import { caseOfMail } from './find-case.ts';
import type { Outcome } from './outcome.ts';
import type { ReadMail } from './read-mail.ts';

/**
 * A mail server says what became of a mail of ours (rule M4). One that it gave up is marked, and told in its case; that one
 * is only late needs nobody. Which mail it is about is told by that mail's id, which nobody can guess.
 */
export async function takeBounce(relay: Relay, mail: ReadMail): Promise<Outcome> {
  const { storage, now } = relay.context;
  const { statuses, about } = mail.report;
  // Some servers tell it in words alone: what they answer is what came back.
  const failed =
    statuses.length === 0 ? { status: null } : statuses.find(({ action }) => action === 'failed');
  const sent = await sentMail(relay, about ?? mail.headers.get('in-reply-to')?.[0]?.trim() ?? null);
  const doc = await caseOfMail(relay, { ...mail, sender: null });
  const number = sent?.thread || doc?.number || null;
  const outcome = {
    why: 'bounce',
    caseNumber: number,
    state: number === null ? 'ignored' : 'taken',
  } as const;
  if (!failed || (!sent && !doc)) return outcome;
  if (sent)
    await storage.update(
      'mails',
      sent.id,
      { state: 'undelivered', error: failed.status, endedAt: now() },
      { state: 'sent' },
    );
  if (number !== null)
    await noteUndelivered(relay, {
      number,
      mailId: sent?.id ?? mail.id,
      sentAt: sent?.createdAt ?? now(),
      status: failed.status,
    });
  return outcome;
}

async function sentMail(
  { context }: Pick<Relay, 'context'>,
  messageId: string | null,
): Promise<MailDoc | undefined> {
  if (!messageId) return undefined;
  const { docs } = await context.storage.find('mails', {
    index: 'byMessage',
    equals: { messageId },
    limit: 1,
  });
  return docs[0];
}
