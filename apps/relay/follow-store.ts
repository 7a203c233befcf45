import type { Conversation, Message } from '@lotsa/protocol';
import type { ConversationDoc } from '@lotsa/storage';
import { LRUCache } from 'lru-cache';
import type { Context } from './context.ts';
import type { Appended } from './conversations.ts';

/** What is missing in two looks running was not told: so it reaches the clients here within two seconds. */
const LOOK_MS = 600;
/** How far back a look goes: longer than between two looks, and than relays' clocks differ. */
const BACK_MS = 10_000;
/** Conversations whose last told message is remembered. */
const REMEMBERED = 20_000;
const PAGE = 500;
/** Messages that are told one by one; of more, the last one makes clients fetch the rest. */
const TOLD_SINGLY = 20;

/**
 * Holds what this relay's clients were told against the store. Other relays tell it by Redis, which may lose, delay or
 * refuse anything: what was not told is read from the store and told then (rule D4).
 */
export interface FollowStore {
  /** The clients of this relay have been told of a conversation as it is here. @returns as they knew it before. */
  told(conversation: Conversation): Conversation | undefined;
  /** Looks once. */
  look(): Promise<void>;
  stop(): void;
}

/** Makes it. `tell` tells the clients of this relay only, and says that it did. */
export function followStore({ storage, now, log }: Context, tell: (missed: Appended) => void): FollowStore {
  const known = new LRUCache<string, Conversation>({ max: REMEMBERED });
  /** What the last look found untold, and may have been on its way: the sequence number by conversation. */
  let untold = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  // What happened before this relay was up, its clients fetch when they connect.
  const since = now();

  function told(conversation: Conversation): Conversation | undefined {
    const before = known.get(conversation.id);
    if (!before || before.seq < conversation.seq) known.set(conversation.id, conversation);
    return before;
  }

  async function lately(open: 0 | 1): Promise<ConversationDoc[]> {
    const found: ConversationDoc[] = [];
    let after: string | null = null;
    do {
      const page: { docs: ConversationDoc[]; next: string | null } = await storage.find('conversations', {
        index: 'byOpen',
        equals: { open },
        range: { field: 'lastAt', gte: Math.max(since, now()) - BACK_MS },
        order: 'desc',
        limit: PAGE,
        after,
      });
      found.push(...page.docs);
      after = page.next;
    } while (after !== null);
    return found;
  }

  async function look(): Promise<void> {
    const before = untold;
    untold = new Map();
    for (const { marks: _marks, ...conversation } of [...(await lately(1)), ...(await lately(0))]) {
      const { id, seq, lastAt } = conversation;
      const last = known.get(id)?.seq;
      if (last === undefined ? lastAt < since : last >= seq) continue;
      if ((last ?? 0) < (before.get(id) ?? 0)) await tellMissed(conversation);
      else untold.set(id, seq);
    }
  }

  async function tellMissed(conversation: Conversation): Promise<void> {
    const { id, seq } = conversation;
    const last = known.get(id)?.seq ?? seq - 1;
    const { docs } = await storage.find('messages', {
      index: 'bySeq',
      equals: { conversationId: id },
      range: { field: 'seq', gt: Math.max(last, seq - TOLD_SINGLY), lte: seq },
      limit: TOLD_SINGLY,
    });
    const before = known.get(id);
    // Told meanwhile by whoever wrote it.
    if (before && before.seq >= seq) return;
    for (const message of docs)
      tell({ before: behind(message, before ?? conversation), conversation, message });
  }

  function later(): void {
    if (stopped) return;
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.debug({ err: error }, 'the store was not looked through'))
        .finally(later);
    }, LOOK_MS);
  }
  later();

  return {
    told,
    look,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/**
 * What a visitor's message follows is told by the public one before it. Which one that is may not be known here; said to
 * be the place before, it is right or makes the client look. (Said to be none, it would be the first of its conversation.)
 */
function behind(message: Message, known: Conversation): Conversation | undefined {
  if (message.seq === 1) return undefined;
  if (known.seq === message.seq - 1) return known;
  return { ...known, seq: message.seq - 1, publicSeq: message.seq - 1 };
}
