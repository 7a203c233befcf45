import { isDeepStrictEqual } from 'node:util';
import { excerptOf } from '@lotsa/core';
import type { Conversation, Message, NewMessage } from '@lotsa/protocol';
import type {
  AppendResult,
  Changeable,
  CollectionName,
  Condition,
  Documents,
  PassageDoc,
  Removable,
  Storage,
} from '../port.ts';
import { isSealedCollection, opened, placeOf, sealed } from './fields.ts';
import type { Sealer } from './sealer.ts';

/** A passage as it is stored: its words stand for others, and the true ones are sealed. */
type SealedPassage = PassageDoc & { sealedWords?: string };

/** The document as it is stored. */
export function sealDoc<C extends CollectionName>(
  collection: C,
  doc: Documents[C],
  sealer: Sealer,
): Documents[C] {
  if (!isSealedCollection(collection)) return doc;
  const stored = sealed(collection, doc, placeOf(collection, doc), sealer);
  if (collection !== 'passages') return stored;
  const { id, words } = doc as PassageDoc;
  return {
    ...stored,
    words: words.map((word) => sealer.blind(word)[0] ?? ''),
    sealedWords: sealer.seal(JSON.stringify(words), id),
  };
}

/** The document as it was written. */
export function openDoc<C extends CollectionName>(
  collection: C,
  doc: Documents[C],
  sealer: Sealer,
): Documents[C] {
  if (!isSealedCollection(collection)) return doc;
  const written = opened(collection, doc, placeOf(collection, doc), sealer);
  if (collection === 'conversations')
    return withExcerpt(written as Documents['conversations']) as Documents[C];
  if (collection !== 'passages') return written;
  const { sealedWords, ...passage } = written as SealedPassage;
  if (sealedWords === undefined) return written;
  return { ...passage, words: JSON.parse(sealer.open(sealedWords, passage.id)) as string[] } as Documents[C];
}

/** A sealed excerpt is the whole text: the fold cannot cut it. */
const withExcerpt = <Value extends Conversation>(it: Value): Value => ({
  ...it,
  excerpt: { ...it.excerpt, text: excerptOf(it.excerpt.text) },
});

/**
 * A storage that keeps what people write encrypted in another one. What is written is sealed before it is given on, and opened
 * when it is read; the other one folds sealed texts, which it copies and never reads. So everything the port promises
 * holds as it did. The words that earlier answers are found by stand there as what only a key can make of them.
 */
export function encryptedStorage(inner: Storage, sealer: Sealer): Storage {
  const seal = <C extends CollectionName>(collection: C, doc: Documents[C]): Documents[C] =>
    sealDoc(collection, doc, sealer);
  const open = <C extends CollectionName>(collection: C, doc: Documents[C]): Documents[C] =>
    openDoc(collection, doc, sealer);
  const openConversation = (conversation: Conversation): Conversation =>
    withExcerpt(opened('conversations', conversation, conversation.id, sealer));
  const openMessage = (message: Message): Message => open('messages', message);

  return {
    insert: (collection, docs) =>
      inner.insert(
        collection,
        docs.map((doc) => seal(collection, doc)),
      ),
    put: (collection, doc) => inner.put(collection, seal(collection, doc)),
    async get(collection, id) {
      const doc = await inner.get(collection, id);
      return doc && open(collection, doc);
    },
    async find(collection, query) {
      const { docs, next } = await inner.find(collection, query);
      return { docs: docs.map((doc) => open(collection, doc)), next };
    },
    count: (collection, query) => inner.count(collection, query),
    async update<C extends Changeable>(
      collection: C,
      id: string,
      set: Partial<Documents[C]>,
      condition?: Condition<C>,
    ): Promise<Documents[C] | undefined> {
      const stored = partSealed(collection, id, set);
      const met = condition && (await storedCondition(collection, id, condition));
      if (condition && !met) return undefined;
      const doc = await inner.update(collection, id, stored, met);
      return doc && open(collection, doc);
    },
    remove: (collection, query) => inner.remove(collection, query),
    async removeOne<C extends Removable>(
      collection: C,
      id: string,
      condition?: Condition<C>,
    ): Promise<boolean> {
      const met = condition && (await storedCondition(collection, id, condition));
      return condition && !met ? false : inner.removeOne(collection, id, met);
    },
    async search(groups, limit) {
      const blind = groups.map((group) => group.flatMap((word) => sealer.blind(word)));
      return (await inner.search(blind, limit)).map((doc) => open('passages', doc));
    },
    raise: (conversationId, marks) => inner.raise(conversationId, marks),
    async load(conversationId) {
      const conversation = await inner.load(conversationId);
      return conversation && openConversation(conversation);
    },
    async append(
      conversationId: string,
      before: Conversation | undefined,
      message: NewMessage,
    ): Promise<AppendResult> {
      const result = await inner.append(
        conversationId,
        before && sealed('conversations', before, conversationId, sealer),
        sealed('messages', message, conversationId, sealer),
      );
      if (result.status === 'conflict') return result;
      const opened = { ...result, message: openMessage(result.message) };
      return opened.status === 'appended'
        ? { ...opened, conversation: openConversation(opened.conversation) }
        : opened;
    },
    erase: (conversationId) => inner.erase(conversationId),
    cutAudit: (upTo) => inner.cutAudit(upTo),

    async messageById(conversationId, id) {
      const message = await inner.messageById(conversationId, id);
      return message && openMessage(message);
    },
    ping: () => inner.ping(),
    close: () => inner.close(),
    explain: (collection, query) => inner.explain(collection, query),
  };

  /** A condition as the store can compare it: equal texts are never sealed alike. Undefined when it is not met. */
  async function storedCondition<C extends Changeable>(
    collection: C,
    id: string,
    condition: Condition<C>,
  ): Promise<Condition<C> | undefined> {
    if (
      !isSealedCollection(collection) ||
      isDeepStrictEqual(sealed(collection, condition, id, sealer), condition)
    )
      return condition;
    const raw = await inner.get(collection, id);
    if (!raw) return undefined;
    const written = open(collection, raw);
    const names = Object.keys(condition) as (keyof Documents[C])[];
    if (!names.every((name) => isDeepStrictEqual(written[name], condition[name]))) return undefined;
    return Object.fromEntries(names.map((name) => [name, raw[name]])) as unknown as Condition<C>;
  }

  /** Fields of a document as they are stored. */
  function partSealed<C extends CollectionName>(
    collection: C,
    id: string,
    set: Partial<Documents[C]>,
  ): Partial<Documents[C]> {
    if (!isSealedCollection(collection)) return set;
    if (collection === 'passages') throw new RangeError('a passage is put whole');
    return sealed(collection, set, id, sealer);
  }
}
