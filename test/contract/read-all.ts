import type { CollectionName, Documents, Query, Storage } from '@lotsa/storage';
import type { Message } from '@lotsa/protocol';

/** Every document that a query meets, page by page. */
export async function readAll<C extends CollectionName>(
  storage: Storage,
  collection: C,
  query: Query<C>,
): Promise<Documents[C][]> {
  const docs: Documents[C][] = [];
  let after = query.after ?? null;
  do {
    const page = await storage.find(collection, { ...query, after });
    docs.push(...page.docs);
    after = page.next;
  } while (after !== null);
  return docs;
}

/** All messages of a conversation, in order. */
export function messagesOf(storage: Storage, conversationId: string): Promise<Message[]> {
  return readAll(storage, 'messages', { index: 'bySeq', equals: { conversationId }, limit: 1_000 });
}
