import { evolve } from '@lotsa/core';
import type { Conversation, ConversationEntry, Marks, Message, StaffSnapshot } from '@lotsa/protocol';
import { furthest } from '../furthest.ts';

/** What a console knows of conversations, keyed by the conversation's id: maps, for thousands are copied at each change. */
export interface Records {
  readonly conversations: ReadonlyMap<string, Conversation>;
  /** By when an answer is promised, of those whose case is open. */
  readonly promises: ReadonlyMap<string, number>;
  readonly marks: ReadonlyMap<string, Marks>;
  /** Of those that are followed: every message from the first to some last one, without gaps. */
  readonly messages: ReadonlyMap<string, readonly Message[]>;
}

/** Nothing is known. */
export const NO_RECORDS: Records = {
  conversations: new Map(),
  promises: new Map(),
  marks: new Map(),
  messages: new Map(),
};

/** Nobody has received or read anything. */
export const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };

const withOne = <Value>(map: ReadonlyMap<string, Value>, key: string, value: Value) =>
  new Map(map).set(key, value);

function withoutOne<Value>(map: ReadonlyMap<string, Value>, key: string): ReadonlyMap<string, Value> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

/** Sequence number of the last message that is here; 0 when none is. */
export const lastSeqOf = (records: Records, conversationId: string): number =>
  records.messages.get(conversationId)?.at(-1)?.seq ?? 0;

/** The conversation is further than the messages that are here. */
export const isBehind = (records: Records, conversationId: string): boolean =>
  lastSeqOf(records, conversationId) < (records.conversations.get(conversationId)?.seq ?? 0);

/** Takes in conversations as the relay tells them, unless later ones are known: all in one, because each copy costs what all cost. */
export function takeConversations(records: Records, told: readonly Conversation[]): Records {
  const news = told.filter(({ id, seq }) => (records.conversations.get(id)?.seq ?? 0) < seq);
  if (news.length === 0) return records;
  const conversations = new Map(records.conversations);
  for (const conversation of news) conversations.set(conversation.id, conversation);
  return { ...records, conversations };
}

/** Takes in how far people have read. */
export const takeMarks = (records: Records, conversationId: string, told: Marks): Records => {
  const marks = furthest(records.marks.get(conversationId) ?? NO_MARKS, told);
  return { ...records, marks: withOne(records.marks, conversationId, marks) };
};

/** Takes in by when an answer is promised. */
export const takePromise = (
  records: Records,
  conversationId: string,
  promisedAt: number | null,
): Records => ({
  ...records,
  promises:
    promisedAt === null
      ? withoutOne(records.promises, conversationId)
      : withOne(records.promises, conversationId, promisedAt),
});

/** Takes in entries of a list. */
export function takeEntries(records: Records, entries: readonly ConversationEntry[]): Records {
  if (entries.length === 0) return records;
  const marks = new Map(records.marks);
  for (const { conversation, marks: told } of entries)
    marks.set(conversation.id, furthest(marks.get(conversation.id) ?? NO_MARKS, told));
  const conversations = entries.map(({ conversation }) => conversation);
  let taken: Records = { ...takeConversations(records, conversations), marks };
  for (const { conversation, promisedAt } of entries) {
    // Most have none, and most that have one keep it.
    if ((taken.promises.get(conversation.id) ?? null) !== promisedAt)
      taken = takePromise(taken, conversation.id, promisedAt);
  }
  return taken;
}

/** Takes in a page of messages with the conversation as it is. */
export function takePage(records: Records, snapshot: StaffSnapshot): Records {
  const { id } = snapshot.conversation;
  const last = lastSeqOf(records, id);
  const news = snapshot.messages.filter(({ seq }) => seq > last);
  const messages = [...(records.messages.get(id) ?? []), ...news];
  return { ...takeEntries(records, [snapshot]), messages: withOne(records.messages, id, messages) };
}

/**
 * Takes in one message of a followed conversation (rule D4): the records after it, the same records when it was known, or
 * null when something before it is missing and must be fetched. Staff see every message, so each follows by one.
 */
export function takeMessage(records: Records, message: Message): Records | null {
  const { conversationId: id, seq } = message;
  const last = lastSeqOf(records, id);
  if (seq <= last) return records;
  if (seq > last + 1) return null;
  const messages = withOne(records.messages, id, [...(records.messages.get(id) ?? []), message]);
  const conversation = records.conversations.get(id);
  // The conversation may have been told before its message.
  if (conversation && conversation.seq >= seq) return { ...records, messages };
  const conversations = withOne(records.conversations, id, evolve(conversation, message));
  return { ...records, messages, conversations };
}

/** Forgets the messages of a conversation that is no longer followed. */
export const dropMessages = (records: Records, conversationId: string): Records => ({
  ...records,
  messages: withoutOne(records.messages, conversationId),
});

/** Forgets a conversation that this user may no longer see. */
export const dropConversation = (records: Records, conversationId: string): Records => ({
  conversations: withoutOne(records.conversations, conversationId),
  promises: withoutOne(records.promises, conversationId),
  marks: withoutOne(records.marks, conversationId),
  messages: withoutOne(records.messages, conversationId),
});
