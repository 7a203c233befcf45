import { randomUUID } from 'node:crypto';
import { cookieName, readCookie } from './cookies.ts';
import type { Context } from './context.ts';
import { newToken, sessionOf, tokenId } from './tokens.ts';
import type { Relay } from './sockets/relay.ts';
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

type VisitedRelay = Pick<Relay, 'context' | 'bans'>;

/** A visitor's visit: who it is, and what its browser is to keep. */
export interface OpenedVisit extends VisitorIdentity {
  token: string;
  /** `Set-Cookie` for the token. Partitioned: the same visitor on two host sites is two visitors (CHIPS). */
  cookie: string;
}

/** Opens a visit: the visitor from before with its session prolonged, or a new one. One that is banned is known until then. */
export async function openVisit(
  relay: VisitedRelay,
  siteId: string,
  cookieHeader: string | undefined,
  token: string | undefined,
): Promise<OpenedVisit> {
  const { context } = relay;
  const known = await visitorOf(context, siteId, cookieHeader, token);
  if (!known) return newVisit(relay, siteId, randomUUID());
  const seenAt = context.now();
  const expiresAt = await keptUntil(relay, known.visitorId);
  await context.storage.update('sessions', known.sessionId, { expiresAt, seenAt });
  return { ...known, cookie: cookieOf(context, siteId, known.token, expiresAt) };
}

/** Opens a visit of a visitor on one more device. */
export async function newVisit(relay: VisitedRelay, siteId: string, visitorId: string): Promise<OpenedVisit> {
  const { context } = relay;
  const token = newToken();
  const sessionId = tokenId(token);
  const createdAt = context.now();
  const expiresAt = await keptUntil(relay, visitorId);
  await context.storage.insert('sessions', [
    {
      id: sessionId,
      kind: 'visitor',
      subjectId: visitorId,
      siteId,
      createdAt,
      expiresAt,
      seenAt: createdAt,
    },
  ]);
  return { visitorId, siteId, sessionId, token, cookie: cookieOf(context, siteId, token, expiresAt) };
}

/** Until when a visitor that is here now is known: also as long as it is kept out. */
const keptUntil = async ({ context, bans }: VisitedRelay, visitorId: string): Promise<number> =>
  Math.max(context.now() + VISITOR_MS, (await bans.until(visitorId)) ?? 0);

/** `Set-Cookie` for a visitor's token. */
function cookieOf(context: Context, siteId: string, token: string, expiresAt: number): string {
  const { config, now } = context;
  const attributes = config.cookies.secure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax';
  const seconds = Math.ceil((expiresAt - now()) / 1000);
  return `${siteCookie(context, siteId)}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; ${attributes}`;
}
