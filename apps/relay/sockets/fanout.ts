import { visitorMessage } from '@lotsa/core';
import type { Conversation, ConversationEvent, Handoff } from '@lotsa/protocol';
import type { CaseChanged } from '../cases/cases.ts';
import { staffCase } from '../cases/case-boxes.ts';
import type { Appended } from '../conversations.ts';
import type { ListNews } from './list-news.ts';
import { rooms, type StaffNamespace, type VisitorNamespace } from './server.ts';

/** Whom to tell: a namespace, of this relay or of all. */
type VisitorAudience = Pick<VisitorNamespace, 'to'>;
type StaffAudience = Pick<StaffNamespace, 'to'>;

/**
 * Tells everybody concerned of a message that is durable now. The socket whose request it was has it by its
 * acknowledgement.
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
  staff.to(rooms.conversation(conversation.id)).emit('message:sent', message);

  // Whoever had it in a list sees it go; whoever gets it sees it come.
  const own = new Set([...listRooms(conversation), ...(before ? listRooms(before) : [])]);
  lists.changed(appended, [...own], [rooms.centre]);

  if (message.kind === 'note' && message.to && message.author.type === 'staff') {
    const fact = { conversationId: conversation.id, name: message.author.name };
    staff.to(rooms.user(message.to.id)).emit('note:addressed', fact);
  }
  if (message.kind === 'event') notifyOfHandoff(staff, conversation, message.event);
}

/** The rooms of those whose conversation it is; besides them the centre has it in its lists (`accessOf`). */
function listRooms(conversation: Conversation): string[] {
  const list: string[] = [];
  if (conversation.ownerId) list.push(rooms.user(conversation.ownerId));
  if (conversation.ownerDepartmentId) list.push(rooms.department(conversation.ownerDepartmentId));
  for (const handoff of conversation.handoffs) {
    if (handoff.acceptedBy) list.push(rooms.user(handoff.acceptedBy.id));
    if (handoff.state === 'requested' || handoff.state === 'accepted' || handoff.state === 'answered') {
      list.push(targetRoom(handoff));
    }
  }
  return list;
}

const targetRoom = (handoff: Handoff): string =>
  handoff.user
    ? rooms.user(handoff.user.id)
    : handoff.skill === null
      ? rooms.department(handoff.departmentId)
      : rooms.skill(handoff.skill);

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
  staff.to(to).emit('handoff:changed', { conversationId: conversation.id, handoff });
}

/** Tells the consoles in whose lists a case stands, or stood before, what it is now. */
export function publishCase(staff: StaffNamespace, { before, doc }: CaseChanged): void {
  const to: string[] = [rooms.centre];
  for (const it of before ? [before, doc] : [doc]) {
    if (it.ownerId) to.push(rooms.user(it.ownerId));
    if (it.departmentId) to.push(rooms.department(it.departmentId));
  }
  staff.to(to).emit('case:changed', { case: staffCase(doc).case });
}
