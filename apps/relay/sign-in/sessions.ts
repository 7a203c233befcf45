import { isActive } from '@lotsa/core';
import { fail, type SecondFactor, type SignedInDevice, type StepUpMethod } from '@lotsa/protocol';
import type { SessionDoc, UserDoc } from '@lotsa/storage';
import type { Request, Response } from 'express';
import type { Context } from '../context.ts';
import { cookieName, readCookie } from '../cookies.ts';
import { newToken, sessionOf, tokenId } from '../tokens.ts';
import { deviceName } from './device-name.ts';
import { factorsOf, secondFactors } from './factors.ts';

/** How long a sign-in lasts, whatever happens in it: a working day with its evening. */
const SESSION_MS = 12 * 60 * 60 * 1000;
/** The second half of a sign-in has to follow within this. */
const PENDING_MS = 10 * 60 * 1000;
/** A browser is known to a user for this long after its last sign-in there. */
const DEVICE_MS = 180 * 24 * 60 * 60 * 1000;
/** What is taken out of the house is given to whoever has proved this lately who it is. */
const FRESH_MS = 5 * 60 * 1000;
/** A session is seen at most this often. */
const SEEN_MS = 60_000;
const LIST = 100;

/** Somebody who is signed in, and by what. */
export interface SignedIn {
  user: UserDoc;
  session: SessionDoc;
}

/** Whose session a `Cookie` header carries; undefined without one that is still good. */
export async function signedInBy(
  cookieHeader: string | undefined,
  context: Context,
): Promise<SignedIn | undefined> {
  const token = readCookie(cookieHeader, cookieName(context.config, 'staff'));
  const session = await sessionOf(context, 'staff', token);
  const user = session && (await context.storage.get('users', session.subjectId));
  return session && user && isActive(user) ? { user, session } : undefined;
}

/** The sign-in that waits for its second half, unless it waited too long or waits for something else. */
export async function pendingOf(
  context: Context,
  cookieHeader: string | undefined,
  steps: readonly SessionDoc['step'][],
): Promise<SessionDoc | undefined> {
  const session = await sessionOf(
    context,
    'pending',
    readCookie(cookieHeader, cookieName(context.config, 'sign-in')),
  );
  return session && steps.includes(session.step) ? session : undefined;
}

/** The cookie of a sign-in that waits. It has to come along when another site leads back here, so it is not strict. */
const pendingCookie = ({ config }: Context) =>
  ({ httpOnly: true, sameSite: 'lax', secure: config.cookies.secure, path: '/' }) as const;
/** Strict: the console asks from its own page only, also when that page was opened by a link from elsewhere. */
const staffCookie = ({ config }: Context) =>
  ({ httpOnly: true, sameSite: 'strict', secure: config.cookies.secure, path: '/' }) as const;

/** Begins to wait for the second half of a sign-in. */
export async function beginPending(
  context: Context,
  response: Response,
  userId: string,
  step: NonNullable<SessionDoc['step']>,
  more: Partial<SessionDoc> = {},
): Promise<SessionDoc> {
  const token = newToken();
  const at = context.now();
  const doc: SessionDoc = {
    id: tokenId(token),
    kind: 'pending',
    subjectId: userId,
    siteId: '',
    createdAt: at,
    expiresAt: at + PENDING_MS,
    seenAt: 0,
    step,
    ...more,
  };
  await context.storage.insert('sessions', [doc]);
  response.cookie(cookieName(context.config, 'sign-in'), token, {
    ...pendingCookie(context),
    maxAge: PENDING_MS,
  });
  return doc;
}

/** Takes what waited: of two at once one has it. */
export async function takePending(
  context: Context,
  response: Response,
  { id, expiresAt }: SessionDoc,
): Promise<boolean> {
  response.clearCookie(cookieName(context.config, 'sign-in'), pendingCookie(context));
  return (
    (await context.storage.update('sessions', id, { expiresAt: context.now() }, { expiresAt })) !== undefined
  );
}

/** Signs somebody in with this browser, which is known to it from now on. */
export async function openSession(
  context: Context,
  request: Request,
  response: Response,
  user: UserDoc,
  how: NonNullable<SessionDoc['how']>,
): Promise<SessionDoc> {
  const { config, storage, now } = context;
  const token = newToken();
  const at = now();
  const base = { subjectId: user.id, siteId: '', createdAt: at, seenAt: at };
  const device = deviceName(request.headers['user-agent']);
  const session: SessionDoc = {
    ...base,
    id: tokenId(token),
    kind: 'staff',
    expiresAt: at + SESSION_MS,
    authAt: at,
    how,
    device,
  };
  const browser = readCookie(request.headers.cookie, cookieName(config, 'device')) ?? newToken();
  const known: SessionDoc = {
    ...base,
    id: knownId(browser, user.id),
    kind: 'device',
    expiresAt: at + DEVICE_MS,
  };
  await storage.insert('sessions', [session]);
  if ((await storage.insert('sessions', [known])) === 0)
    await storage.update('sessions', known.id, { expiresAt: known.expiresAt, seenAt: at });
  response
    .cookie(cookieName(config, 'staff'), token, { ...staffCookie(context), maxAge: SESSION_MS })
    .cookie(cookieName(config, 'device'), browser, { ...staffCookie(context), maxAge: DEVICE_MS });
  return session;
}

/** One browser is known to each user for itself. */
const knownId = (browser: string, userId: string): string => tokenId(`${browser} ${userId}`);

/** The browser of a request when this user has signed in with it before; null for a stranger's. */
export async function knownDevice(
  context: Context,
  cookieHeader: string | undefined,
  userId: string,
): Promise<string | null> {
  const browser = readCookie(cookieHeader, cookieName(context.config, 'device'));
  if (!browser) return null;
  const known = await context.storage.get('sessions', knownId(browser, userId));
  return known?.kind === 'device' && known.expiresAt > context.now() ? known.id : null;
}

/** Forgets the sign-in in this browser; the browser itself stays known. */
export const clearStaffCookie = (context: Context, response: Response): Response =>
  response.clearCookie(cookieName(context.config, 'staff'), staffCookie(context));

/** Notes that a session is used, to the minute. */
export async function noteSeen({ storage, now }: Context, { id, seenAt }: SessionDoc): Promise<void> {
  if (now() - seenAt > SEEN_MS) await storage.update('sessions', id, { seenAt: now() });
}

/** The sign-ins of a user that go on, the latest first. */
export async function sessionsOf(
  { storage, now }: Context,
  userId: string,
  current: string,
): Promise<SignedInDevice[]> {
  const { docs } = await storage.find('sessions', {
    index: 'bySubject',
    equals: { kind: 'staff', subjectId: userId },
    order: 'desc',
    limit: LIST,
  });
  return docs
    .filter(({ expiresAt }) => expiresAt > now())
    .map(({ id, device = '', createdAt, seenAt }) => ({
      id,
      device,
      createdAt,
      seenAt,
      current: id === current,
    }))
    .toSorted((a, b) => Number(b.current) - Number(a.current) || b.createdAt - a.createdAt);
}

/** By what somebody can prove once more who it is. */
export async function stepUpMethods(context: Context, { user, session }: SignedIn): Promise<StepUpMethod[]> {
  const second: SecondFactor[] = secondFactors(await factorsOf(context, user.id));
  return [
    ...(second.includes('passkey') ? ['passkey' as const] : []),
    ...(second.includes('totp') ? ['totp' as const] : []),
    ...(user.passwordHash ? ['password' as const] : []),
    ...(session.how === 'sso' ? ['sso' as const] : []),
  ];
}

/** Whether somebody has proved lately who it is. */
export const isFresh = ({ now }: Context, { authAt, createdAt }: SessionDoc): boolean =>
  now() - (authAt ?? createdAt) <= FRESH_MS;

/**
 * For what is taken out of the house, and for what opens it: whoever sits there has proved within five minutes who it is.
 * @throws LotsaError `step_up`.
 */
export async function requireFresh(context: Context, signedIn: SignedIn): Promise<void> {
  if (!isFresh(context, signedIn.session))
    throw fail('step_up', { methods: await stepUpMethods(context, signedIn) });
}
