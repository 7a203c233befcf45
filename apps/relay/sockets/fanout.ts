import {
  messageWithoutContact,
  redacted,
  redactedHandoff,
  visitorMessage,
  withoutContact,
} from '@lotsa/core';
import type { Conversation, ConversationEvent } from '@lotsa/protocol';
import type { Appended } from '../conversations.ts';
import { allReaderRooms, followerRooms, targetRoom } from './audience.ts';
import { rooms, type StaffNamespace, type VisitorNamespace } from './server.ts';

/** Tells everybody concerned of a message that is durable now, and nobody more than it may read (rule P6). */
export function fanout(visitors: VisitorNamespace, staff: StaffNamespace, appended: Appended): void {
  const { before, conversation, message } = appended;
  const seen = visitorMessage(message, before?.publicSeq ?? 0);
  if (seen) visitors.to(rooms.visitor(conversation.visitorId)).emit('message:sent', seen);
  const owner = conversation.ownerId ? rooms.user(conversation.ownerId) : rooms.nobody;
  const followers = followerRooms(conversation);
  const readers = allReaderRooms(conversation);
  if (before) forgetLostReaders(staff, before, conversation);
  if (conversation.protectedIdentity) {
    staff.to(followers).except(owner).emit('message:sent', messageWithoutContact(message));
    staff
      .to(readers)
      .except(owner)
      .emit('conversation:changed', { conversation: withoutContact(conversation) });
    staff.to(owner).emit('message:sent', message);
    staff.to(owner).emit('conversation:changed', { conversation });
  } else {
    staff.to(followers).emit('message:sent', message);
    staff.to(readers).emit('conversation:changed', { conversation });
  }
  // Whoever had it in a list sees it go; the centre sees that a secret one exists.
  const others = [rooms.centre, ...(before ? allReaderRooms(before) : [])];
  staff
    .to(others)
    .except(readers)
    .emit('conversation:changed', { conversation: redacted(conversation) });

  if (message.kind === 'note' && message.to && message.author.type === 'staff') {
    const fact = { conversationId: conversation.id, name: message.author.name };
    staff.to(rooms.user(message.to.id)).emit('note:addressed', fact);
  }
  if (message.kind === 'event') notifyOfHandoff(staff, conversation, message.event);
}

/** Whoever had it open and may read it no more hears no more of it. */
function forgetLostReaders(staff: StaffNamespace, before: Conversation, after: Conversation): void {
  const readers = allReaderRooms(after);
  const lost = allReaderRooms(before).filter((room) => !readers.includes(room));
  if (lost.length > 0) staff.in(lost).except(readers).socketsLeave(rooms.conversation(after.id));
}

/** A request is for its target; what became of it is for the owner and for whoever asked. */
function notifyOfHandoff(staff: StaffNamespace, conversation: Conversation, event: ConversationEvent): void {
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
