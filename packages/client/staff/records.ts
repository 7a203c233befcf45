import { evolve } from '@lotsa/core';
import type { Conversation, ConversationEntry, Marks, Message, StaffSnapshot } from '@lotsa/protocol';
import { furthest } from '../furthest.ts';

/** What a console knows of conversations, keyed by the conversation's id. */
export interface Records {
  readonly conversations: Readonly<Record<string, Conversation>>;
  /** By when an answer is promised, of those whose case is open. */
  readonly promises: Readonly<Record<string, number>>;
  readonly marks: Readonly<Record<string, Marks>>;
  /** Of those that are followed: every message from the first to some last one, without gaps. */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
}

/** Nothing is known. */
export const NO_RECORDS: Records = { conversations: {}, promises: {}, marks: {}, messages: {} };

/** Nobody has received or read anything. */
export const NO_MARKS: Marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };

/** Sequence number of the last message that is here; 0 when none is. */
export const lastSeqOf = (records: Records, conversationId: string): number =>
  records.messages[conversationId]?.at(-1)?.seq ?? 0;

/** The conversation is further than the messages that are here. */
export const isBehind = (records: Records, conversationId: string): boolean =>
  lastSeqOf(records, conversationId) < (records.conversations[conversationId]?.seq ?? 0);

/** Takes in a conversation as the relay tells it, unless a later one is known. */
export function takeConversation(records: Records, conversation: Conversation): Records {
  const known = records.conversations[conversation.id];
  if (known && known.seq >= conversation.seq) return records;
  return { ...records, conversations: { ...records.conversations, [conversation.id]: conversation } };
}

/** Takes in how far people have read. */
export const takeMarks = (records: Records, conversationId: string, marks: Marks): Records => ({
  ...records,
  marks: { ...records.marks, [conversationId]: furthest(records.marks[conversationId] ?? NO_MARKS, marks) },
});

/** Takes in by when an answer is promised. */
export const takePromise = (records: Records, conversationId: string, promisedAt: number | null): Records => {
  const others = without(records.promises, conversationId);
  return {
    ...records,
    promises: promisedAt === null ? others : { ...others, [conversationId]: promisedAt },
  };
};

/** Takes in entries of a list: all in one, because each copy costs what all conversations cost that are known. */
export function takeEntries(records: Records, entries: readonly ConversationEntry[]): Records {
  if (entries.length === 0) return records;
  const conversations = { ...records.conversations };
  const marks = { ...records.marks };
  const promises = { ...records.promises };
  for (const { conversation, marks: told, promisedAt } of entries) {
    const { id, seq } = conversation;
    if (promisedAt === null) delete promises[id];
    else promises[id] = promisedAt;
    if ((conversations[id]?.seq ?? 0) < seq) conversations[id] = conversation;
    marks[id] = furthest(marks[id] ?? NO_MARKS, told);
  }
  return { ...records, conversations, promises, marks };
}

/** Takes in a page of messages with the conversation as it is. */
export function takePage(records: Records, snapshot: StaffSnapshot): Records {
  const { id } = snapshot.conversation;
  const last = lastSeqOf(records, id);
  const news = snapshot.messages.filter(({ seq }) => seq > last);
  const taken = takeEntries(records, [snapshot]);
  return { ...taken, messages: { ...taken.messages, [id]: [...(records.messages[id] ?? []), ...news] } };
}

/**
 * Takes in one message of a followed conversation (rule D4): the records after it, the same records when it was known, or
 * null when something before it is missing and must be fetched. Staff see every message, so each follows by one.
 */
export function takeMessage(records: Records, message: Message): Records | null {
  const { conversationId, seq } = message;
  const last = lastSeqOf(records, conversationId);
  if (seq <= last) return records;
  if (seq > last + 1) return null;
  const messages = {
    ...records.messages,
    [conversationId]: [...(records.messages[conversationId] ?? []), message],
  };
  const conversation = records.conversations[conversationId];
  // The conversation may have been told before its message.
  if (conversation && conversation.seq >= seq) return { ...records, messages };
  const evolved = evolve(conversation, message);
  return { ...records, messages, conversations: { ...records.conversations, [conversationId]: evolved } };
}

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([other]) => other !== key));

/** Forgets the messages of a conversation that is no longer followed. */
export const dropMessages = (records: Records, conversationId: string): Records =>
  records.messages[conversationId] === undefined
    ? records
    : { ...records, messages: without(records.messages, conversationId) };

/** Forgets a conversation that this user may no longer see. */
export const dropConversation = (records: Records, conversationId: string): Records => ({
  conversations: without(records.conversations, conversationId),
  promises: without(records.promises, conversationId),
  marks: without(records.marks, conversationId),
  messages: without(records.messages, conversationId),
});
