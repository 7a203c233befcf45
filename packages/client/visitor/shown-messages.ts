import type { Marks, VisitorMessage } from '@lotsa/protocol';
import { progressOf } from '../message-state.ts';
import type { OutboxEntry } from '../outbox.ts';
import type { VisitorThread } from './thread.ts';
import type { ShownMessage } from './visitor-chat.ts';

/** The lines of the conversation: stored ones in their order, then those of the outbox in theirs (rule D5). */
export function shownMessages(thread: VisitorThread | null, outbox: readonly OutboxEntry[]): ShownMessage[] {
  const stored = thread?.messages.map((message) => shownStored(message, thread.marks)) ?? [];
  const known = new Set(stored.map(({ id }) => id));
  return [...stored, ...outbox.filter(({ id }) => !known.has(id)).map(shownWaiting)];
}

function shownStored(message: VisitorMessage, marks: Marks): ShownMessage {
  const { conversationId: _, prev: __, ...line } = message;
  const own = message.kind !== 'event' && message.author.type === 'visitor';
  return {
    ...line,
    ...(own ? progressOf(message.seq, marks.staffDelivered, marks.staffRead) : { state: null, error: null }),
  };
}

const shownWaiting = ({ id, text, at, error }: OutboxEntry): ShownMessage => ({
  id,
  seq: null,
  author: { type: 'visitor' },
  at,
  kind: 'text',
  text,
  state: error ? 'failed' : 'sending',
  error,
});

/** Texts of the staff after the one that was seen last. */
export const unreadTexts = (thread: VisitorThread, readUpTo: number): number =>
  thread.messages.filter(
    (message) => message.seq > readUpTo && message.kind === 'text' && message.author.type === 'staff',
  ).length;
