import type { IdentitySecretMade, IdentitySecretState } from '@lotsa/protocol';
import type { IdentitySecretDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { newToken } from '../tokens.ts';

/** The secret before the last one is taken for another day, so that a web site can change it without a gap. */
const OVERLAP_MS = 24 * 60 * 60_000;

const none = (id: string): IdentitySecretDoc => ({
  id,
  secret: '',
  madeAt: 0,
  previous: '',
  previousUntil: 0,
});

type Store = Pick<Context, 'storage' | 'now'>;

const secretOf = async ({ storage }: Store, siteId: string): Promise<IdentitySecretDoc> =>
  (await storage.get('identitySecrets', siteId)) ?? none(siteId);

/** What everybody who administers may know of a site's secret. */
export async function secretState(context: Store, siteId: string): Promise<IdentitySecretState> {
  const { secret, madeAt, previous, previousUntil } = await secretOf(context, siteId);
  const overlaps = previous !== '' && previousUntil > context.now();
  return { madeAt: secret ? madeAt : null, previousUntil: overlaps ? previousUntil : null };
}

/** The keys that a site's tokens may be signed with now, the newest first; none where it takes no tokens. */
export async function keysOf(context: Store, siteId: string): Promise<Uint8Array[]> {
  const { secret, previous, previousUntil } = await secretOf(context, siteId);
  return [secret, previousUntil > context.now() ? previous : '']
    .filter(Boolean)
    .map((key) => new TextEncoder().encode(key));
}

/** Makes a site's secret: 32 random bytes in 43 characters, which are the key as they stand. It is told once, here. */
export async function makeSecret(context: Store, siteId: string): Promise<IdentitySecretMade> {
  const { storage, now } = context;
  const before = await secretOf(context, siteId);
  const secret = newToken();
  await storage.put('identitySecrets', {
    id: siteId,
    secret,
    madeAt: now(),
    previous: before.secret,
    previousUntil: before.secret ? now() + OVERLAP_MS : 0,
  });
  return { secret, ...(await secretState(context, siteId)) };
}

/** The site takes no tokens any more, whatever they are signed with. */
export const removeSecret = ({ storage }: Store, siteId: string): Promise<void> =>
  storage.put('identitySecrets', none(siteId));
