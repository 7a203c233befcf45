import type { VisitorIdentity } from '../sockets/server.ts';
import type { Context } from '../context.ts';
import { newToken, sessionOf, tokenId } from '../tokens.ts';

/** A link to another device is good for this long, and once. */
const LINK_MS = 24 * 60 * 60 * 1000;

/**
 * A secret that makes another device the same visitor's. Only its hash is kept (`sessions`, kind `link`), and goes with
 * the sessions that have ended.
 */
export async function newDeviceLink(
  { storage, now }: Context,
  { visitorId, siteId }: Pick<VisitorIdentity, 'visitorId' | 'siteId'>,
): Promise<{ key: string; until: number }> {
  const key = newToken();
  const until = now() + LINK_MS;
  await storage.insert('sessions', [
    {
      id: tokenId(key),
      kind: 'link',
      subjectId: visitorId,
      siteId,
      createdAt: now(),
      expiresAt: until,
      seenAt: now(),
    },
  ]);
  return { key, until };
}

/** Whether a link can still be used. It is not used up: programs that check mail open every link. */
export async function isDeviceLink(context: Context, siteId: string, key: string): Promise<boolean> {
  return (await sessionOf(context, 'link', key))?.siteId === siteId;
}

/** Uses a link up. @returns whose it is; undefined when it was used before, has run out, or never was. */
export async function useDeviceLink(
  context: Context,
  siteId: string,
  key: string,
): Promise<string | undefined> {
  const link = await sessionOf(context, 'link', key);
  if (link?.siteId !== siteId) return undefined;
  // Of two at once one wins.
  const { id, expiresAt, subjectId } = link;
  const used = await context.storage.update('sessions', id, { expiresAt: 0 }, { kind: 'link', expiresAt });
  return used && subjectId;
}
