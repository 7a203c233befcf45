import { isDeepStrictEqual } from 'node:util';
import { messagesOf, pagesOf } from '../copy-storage.ts';
import type { Adapter, Documents } from '../port.ts';
import { openDoc, sealDoc } from './encrypted-storage.ts';
import { isFresh, type Sealed, SEALED_COLLECTIONS } from './fields.ts';
import type { Sealer } from './sealer.ts';

/** A document that changed while it was rewritten is met again in the next pass. */
const MAX_PASSES = 5;

/**
 * Writes everything that is not written with the first key with it, also what is not encrypted yet; in batches, while others read and
 * write. What changed meanwhile is left to whoever changed it, and looked at again.
 * @param inner the storage below the encryption.
 * @returns how many documents were written.
 * @throws Error when some would not be done: another relay still writes with another key.
 */
export async function rotateKeys(inner: Adapter, sealer: Sealer): Promise<number> {
  let all = 0;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const { stale, done } = await onePass(inner, sealer);
    all += done;
    if (stale === 0) return all;
  }
  throw new Error(
    'some texts are still written with another key; give every relay the new ENCRYPTION_KEYS first',
  );
}

async function onePass(inner: Adapter, sealer: Sealer): Promise<{ stale: number; done: number }> {
  let [stale, done] = [0, 0];
  const rewrite = async <C extends Sealed>(collection: C, docs: readonly Documents[C][]): Promise<void> => {
    const old = docs.filter((doc) => !isFresh(collection, doc, sealer));
    stale += old.length;
    const results = await Promise.all(old.map((doc) => rewriteOne(inner, collection, doc, sealer)));
    done += results.filter(Boolean).length;
  };
  for (const collection of SEALED_COLLECTIONS) {
    if (collection === 'messages') continue;
    for await (const docs of pagesOf(inner, collection)) await rewrite(collection, docs);
  }
  for await (const conversations of pagesOf(inner, 'conversations')) {
    for (const { id } of conversations) {
      for await (const messages of messagesOf(inner, id, 0)) await rewrite('messages', messages);
    }
  }
  return { stale, done };
}

async function rewriteOne<C extends Sealed>(
  inner: Adapter,
  collection: C,
  doc: Documents[C],
  sealer: Sealer,
): Promise<boolean> {
  const fresh = sealDoc(collection, openDoc(collection, doc, sealer), sealer);
  // Only what changes is written, and only over what it was made of.
  const names = (Object.keys(fresh) as (keyof Documents[C])[]).filter(
    (name) => !isDeepStrictEqual(fresh[name], doc[name]),
  );
  const only = (it: Documents[C]): Partial<Documents[C]> =>
    Object.fromEntries(names.map((name) => [name, it[name]])) as Partial<Documents[C]>;
  const condition = Object.fromEntries(
    Object.entries(only(doc)).filter(([, value]) => value !== undefined),
  ) as Partial<Documents[C]>;
  const { conversationId, seq } = doc as { conversationId?: string; seq?: number };
  const id = collection === 'messages' ? `${conversationId}:${seq}` : doc.id;
  return inner.rewrite(collection, id, only(fresh), condition);
}
