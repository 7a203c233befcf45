import {
  messageWithoutContact,
  redacted,
  redactedHandoff,
  visitorMessage,
  withoutContact,
} from '@lotsa/core';
import type { Conversation, ConversationEvent } from '@lotsa/protocol';
import type { Appended } from '../conversations.ts';
import { allReaderRooms, followerRooms, haveSameReaders, readerRooms, targetRoom } from './audience.ts';
import type { ListNews } from './list-news.ts';
import { rooms, type StaffNamespace, type VisitorNamespace } from './server.ts';

/** Whom to tell: a namespace, of this relay or of all. */
type VisitorAudience = Pick<VisitorNamespace, 'to'>;
type StaffAudience = Pick<StaffNamespace, 'to' | 'in'>;

/**
 * Tells everybody concerned of a message that is durable now, and nobody more than it may read (rule P6). The socket whose
 * request it was has it by its acknowledgement.
 */
export function fanout(
  visitors: VisitorAudience,
  staff: StaffAudience,
  lists: ListNews,
  appended: Appended,
): void {
  const { before, conversation, message, socketId } = appended;
  const seen = visitorMessage(message, before?.publicSeq ?? 0);
  if (seen) {
    const panels = visitors.to(rooms.visitor(conversation.visitorId));
    (socketId === undefined ? panels : panels.except(socketId)).emit('message:sent', seen);
  }
  const otherReaders = before && !haveSameReaders(before, conversation) ? before : undefined;
  if (otherReaders) forgetLostReaders(staff, otherReaders, conversation);
  const followers = followerRooms(conversation);
  if (conversation.protectedIdentity) {
    const owner = ownerRoom(conversation);
    staff.to(followers).except(owner).emit('message:sent', messageWithoutContact(message));
    staff.to(owner).emit('message:sent', message);
  } else {
    staff.to(followers).emit('message:sent', message);
  }
  tellReaders(staff, conversation, otherReaders);
  lists.changed(appended);

  if (message.kind === 'note' && message.to && message.author.type === 'staff') {
    const fact = { conversationId: conversation.id, name: message.author.name };
    staff.to(rooms.user(message.to.id)).emit('note:addressed', fact);
  }
  if (message.kind === 'event') notifyOfHandoff(staff, conversation, message.event);
}

const ownerRoom = ({ ownerId }: Conversation): string => (ownerId ? rooms.user(ownerId) : rooms.nobody);

/** The lists of those whose conversation it is, or was until now: they see it come, change and go. */
function tellReaders(
  staff: StaffAudience,
  conversation: Conversation,
  before: Conversation | undefined,
): void {
  const readers = readerRooms(conversation);
  // What waits is nobody's: the centre is told of it with its lists.
  if (readers.length > 1) tellByName(staff, conversation, readers);
  const lost = before ? readerRooms(before).filter((room) => !readers.includes(room)) : [];
  if (lost.length === 0) return;
  staff
    .to(lost)
    .except([...readers, rooms.centre])
    .emit('conversation:changed', { conversation: redacted(conversation) });
}

function tellByName(staff: StaffAudience, conversation: Conversation, readers: string[]): void {
  if (!conversation.protectedIdentity)
    return void staff.to(readers).emit('conversation:changed', { conversation });
  const owner = ownerRoom(conversation);
  staff
    .to(readers)
    .except(owner)
    .emit('conversation:changed', { conversation: withoutContact(conversation) });
  staff.to(owner).emit('conversation:changed', { conversation });
}

/** Conversations in one frame to a list. */
const TOLD_TOGETHER = 100;

/** The lists of the centre; of a secret one it sees that it exists. */
export function tellCentre(staff: StaffAudience, conversations: readonly Conversation[]): void {
  const [first] = conversations;
  if (first && conversations.length === 1) return tellCentreOfOne(staff, first);
  // Whose it is knows it already, and of one that is not secret knows no more than the others.
  const plain = conversations.filter(({ secret }) => !secret);
  for (let i = 0; i < plain.length; i += TOLD_TOGETHER) {
    const together = { conversations: plain.slice(i, i + TOLD_TOGETHER) };
    staff.to(rooms.centre).emit('conversations:changed', together);
  }
  for (const conversation of conversations) if (conversation.secret) tellCentreOfOne(staff, conversation);
}

function tellCentreOfOne(staff: StaffAudience, conversation: Conversation): void {
  const shown = conversation.secret ? redacted(conversation) : conversation;
  staff
    .to(rooms.centre)
    .except(readerRooms(conversation))
    .emit('conversation:changed', { conversation: shown });
}

/** Whoever had it open and may read it no more hears no more of it. */
function forgetLostReaders(staff: StaffAudience, before: Conversation, after: Conversation): void {
  const readers = allReaderRooms(after);
  const lost = allReaderRooms(before).filter((room) => !readers.includes(room));
  if (lost.length > 0) staff.in(lost).except(readers).socketsLeave(rooms.conversation(after.id));
}

/** A request is for its target; what became of it is for the owner and for whoever asked. */
function notifyOfHandoff(staff: StaffAudience, conversation: Conversation, event: ConversationEvent): void {
  if (!('handoffId' in event)) return;
  const handoff = conversation.handoffs.find((h) => h.id === event.handoffId);
  if (!handoff) return;
  const asked = handoff.state === 'needsApproval' ? rooms.managers : targetRoom(handoff);
  const owners = [
    rooms.user(handoff.requestedBy.id),
    ...(conversation.ownerId ? [rooms.user(conversation.ownerId)] : []),
  ];
  const to = {
    handoffRequested: [asked],
    caseOpened: [asked, ...owners],
    handoffApproved: [asked, ...owners],
    handoffWithdrawn: [asked],
    handoffAccepted: owners,
    handoffDeclined: owners,
    handoffExpired: owners,
    handoffAnswered: owners,
    handoffOverdue: [
      ...owners,
      ...(handoff.acceptedBy ? [rooms.user(handoff.acceptedBy.id)] : []),
      ...(handoff.alerted === 'manager' ? [rooms.managers] : []),
    ],
  }[event.type];
  const conversationId = conversation.id;
  const readers = allReaderRooms(conversation);
  const told = conversation.secret ? to.filter((room) => readers.includes(room)) : to;
  staff.to([rooms.nobody, ...told]).emit('handoff:changed', { conversationId, handoff });
  // Of a secret one the others learn that it happened, and not what about.
  staff
    .to([rooms.nobody, ...to.filter((room) => !told.includes(room))])
    .except(told)
    .emit('handoff:changed', { conversationId, handoff: redactedHandoff(handoff) });
}
