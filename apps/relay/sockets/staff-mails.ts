import {
  type DigestAnswers,
  type digestRequests,
  fail,
  LIMITS,
  type MailAnswers,
  type MailEntry,
  type mailRequests,
} from '@lotsa/protocol';
import type { MailDoc } from '@lotsa/storage';
import { mailChoicesOf } from '../mail/choices.ts';
import { readDigest } from '../mail/digests.ts';
import { GIVE_UP_MS } from '../mail/retrying.ts';
import { senderOf } from '../mail/sender-of.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Answers a console's requests about mail: what has left and what has not, and what this user wants of it. */
export function mailHandlers({
  relay,
  user,
  requireProof,
}: StaffDesk): Handlers<typeof mailRequests & typeof digestRequests, MailAnswers & DigestAnswers> {
  const { context, audit, postman } = relay;
  const { storage, config, now } = context;

  async function administered(id: string): Promise<MailDoc> {
    requireAdministrator();
    const mail = await storage.get('mails', id);
    if (!mail) throw fail('not_found', {});
    return mail;
  }

  function requireAdministrator(): void {
    if (user.role !== 'administrator') throw fail('forbidden', {});
  }

  return {
    async 'mails:list'({ state, after }) {
      requireAdministrator();
      const { docs, next } = await storage.find('mails', {
        ...(state === null ? { index: 'byTime' as const } : { index: 'byState' as const, equals: { state } }),
        order: 'desc',
        limit: LIMITS.pageList,
        after,
      });
      return { mails: docs.map(entryOf), next, server: config.smtpUrl !== null };
    },

    async 'mail:read'({ id }) {
      const mail = await administered(id);
      // What is in it lets somebody in: whoever makes such a link proves who it is, and so does whoever reads one.
      if (mail.kind === 'invite') await requireProof();
      if (mail.text === '') throw fail('wrong_status', { status: mail.state });
      await audit(user, 'mailRead', id);
      const site = (await relay.directory()).sites.get(mail.siteId);
      return {
        ...entryOf(mail),
        recipient: mail.to,
        from: site ? senderOf(config, site, mail.language).address : '',
        subject: mail.subject,
        language: mail.language,
        text: mail.text,
      };
    },

    async 'mail:resend'({ id }) {
      const mail = await administered(id);
      const { state } = mail;
      const stands = (state === 'failed' || state === 'kept') && config.smtpUrl !== null;
      if (!stands) throw fail('wrong_status', { status: state });
      await audit(user, 'mailResent', id);
      const at = now();
      const again = await storage.update(
        'mails',
        id,
        { state: 'queued', nextTryAt: at, giveUpAt: at + GIVE_UP_MS, endedAt: null, error: null },
        { state },
      );
      if (!again) throw fail('wrong_status', { status: state });
      postman.hurry();
      return entryOf(again);
    },

    async 'mail-choices:get'() {
      const now_ = (await storage.get('users', user.id)) ?? user;
      return { ...mailChoicesOf(now_), email: now_.email || null };
    },

    async 'mail-choices:set'(choices) {
      await storage.update('users', user.id, { mail: choices });
      return null;
    },

    async 'digest:get'({ weeksAgo }) {
      if (user.role !== 'specialist') throw fail('forbidden', {});
      return readDigest(storage, (await storage.get('users', user.id)) ?? user, weeksAgo, now());
    },
  };
}

/** A mail as the list shows it: not whose it is. */
const entryOf = (mail: MailDoc): MailEntry => ({
  id: mail.id,
  kind: mail.kind,
  state: mail.state,
  to: mail.to.replace(/^(.)[^@]*/u, '$1***'),
  createdAt: mail.createdAt,
  tries: mail.tries,
  nextTryAt: mail.nextTryAt,
  endedAt: mail.endedAt,
  error: mail.error,
  readable: mail.text !== '',
});
