import { createHash } from 'node:crypto';
import type { Conversation, Message } from '@lotsa/protocol';
import { type CollectionName, type Documents, type IndexName, INDEXES } from './collections.ts';
import type { Storage } from './port.ts';

/** How many documents a collection has, and a number that is the same exactly when they are. */
export interface Sum {
  count: number;
  checksum: string;
}

const PAGE = 500;
/** Conversations that are copied at once. */
const AT_ONCE = 50;
const APPENDED = ['conversations', 'messages', 'handoffs'] as const;
type Appended = (typeof APPENDED)[number];
const isAppended = (name: CollectionName): name is Appended => (APPENDED as readonly string[]).includes(name);
const COLLECTIONS = Object.keys(INDEXES) as CollectionName[];

/**
 * Copies everything of one storage into another, by the port alone: conversations are appended anew, message by message,
 * which gives the same documents. What is there already is left as it is, so a copy that was cut off is simply run again.
 */
export async function copyStorage(
  from: Storage,
  to: Storage,
  progress: (collection: CollectionName, copied: number) => void = () => undefined,
): Promise<void> {
  for (const collection of COLLECTIONS) {
    if (isAppended(collection)) continue;
    let copied = 0;
    for await (const docs of pagesOf(from, collection)) {
      await to.insert(collection, docs);
      progress(collection, (copied += docs.length));
    }
  }
  let copied = 0;
  for await (const docs of pagesOf(from, 'conversations')) {
    for (let i = 0; i < docs.length; i += AT_ONCE) {
      await Promise.all(docs.slice(i, i + AT_ONCE).map((doc) => copyConversation(from, to, doc)));
    }
    progress('conversations', (copied += docs.length));
  }
}

async function copyConversation(from: Storage, to: Storage, doc: Documents['conversations']): Promise<void> {
  let before: Conversation | undefined = await to.load(doc.id);
  for await (const messages of messagesOf(from, doc.id, before?.seq ?? 0)) {
    for (const { conversationId, seq: _seq, ...message } of messages) {
      const result = await to.append(conversationId, before, message);
      if (result.status !== 'appended') throw new Error(`${conversationId} is being written to meanwhile`);
      before = result.conversation;
    }
  }
  await to.raise(doc.id, doc.marks);
}

/** Counts and sums of every collection: two storages hold the same when these are equal. */
export async function sumsOf(storage: Storage): Promise<Record<CollectionName, Sum>> {
  const sums = {} as Record<CollectionName, Sum>;
  for (const collection of COLLECTIONS) {
    if (collection === 'messages') continue;
    const sum = new Summing();
    for await (const docs of pagesOf(storage, collection)) for (const doc of docs) sum.add(doc);
    sums[collection] = sum.total;
  }
  const messages = new Summing();
  for await (const docs of pagesOf(storage, 'conversations')) {
    for (const { id } of docs) {
      for await (const page of messagesOf(storage, id, 0)) for (const message of page) messages.add(message);
    }
  }
  sums.messages = messages.total;
  return sums;
}

/** Adds up the hashes of documents, so that their order does not matter. */
class Summing {
  #count = 0;
  #sum = 0n;

  add(doc: object): void {
    const hash = createHash('sha256')
      .update(JSON.stringify(sorted(doc)))
      .digest('hex');
    this.#count += 1;
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) % 2n ** 128n;
  }

  get total(): Sum {
    return { count: this.#count, checksum: this.#sum.toString(16).padStart(32, '0') };
  }
}

/** The same value with the fields of its objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([field, inner]) => [field, sorted(inner)]));
}

/** The messages of a conversation behind a place, in pages. */
export async function* messagesOf(
  storage: Storage,
  conversationId: string,
  behind: number,
): AsyncGenerator<Message[]> {
  let after: string | null = null;
  do {
    const page: { docs: Message[]; next: string | null } = await storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId },
      range: { field: 'seq', gt: behind },
      limit: PAGE,
      after,
    });
    yield page.docs;
    after = page.next;
  } while (after !== null);
}

/** Every document once. One that has null in a field of an index is not in it, so all indexes are gone through. */
export async function* pagesOf<C extends CollectionName>(
  storage: Storage,
  collection: C,
): AsyncGenerator<Documents[C][]> {
  const seen = new Set<string>();
  for (const index of Object.keys(INDEXES[collection]) as IndexName<C>[]) {
    let after: string | null = null;
    do {
      const page: { docs: Documents[C][]; next: string | null } = await storage.find(collection, {
        index,
        limit: PAGE,
        after,
      });
      const fresh = page.docs.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      if (fresh.length > 0) yield fresh;
      after = page.next;
    } while (after !== null);
  }
}
