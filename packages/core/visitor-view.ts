import type {
  Conversation,
  ConversationEvent,
  Message,
  VisitorConversation,
  VisitorEvent,
  VisitorMessage,
} from '@lotsa/protocol';

/**
 * A message as its visitor sees it, or null for what only staff see. `prev` is the conversation's `publicSeq` before
 * this message. The one gate between the staff's side and the visitor's: no note and no inner event passes.
 */
export function visitorMessage(message: Message, prev: number): VisitorMessage | null {
  if (message.audience !== 'public') return null;
  const { conversationId, seq, id, at } = message;
  const author =
    message.author.type === 'staff'
      ? { type: message.author.type, name: message.author.name }
      : { type: message.author.type };
  // Written out: made for every message to every visitor, and spreading an envelope costs ten times as much.
  if (message.kind === 'text')
    return { conversationId, seq, prev, id, at, author, kind: 'text', text: message.text };
  if (message.kind === 'file')
    return { conversationId, seq, prev, id, at, author, kind: 'file', file: message.file };
  const event = message.kind === 'event' ? visitorEvent(message.event) : null;
  return event && { conversationId, seq, prev, id, at, author, kind: 'event', event };
}

function visitorEvent(event: ConversationEvent): VisitorEvent | null {
  switch (event.type) {
    case 'assigned':
      return { type: 'assigned', name: event.user.name };
    case 'returned':
      return { type: 'returned' };
    case 'contactLeft':
      return { type: 'contactLeft', contact: event.contact };
    case 'handoffAccepted':
      if (event.mode === 'consult') return null;
      return {
        type: event.mode === 'join' ? 'specialistJoined' : 'transferred',
        name: event.user.name,
        departmentId: event.departmentId,
      };
    case 'handoffAnswered':
      return event.mode === 'join'
        ? { type: 'specialistLeft', name: event.user.name, departmentId: event.departmentId }
        : null;
    case 'visitorEnded':
      return { type: 'visitorEnded' };
    case 'caseOpened': {
      const { type, number, departmentId, promisedAt } = event;
      return { type, number, departmentId, promisedAt };
    }
    case 'closed':
      return { type: 'closed', ...(event.ban ? { bannedUntil: event.ban.until } : {}) };
    case 'identified':
    case 'identityEnded':
    case 'secrecySet':
    case 'glassBroken':
    case 'glassMended':
    case 'registered':
    case 'offered':
    case 'offerEnded':
    case 'handoffApproved':
    case 'handoffOverdue':
    case 'reopened':
    case 'contactCorrected':
    case 'classed':
    case 'diaryNumberSet':
    case 'handoffRequested':
    case 'handoffDeclined':
    case 'handoffExpired':
    case 'handoffWithdrawn':
      return null;
  }
}

/** A conversation as its visitor sees it. */
export function visitorConversation(c: Conversation): VisitorConversation {
  const joined = c.handoffs.flatMap((h) =>
    h.mode === 'join' && h.state === 'accepted' && h.acceptedBy
      ? [{ name: h.acceptedBy.name, departmentId: h.departmentId }]
      : [],
  );
  return {
    id: c.id,
    language: c.language,
    status: c.status === 'handedOff' ? 'assigned' : c.status,
    staff: [...(c.owner ? [{ name: c.owner.name, departmentId: c.ownerDepartmentId }] : []), ...joined],
    startedAt: c.startedAt,
    publicSeq: c.publicSeq,
    visitorEnded: c.visitorEnded,
    contactLeft: c.contact !== null,
  };
}

/**
 * The visitor's conversation after one more of the messages it sees. Held against {@link visitorConversation} for every
 * event: what a visitor's screen folds is what the relay would answer afresh.
 */
export function evolveVisitor(c: VisitorConversation, message: VisitorMessage): VisitorConversation {
  const next = { ...c, publicSeq: message.seq };
  if (message.kind !== 'event') return next;
  const { event } = message;
  switch (event.type) {
    case 'assigned':
      // A new agent comes before the specialists that are in it already, and in the place of another owner.
      return {
        ...next,
        status: 'assigned',
        staff: [
          { name: event.name, departmentId: null },
          ...next.staff.slice(next.status === 'queued' ? 0 : 1),
        ],
      };
    case 'returned':
      return { ...next, status: 'queued', staff: next.staff.slice(1) };
    case 'contactLeft':
      return { ...next, contactLeft: true };
    case 'specialistJoined':
      return { ...next, staff: [...next.staff, { name: event.name, departmentId: event.departmentId }] };
    case 'transferred':
      // The new owner takes the old one's place; in the queue there was none.
      return {
        ...next,
        status: 'assigned',
        staff: [
          { name: event.name, departmentId: event.departmentId },
          ...next.staff.slice(next.status === 'queued' ? 0 : 1),
        ],
      };
    case 'specialistLeft': {
      const gone = next.staff.findLastIndex(
        (s) => s.name === event.name && s.departmentId === event.departmentId,
      );
      return { ...next, staff: next.staff.filter((_, i) => i !== gone) };
    }
    case 'caseOpened':
      return next;
    case 'visitorEnded':
      return { ...next, visitorEnded: true };
    case 'closed':
      return { ...next, status: 'closed', staff: next.staff.slice(0, next.status === 'queued' ? 0 : 1) };
  }
}
