import {
  fail,
  type IncomingMailAnswers,
  type IncomingMailEntry,
  type incomingMailRequests,
  LIMITS,
} from '@lotsa/protocol';
import type { IncomingMailDoc } from '@lotsa/storage';
import { mailboxId } from '../incoming-mail/reader.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Answers an administrator's requests about mail that came in: what became of it, and what nobody has taken. */
export function incomingMailHandlers({
  relay,
  user,
}: StaffDesk): Handlers<typeof incomingMailRequests, IncomingMailAnswers> {
  const { context, audit, mailReader } = relay;
  const { storage, config } = context;

  function requireAdministrator(): void {
    if (user.role !== 'administrator') throw fail('forbidden', {});
  }

  async function administered(id: string): Promise<IncomingMailDoc> {
    requireAdministrator();
    const mail = await storage.get('incomingMails', id);
    if (!mail) throw fail('not_found', {});
    return mail;
  }

  return {
    async 'incoming-mails:list'({ state, after }) {
      requireAdministrator();
      const { docs, next } = await storage.find('incomingMails', {
        ...(state === null ? { index: 'byTime' as const } : { index: 'byState' as const, equals: { state } }),
        order: 'desc',
        limit: LIMITS.pageList,
        after,
      });
      const box =
        config.imapUrl === null ? undefined : await storage.get('mailboxes', mailboxId(config.imapUrl));
      const { lookedAt = null, reachedAt = null, error = null } = box ?? {};
      return {
        mails: docs.map(entryOf),
        next,
        mailbox: config.imapUrl === null ? null : { lookedAt, reachedAt, error },
      };
    },

    async 'incoming-mail:read'({ id }) {
      const mail = await administered(id);
      if (!isReadable(mail)) throw fail('wrong_status', { status: mail.state });
      await audit(user, 'incomingMailRead', id);
      return { ...entryOf(mail), sender: mail.sender, subject: mail.subject, text: mail.text };
    },

    async 'incoming-mail:retry'({ id }) {
      const mail = await administered(id);
      const { state } = mail;
      if (!isRetriable(mail) || config.imapUrl === null) throw fail('wrong_status', { status: state });
      await audit(user, 'incomingMailRetried', id);
      const again = await storage.update('incomingMails', id, { state: 'waiting', tries: 0 }, { state });
      if (!again) throw fail('wrong_status', { status: state });
      mailReader.hurry();
      return entryOf(again);
    },
  };
}

/** What is in a case is read there, by whom the case concerns. */
const isReadable = ({ caseNumber, subject, text }: IncomingMailDoc): boolean =>
  caseNumber === null && subject + text !== '';

const isRetriable = ({ state, why }: IncomingMailDoc): boolean =>
  state === 'held' || (state === 'ignored' && why !== 'own') || (state === 'failed' && why !== 'notMail');

/** A mail as the list shows it: not whose it is. */
const entryOf = (mail: IncomingMailDoc): IncomingMailEntry => ({
  id: mail.id,
  state: mail.state,
  why: mail.why,
  from: mail.sender.replace(/^(.)[^@]*/u, '$1***'),
  receivedAt: mail.receivedAt,
  caseNumber: mail.caseNumber,
  readable: isReadable(mail),
  retriable: isRetriable(mail),
});
