import {
  hidesContact,
  messageWithoutContact,
  visitorConversation,
  visitorMessage,
  withoutContact,
} from '@lotsa/core';
import {
  type Conversation,
  LIMITS,
  type Marks,
  type Message,
  type QueuePlace,
  type StaffSnapshot,
  type VisitorMessage,
  type VisitorSnapshot,
} from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import { promiseTo } from './cases/promise-to.ts';

/** Nobody has received or read anything yet. */
export const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };

/** How far each side has read. */
const marksOf = async (storage: Storage, conversationId: string): Promise<Marks> =>
  (await storage.get('conversations', conversationId))?.marks ?? NO_MARKS;

/** Messages after a sequence number, up to the conversation that was read: what came later is told as a fact. */
async function messagesAfter(
  storage: Storage,
  conversation: Conversation,
  after: number,
): Promise<{ messages: Message[]; more: boolean }> {
  const { docs, next } = await storage.find('messages', {
    index: 'bySeq',
    equals: { conversationId: conversation.id },
    range: { field: 'seq', gt: after, lte: conversation.seq },
    limit: LIMITS.pageMessages,
  });
  return { messages: docs, more: next !== null };
}

/** What a console missed of a conversation (rule D4). */
export async function staffSnapshot(
  storage: Storage,
  conversation: Conversation,
  after: number,
  userId: string,
): Promise<StaffSnapshot> {
  const [page, marks, promisedAt] = await Promise.all([
    messagesAfter(storage, conversation, after),
    marksOf(storage, conversation.id),
    promiseTo(storage, conversation),
  ]);
  if (!hidesContact(conversation, userId)) return { conversation, marks, promisedAt, ...page };
  const messages = page.messages.map(messageWithoutContact);
  return { conversation: withoutContact(conversation), marks, promisedAt, messages, more: page.more };
}

/** What a visitor missed of its conversation (rule D4). `after` is the last public sequence number it has. */
export async function visitorSnapshot(
  storage: Storage,
  conversation: Conversation,
  after: number,
  queue: QueuePlace | null,
): Promise<VisitorSnapshot> {
  const messages: VisitorMessage[] = [];
  let prev = after;
  let scanned = after;
  let more: boolean;
  do {
    const page = await messagesAfter(storage, conversation, scanned);
    for (const message of page.messages) {
      scanned = message.seq;
      const seen = visitorMessage(message, prev);
      if (!seen) continue;
      messages.push(seen);
      prev = message.seq;
    }
    more = page.more;
    // A page of notes only would be an empty answer that says "more".
  } while (more && messages.length === 0);
  return {
    conversation: visitorConversation(conversation),
    messages,
    more,
    marks: await marksOf(storage, conversation.id),
    queue,
  };
}
