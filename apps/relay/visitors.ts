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

/** A visitor's visit: who it is, and what its browser is to keep. */
export interface OpenedVisit extends VisitorIdentity {
  token: string;
  /** `Set-Cookie` for the token. Partitioned: the same visitor on two host sites is two visitors (CHIPS). */
  cookie: string;
}

/** Opens a visit: the visitor from before with its session prolonged, or a new one. One that is banned is known until then. */
export async function openVisit(
  { context, bans }: Pick<Relay, 'context' | 'bans'>,
  siteId: string,
  cookieHeader: string | undefined,
  token: string | undefined,
): Promise<OpenedVisit> {
  const { storage, now, config } = context;
  const known = await visitorOf(context, siteId, cookieHeader, token);
  const used = known?.token ?? newToken();
  const sessionId = tokenId(used);
  const visitorId = known?.visitorId ?? randomUUID();
  const banned = known ? await bans.until(visitorId) : null;
  const expiresAt = Math.max(now() + VISITOR_MS, banned ?? 0);
  if (known) await storage.update('sessions', sessionId, { expiresAt, seenAt: now() });
  else {
    await storage.insert('sessions', [
      {
        id: sessionId,
        kind: 'visitor',
        subjectId: visitorId,
        siteId,
        createdAt: now(),
        expiresAt,
        seenAt: now(),
      },
    ]);
  }
  const attributes = config.cookies.secure ? 'Secure; SameSite=None; Partitioned' : 'SameSite=Lax';
  return {
    visitorId,
    siteId,
    sessionId,
    token: used,
    cookie: `${siteCookie(context, siteId)}=${used}; Path=/; Max-Age=${Math.ceil((expiresAt - now()) / 1000)}; HttpOnly; ${attributes}`,
  };
}
