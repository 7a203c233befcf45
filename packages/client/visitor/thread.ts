import { evolveVisitor } from '@lotsa/core';
import type {
  Marks,
  QueuePlace,
  VisitorConversation,
  VisitorMessage,
  VisitorSnapshot,
} from '@lotsa/protocol';
import { furthest } from '../furthest.ts';

/** A conversation as far as this panel knows it. */
export interface VisitorThread {
  conversation: VisitorConversation;
  /** Without gaps, in order, from the first. */
  messages: readonly VisitorMessage[];
  marks: Marks;
  queue: QueuePlace | null;
}

/** Sequence number of the last message that is known; 0 when none is. */
export const lastSeq = (thread: VisitorThread): number => thread.messages.at(-1)?.seq ?? 0;

/** Takes in an answer of the relay: the messages that are not known yet, and the conversation unless it is older. */
export function takeSnapshot(thread: VisitorThread | null, snapshot: VisitorSnapshot): VisitorThread {
  const known = thread?.conversation.id === snapshot.conversation.id ? thread : null;
  const last = known ? lastSeq(known) : 0;
  const news = snapshot.messages.filter(({ seq }) => seq > last);
  const older = known !== null && snapshot.conversation.publicSeq < known.conversation.publicSeq;
  return {
    conversation: older ? known.conversation : snapshot.conversation,
    messages: known ? [...known.messages, ...news] : news,
    marks: known ? furthest(known.marks, snapshot.marks) : snapshot.marks,
    queue: older ? known.queue : snapshot.queue,
  };
}

/**
 * Takes in one message (rule D4): the thread after it, the same thread when the message was known, or null when
 * something before it is missing and must be fetched. Staff's messages lie between a visitor's, so what it follows is
 * told by `prev`.
 */
export function takeMessage(thread: VisitorThread, message: VisitorMessage): VisitorThread | null {
  const last = lastSeq(thread);
  if (message.seq <= last) return thread;
  // While pages are still being fetched the conversation is ahead of its messages and must not be folded again.
  if (message.prev !== last || thread.conversation.publicSeq !== last) return null;
  const conversation = evolveVisitor(thread.conversation, message);
  return {
    ...thread,
    conversation,
    messages: [...thread.messages, message],
    queue: conversation.status === 'queued' ? thread.queue : null,
  };
}
