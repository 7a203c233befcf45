import { randomUUID } from 'node:crypto';
import { cookieName, readCookie } from './cookies.ts';
import type { Context } from './context.ts';
import { newToken, sessionOf, tokenId } from './tokens.ts';
import type { VisitorIdentity } from './sockets/server.ts';

/** A visitor is known for this long after its last visit (`visitorToken` of the retention plan). */
const VISITOR_MS = 24 * 60 * 60 * 1000;

/** A visitor's cookie is bound to the site, so that two sites on one relay do not share visitors. */
const siteCookie = ({ config }: Context, siteId: string): string =>
  `${cookieName(config, 'visitor')}-${siteId}`;

/** The visitor behind a request: by cookie, or by the token that a panel without cookies keeps. */
export async function visitorOf(
  context: Context,
  siteId: string,
  cookieHeader: string | undefined,
  token: string | undefined,
): Promise<(VisitorIdentity & { token: string }) | undefined> {
  for (const candidate of [readCookie(cookieHeader, siteCookie(context, siteId)), token]) {
    const session = await sessionOf(context, 'visitor', candidate);
    if (candidate && session?.siteId === siteId)
      return { visitorId: session.subjectId, siteId, sessionId: session.id, token: candidate };
  }
  return undefined;
}

/** A visitor's visit: who it is, and what its browser is to keep. */
export interface OpenedVisit extends VisitorIdentity {
  token: string;
  /** `Set-Cookie` for the token. Partitioned: the same visitor on two host sites is two visitors (CHIPS). */
  cookie: string;
}

/** Opens a visit: the visitor from before with its session prolonged, or a new one. */
export async function openVisit(
  context: Context,
  siteId: string,
  cookieHeader: string | undefined,
  token: string | undefined,
): Promise<OpenedVisit> {
  const known = await visitorOf(context, siteId, cookieHeader, token);
  if (!known) return newVisit(context, siteId, randomUUID());
  const seenAt = context.now();
  await context.storage.update('sessions', known.sessionId, { expiresAt: seenAt + VISITOR_MS, seenAt });
  return { ...known, cookie: cookieOf(context, siteId, known.token) };
}

/** Opens a visit of a visitor on one more device. */
export async function newVisit(context: Context, siteId: string, visitorId: string): Promise<OpenedVisit> {
  const token = newToken();
  const sessionId = tokenId(token);
  const createdAt = context.now();
  await context.storage.insert('sessions', [
    {
      id: sessionId,
      kind: 'visitor',
      subjectId: visitorId,
      siteId,
      createdAt,
      expiresAt: createdAt + VISITOR_MS,
      seenAt: createdAt,
    },
  ]);
  return { visitorId, siteId, sessionId, token, cookie: cookieOf(context, siteId, token) };
}

/** `Set-Cookie` for a visitor's token. */
function cookieOf(context: Context, siteId: string, token: string): string {
  const { secure } = context.config.cookies;
  const attributes = secure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax';
  return `${siteCookie(context, siteId)}=${token}; Path=/; Max-Age=${VISITOR_MS / 1000}; HttpOnly; ${attributes}`;
}
