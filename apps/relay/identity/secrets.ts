import { fail, type IdentitySecretMade, type IdentitySecretState } from '@lotsa/protocol';
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

const stateOf = (
  { secret, madeAt, previous, previousUntil }: IdentitySecretDoc,
  now: number,
): IdentitySecretState => ({
  madeAt: secret ? madeAt : null,
  previousUntil: previous !== '' && previousUntil > now ? previousUntil : null,
});

/** What everybody who administers may know of a site's secret. */
export const secretState = async (context: Store, siteId: string): Promise<IdentitySecretState> =>
  stateOf(await secretOf(context, siteId), context.now());

/** The keys that a site's tokens may be signed with now, the newest first; none where it takes no tokens. */
export async function keysOf(context: Store, siteId: string): Promise<Uint8Array[]> {
  const { secret, previous, previousUntil } = await secretOf(context, siteId);
  return [secret, previousUntil > context.now() ? previous : '']
    .filter(Boolean)
    .map((key) => new TextEncoder().encode(key));
}

/** A site's secret, when it is still the one that somebody saw. @throws LotsaError `changed_meanwhile` */
export async function seenSecret(
  context: Store,
  siteId: string,
  madeAt: number | null,
): Promise<IdentitySecretDoc> {
  const doc = await secretOf(context, siteId);
  if (stateOf(doc, context.now()).madeAt !== madeAt) throw fail('changed_meanwhile', { name: null });
  return doc;
}

/** Sets it in the place of the one that was seen: of two at the same moment one wins. @throws LotsaError `changed_meanwhile` */
async function replace({ storage }: Store, seen: IdentitySecretDoc, doc: IdentitySecretDoc): Promise<void> {
  const won =
    (seen.secret === '' && (await storage.insert('identitySecrets', [doc])) === 1) ||
    (await storage.update('identitySecrets', doc.id, doc, { madeAt: seen.madeAt }));
  if (!won) throw fail('changed_meanwhile', { name: null });
}

/** Makes a site's secret: 32 random bytes in 43 characters, which are the key as they stand. It is told once, here. */
export async function makeSecret(context: Store, seen: IdentitySecretDoc): Promise<IdentitySecretMade> {
  const now = context.now();
  const doc: IdentitySecretDoc = {
    id: seen.id,
    secret: newToken(),
    madeAt: Math.max(now, seen.madeAt + 1),
    previous: seen.secret,
    previousUntil: seen.secret ? now + OVERLAP_MS : 0,
  };
  await replace(context, seen, doc);
  return { secret: doc.secret, ...stateOf(doc, now) };
}

/** The site takes no tokens any more, whatever they are signed with. */
export const removeSecret = (context: Store, seen: IdentitySecretDoc): Promise<void> =>
  replace(context, seen, none(seen.id));
