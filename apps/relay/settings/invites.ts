import { isActive } from '@lotsa/core';
import { fail, MailAddress } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import * as v from 'valibot';
import { mailChoicesOf } from '../mail/choices.ts';
import { inviteLetter } from '../mail/staff-letters.ts';
import { hashPassword } from '../passwords.ts';
import type { Relay } from '../sockets/relay.ts';
import { weakNames } from '../sign-in/weak-names.ts';
import { refuseWeak } from '../sign-in/weak-passwords.ts';
import { newToken, sessionOf, tokenId } from '../tokens.ts';
import { endSessions } from './deactivate.ts';

/** How long a one-time link holds: over a weekend. */
const INVITE_MS = 72 * 60 * 60 * 1000;

/** A one-time link, until it is used or its time is up. */
interface Invite {
  token: string;
  expiresAt: number;
}

/** Makes a link by which a user sets its password, once. Those from before hold no more. */
export async function inviteUser(
  relay: Pick<Relay, 'context' | 'audit'>,
  by: UserDoc,
  userId: string,
): Promise<Invite> {
  const { storage, now } = relay.context;
  const user = await storage.get('users', userId);
  if (!user || !isActive(user)) throw fail('not_found', {});
  await relay.audit(by, 'userInvited', `users:${userId}`);
  const earlier = await storage.find('sessions', {
    index: 'bySubject',
    equals: { kind: 'invite', subjectId: userId },
    limit: 100,
  });
  for (const { id } of earlier.docs) await storage.update('sessions', id, { expiresAt: now() });
  const token = newToken();
  const expiresAt = now() + INVITE_MS;
  await storage.insert('sessions', [
    {
      id: tokenId(token),
      kind: 'invite',
      subjectId: userId,
      siteId: '',
      createdAt: now(),
      expiresAt,
      seenAt: 0,
    },
  ]);
  return { token, expiresAt };
}

/**
 * Sends a one-time link to its user, where there is a mail server and an address. Without a server it is kept nowhere.
 * @returns the address, null where it goes nowhere.
 */
export async function mailInvite(
  { context, directory, mail }: Pick<Relay, 'context' | 'mail' | 'directory'>,
  userId: string,
  { token, expiresAt }: Invite,
): Promise<string | null> {
  const user = await context.storage.get('users', userId);
  const to = v.safeParse(MailAddress, user?.email);
  const [site] = (await directory()).sites.values();
  const { smtpUrl, publicUrl } = context.config;
  if (smtpUrl === null || !user || !to.success || !site) return null;
  const { language } = mailChoicesOf(user);
  await mail.queue({
    id: `invite:${tokenId(token)}`,
    kind: 'invite',
    site,
    to: to.output,
    language,
    letter: inviteLetter(user, site, expiresAt, `${publicUrl}/console/welcome#token=${token}`, language),
    giveUpAt: expiresAt,
  });
  return to.output;
}

/** Sets the password of whoever a one-time link is for. Whoever was signed in as it is out. */
export async function setPassword(relay: Relay, token: string, password: string): Promise<UserDoc> {
  const { storage, now } = relay.context;
  const invite = await sessionOf(relay.context, 'invite', token);
  const user = invite && (await storage.get('users', invite.subjectId));
  if (!invite || !user || !isActive(user)) throw fail('not_found', {});
  refuseWeak(password, await weakNames(relay, user));
  const passwordHash = await hashPassword(password);
  const { id, expiresAt } = invite;
  // Of two at once one uses it.
  if (!(await storage.update('sessions', id, { expiresAt: now() }, { expiresAt })))
    throw fail('not_found', {});
  await relay.audit(user, 'passwordSet', `users:${user.id}`);
  await endSessions(relay, user.id);
  await storage.update('users', user.id, { passwordHash });
  await relay.settingsChanged();
  return { ...user, passwordHash };
}
