import type { Marks, Me, Message } from '@lotsa/protocol';
import { progressOf } from '../message-state.ts';
import type { OutboxEntry } from '../outbox.ts';
import type { ShownStaffMessage } from './staff-console.ts';

/** A text or a note on its way. */
export interface StaffEntry extends OutboxEntry {
  kind: 'text' | 'note';
  /** Whom a note is meant for. */
  toUserId?: string | null;
}

/** The lines of a conversation: stored ones in their order, then those of the outbox in theirs (rule D5). */
export function shownThread(
  messages: readonly Message[],
  marks: Marks | undefined,
  outbox: readonly StaffEntry[],
  me: Me,
): ShownStaffMessage[] {
  const known = new Set(messages.map(({ id }) => id));
  return [
    ...messages.map((message) => shownStored(message, marks, me)),
    ...outbox.filter(({ id }) => !known.has(id)).map((entry) => shownWaiting(entry, me)),
  ];
}

function shownStored(message: Message, marks: Marks | undefined, me: Me): ShownStaffMessage {
  const { id, seq, author, at } = message;
  const line = { id, seq, author, at, state: null, error: null };
  if (message.kind === 'event') return { ...line, kind: message.kind, event: message.event };
  const content =
    message.kind === 'file'
      ? { ...line, kind: message.kind, file: message.file }
      : {
          ...line,
          kind: message.kind,
          text: message.text,
          to: message.kind === 'note' ? (message.to ?? null) : null,
        };
  if (author.type !== 'staff' || author.id !== me.id) return content;
  // A note is never on the visitor's screen: it is stored, and that is all.
  if (message.kind === 'note') return { ...content, state: 'sent' };
  return { ...content, ...progressOf(seq, marks?.visitorDelivered ?? 0, marks?.visitorRead ?? 0) };
}

const shownWaiting = ({ id, text, at, kind, error }: StaffEntry, me: Me): ShownStaffMessage => ({
  id,
  seq: null,
  author: { type: 'staff', id: me.id, name: me.name },
  at,
  kind,
  text,
  to: null,
  state: error ? 'failed' : 'sending',
  error,
});

/** The visitor's texts after the one that was seen last. Counted from the end: most of a conversation has been read. */
export function unreadVisitorTexts(messages: readonly Message[], readUpTo: number): number {
  let unread = 0;
  for (let i = messages.length - 1; i >= 0; i -= 1) {
    const message = messages[i];
    if (!message || message.seq <= readUpTo) break;
    if (message.kind === 'text' && message.author.type === 'visitor') unread += 1;
  }
  return unread;
}
