import { createHmac, randomInt } from 'node:crypto';
import type { Identity } from '@lotsa/protocol';
import type { Context } from '../context.ts';
import type { Claims } from '../sign-in/sso.ts';
import type { VisitorSsoConfig } from '../sign-in/visitor-sso-config.ts';
import { cookieName, readCookie } from '../cookies.ts';
import { newToken, sessionOf, tokenId } from '../tokens.ts';

/** A code is written off one window into another. */
const CODE_MS = 5 * 60_000;
/** A form is filled in and sent within this. */
const FORM_MS = 2 * 60 * 60_000;
/** Without what looks alike: eight of them are 10^12 codes. */
const SIGNS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** What no site is called. */
const KEY = '*eid';

/** The key that personal numbers are hashed with: made once, sealed where encryption is on, and told to nobody. */
async function keyOf({ storage, now }: Context): Promise<string> {
  const made = { id: KEY, secret: newToken(), madeAt: now(), previous: '', previousUntil: 0 };
  await storage.insert('identitySecrets', [made]);
  return (await storage.get('identitySecrets', KEY))?.secret ?? '';
}

const textOf = (claim: unknown): string => (typeof claim === 'string' ? claim.trim() : '');

/**
 * Who somebody is by an e-identification. A personal number is kept as a keyed hash, by which the same person is the same
 * again, and shown with its year alone (rule P2).
 */
export async function identityFrom(
  context: Context,
  { name: provider, numberClaim, assurance }: VisitorSsoConfig,
  claims: Claims,
): Promise<Identity> {
  const number = numberClaim ? textOf(claims[numberClaim]).replace(/\D/g, '') : '';
  const whole = number.length === 12;
  const name = textOf(claims['name']).replace(/\s+/g, ' ').slice(0, 120);
  return {
    by: 'eid',
    provider,
    subject: createHmac('sha256', await keyOf(context))
      .update(JSON.stringify([claims.iss, whole ? number : claims.sub]))
      .digest('base64url'),
    assurance,
    at: context.now(),
    ...(name && { name }),
    ...(whole && { personalNumber: `${number.slice(0, 4)}••••-••••` }),
  };
}

/** Keeps an identity for a chat: whoever writes this code there is the one. */
export async function codeFor(context: Context, siteId: string, identity: Identity): Promise<string> {
  const code = Array.from({ length: 8 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  await keep(context, 'code', `${siteId}\n${code}`, siteId, identity, CODE_MS);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** Takes the identity that a code stands for, once. */
export async function takeCode(context: Context, siteId: string, given: string): Promise<Identity | null> {
  const code = given.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const kept = await sessionOf(context, 'code', `${siteId}\n${code}`);
  if (!kept?.identity) return null;
  const { expiresAt } = kept;
  const taken = await context.storage.update(
    'sessions',
    kept.id,
    { expiresAt: context.now() },
    { expiresAt },
  );
  return taken ? kept.identity.who : null;
}

/** Keeps an identity for this browser's forms. @returns the cookie's value. */
export async function keepForForms(context: Context, siteId: string, identity: Identity): Promise<string> {
  const token = newToken();
  await keep(context, 'identified', token, siteId, identity, FORM_MS);
  return token;
}

/** Who this browser's forms are from, if it was identified at this site. */
export async function identityInForms(
  context: Context,
  siteId: string,
  cookieHeader: string | undefined,
): Promise<Identity | null> {
  const token = readCookie(cookieHeader, cookieName(context.config, 'identified'));
  const kept = await sessionOf(context, 'identified', token);
  return kept?.siteId === siteId ? (kept.identity?.who ?? null) : null;
}

/** Forgets it. */
export async function forgetInForms(context: Context, cookieHeader: string | undefined): Promise<void> {
  const token = readCookie(cookieHeader, cookieName(context.config, 'identified'));
  if (token) await context.storage.update('sessions', tokenId(token), { expiresAt: context.now() });
}

async function keep(
  { storage, now }: Context,
  kind: 'code' | 'identified',
  token: string,
  siteId: string,
  who: Identity,
  ms: number,
): Promise<void> {
  const at = now();
  const identity = { who, until: at + ms };
  const doc = { id: tokenId(token), kind, subjectId: '', siteId, createdAt: at, seenAt: at };
  await storage.insert('sessions', [{ ...doc, expiresAt: at + ms, identity }]);
}
