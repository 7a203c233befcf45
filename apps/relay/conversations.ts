import { type Actor, type Command, decide } from '@lotsa/core';
import { type Conversation, LotsaError, fail, type Message } from '@lotsa/protocol';
import { LRUCache } from 'lru-cache';
import type { Admission } from './admission.ts';
import type { Context } from './context.ts';
import { createTurns } from './turns.ts';

/** A message that was appended, and the conversation before and after it. */
export interface Appended {
  before: Conversation | undefined;
  conversation: Conversation;
  message: Message;
  /** Of a visitor's request: the socket that is answered with it. */
  socketId?: string | undefined;
}

/** Who asks for a command, under which id, and by which socket, if it is answered there. */
export interface Asking {
  actor: Actor;
  id: string;
  socketId?: string;
}

/** The conversations of this relay: everything that changes one goes through `execute`. */
export interface Conversations {
  /**
   * Decides a command, makes its message durable and tells everybody, in that order. The same message id again gets
   * the same answer (rule D2).
   * @throws LotsaError when the rules forbid it, or the storage does not answer.
   */
  execute(conversationId: string, command: Command, by: Asking): Promise<Appended>;
  /** The conversation as this relay last knew it, for what of it never changes; read where it does not know it. */
  known: (conversationId: string) => Promise<Conversation | undefined>;
  /** The conversation as it is now. */
  load: (conversationId: string) => Promise<Conversation | undefined>;
  /** It was erased. */
  forget: (conversationId: string) => void;
}

/**
 * Conversations kept in memory, of those that are open: hardly anything is asked of the others any more. Only a hint: an append
 * behind a stale one conflicts, and it is read again.
 */
const CACHED = 10_000;
/** With this many writers at once in one conversation something is wrong. */
const MAX_CONFLICTS = 50;

/** Makes the service. `publish` tells everybody concerned; it is called in the order of the messages. */
export function createConversations(
  { storage, now }: Context,
  publish: (appended: Appended) => void,
  admission: Admission,
): Conversations {
  const cache = new LRUCache<string, Conversation>({ max: CACHED });
  /** By conversation: they would only conflict, and publishing keeps the order. */
  const inTurn = createTurns();

  function keep(conversation: Conversation): void {
    if (conversation.open) cache.set(conversation.id, conversation);
    else cache.delete(conversation.id);
  }

  async function load(conversationId: string): Promise<Conversation | undefined> {
    const conversation = await storage.load(conversationId);
    if (conversation) keep(conversation);
    else cache.delete(conversationId);
    return conversation;
  }

  async function run(
    conversationId: string,
    command: Command,
    { actor, id, socketId }: Asking,
  ): Promise<Appended> {
    let before = cache.get(conversationId);
    let fresh = before === undefined;
    before ??= await load(conversationId);

    for (let tries = 0; tries < MAX_CONFLICTS; tries += 1) {
      let draft;
      try {
        draft = decide(before, command, { actor, id, now: now() });
      } catch (error) {
        if (!(error instanceof LotsaError)) throw error;
        if (!fresh) {
          // Another relay may have moved it on since we read it.
          before = await load(conversationId);
          fresh = true;
          continue;
        }
        const earlier = before && (await repeated(before, id, actor));
        if (earlier) return told({ ...earlier, socketId });
        throw error;
      }
      const result = await admission.write(() => storage.append(conversationId, before, draft));
      if (result.status === 'appended') {
        keep(result.conversation);
        return told({ before, conversation: result.conversation, message: result.message, socketId });
      }
      before = await load(conversationId);
      fresh = true;
      if (result.status === 'duplicate') {
        const earlier = before && (await repeated(before, id, actor));
        if (earlier) return told({ ...earlier, socketId });
        // The id belongs to somebody else's message.
        throw fail('invalid_payload', { field: 'id', rule: 'taken' });
      }
    }
    throw fail('storage_unavailable', {});
  }

  function told(appended: Appended): Appended {
    publish(appended);
    return appended;
  }

  /** The answer to a request that was carried out before, if this is one. */
  async function repeated(
    conversation: Conversation,
    id: string,
    actor: Actor,
  ): Promise<Appended | undefined> {
    const message = await storage.messageById(conversation.id, id);
    if (!message || !isBy(message, actor, conversation)) return undefined;
    return { before: { ...conversation, publicSeq: await publicSeqBefore(message) }, conversation, message };
  }

  /** The visitor's `prev` of a message that was stored before. */
  async function publicSeqBefore(message: Message): Promise<number> {
    let after: string | null = null;
    do {
      const page: { docs: Message[]; next: string | null } = await storage.find('messages', {
        index: 'bySeq',
        equals: { conversationId: message.conversationId },
        range: { field: 'seq', lt: message.seq },
        order: 'desc',
        limit: 20,
        after,
      });
      const found = page.docs.find((m) => m.audience === 'public');
      if (found) return found.seq;
      after = page.next;
    } while (after !== null);
    return 0;
  }

  return {
    known: async (conversationId) => cache.get(conversationId) ?? load(conversationId),
    load: (conversationId) => load(conversationId),
    forget: (conversationId) => void cache.delete(conversationId),
    execute: (conversationId, command, by) => inTurn(conversationId, () => run(conversationId, command, by)),
  };
}

function isBy(message: Message, actor: Actor, conversation: Conversation): boolean {
  if (message.author.type !== actor.type) return false;
  if (actor.type === 'staff') return message.author.type === 'staff' && message.author.id === actor.user.id;
  return actor.type === 'system' || conversation.visitorId === actor.visitorId;
}
