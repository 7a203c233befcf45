import type { Case, CaseEntry, Conversation, Message, WebhookBody } from '@lotsa/protocol';

/** Something that other systems may be told of. */
export interface OutsideEvent {
  /** Says what it is of, so that the same thing found twice is told once. */
  id: string;
  body: WebhookBody;
}

const stamp = (at: number): string => new Date(at).toISOString();

/** A conversation by its facts; of a secret one not what it is about (rule P6). */
function factsOf(c: Conversation) {
  const { id: conversationId, siteId, secret, status, startedAt } = c;
  const told = secret ? null : c;
  return {
    conversationId,
    siteId,
    secret,
    status,
    startedAt,
    channel: told?.channel ?? null,
    language: told?.language ?? null,
    topicId: told?.topicId ?? null,
    departmentId: told?.departmentId ?? null,
  };
}

/**
 * What other systems are told of when a message is durable; null for most. Facts and ids only: nothing that anybody wrote,
 * and no name.
 */
export function eventOfMessage(message: Message, c: Conversation): OutsideEvent | null {
  const opening = message.kind === 'text' && message.opening !== undefined;
  if (!opening && message.kind !== 'event') return null;
  const timestamp = stamp(message.at);
  const told = (body: WebhookBody): OutsideEvent => ({ id: `conversation:${c.id}:${message.seq}`, body });
  const facts = factsOf(c);
  if (message.kind !== 'event') return told({ type: 'conversation.started', timestamp, data: facts });
  const { event } = message;
  switch (event.type) {
    case 'assigned':
      return told({
        type: 'conversation.assigned',
        timestamp,
        data: { ...facts, agentId: c.secret ? null : event.user.id },
      });
    case 'closed':
    case 'registered':
      return told({
        type: 'conversation.closed',
        timestamp,
        data: { ...facts, closedAt: message.at, outcome: event.outcome, caseNumber: c.caseNumber },
      });
    case 'handoffRequested':
    case 'handoffApproved':
    case 'handoffAccepted':
    case 'handoffDeclined':
    case 'handoffExpired':
    case 'handoffWithdrawn':
    case 'handoffAnswered':
    case 'caseOpened': {
      const handoff = c.handoffs.find(({ id }) => id === event.handoffId);
      if (!handoff) return null;
      const { id: handoffId, mode, deadline, departmentId } = handoff;
      const toDepartmentId = c.secret ? null : departmentId || null;
      const state = STATES[event.type](event);
      return told({
        type: 'conversation.handoff',
        timestamp,
        data: { ...facts, handoffId, mode, state, deadline, toDepartmentId },
      });
    }
    default:
      return null;
  }
}

/** Where a hand-off is after an event, whatever became of it since. */
const STATES = {
  handoffRequested: (event: object) =>
    'needsApproval' in event && event.needsApproval ? ('needsApproval' as const) : ('requested' as const),
  handoffApproved: () => 'requested' as const,
  handoffAccepted: () => 'accepted' as const,
  handoffDeclined: () => 'declined' as const,
  handoffExpired: () => 'expired' as const,
  handoffWithdrawn: () => 'withdrawn' as const,
  handoffAnswered: () => 'answered' as const,
  caseOpened: () => 'becameCase' as const,
};

/** What other systems are told of when an entry of a case is durable. Reminders of promises are the house's own. */
export function eventOfEntry(entry: CaseEntry, it: Case): OutsideEvent | null {
  const { event } = entry;
  if (event.type === 'alerted') return null;
  const timestamp = stamp(entry.at);
  const told = it.secret ? null : it;
  const facts = {
    number: it.number,
    siteId: it.siteId,
    secret: it.secret,
    status: it.status,
    receivedAt: it.receivedAt,
    promisedAt: it.promisedAt,
    closedAt: it.closedAt,
    kind: told?.kind ?? null,
    topicId: told?.topicId ?? null,
    departmentId: told?.departmentId || null,
    conversationId: told?.conversationId ?? null,
  };
  const id = `case:${it.number}:${entry.seq}`;
  if (event.type === 'received') return { id, body: { type: 'case.created', timestamp, data: facts } };
  const ended = it.open === 0 && ENDS.has(event.type);
  const type = ended ? 'case.closed' : 'case.changed';
  return { id, body: { type, timestamp, data: { ...facts, change: event.type } } };
}

/** Entries that can end a case. */
const ENDS = new Set<CaseEntry['event']['type']>(['statusSet', 'merged', 'withdrawn']);

/** A visitor's rating of a conversation. */
export function eventOfRating(
  rating: { id: string; siteId: string; at: number; scores: Record<string, number> },
  secret: boolean,
): OutsideEvent {
  const { id: conversationId, siteId, at, scores } = rating;
  const data = { conversationId, siteId, secret, scores: secret ? null : scores };
  return { id: `rating:${conversationId}:${at}`, body: { type: 'rating.given', timestamp: stamp(at), data } };
}

/** Somebody said whether a guide or an answer helped. It is only counted, so that `id` is of this one time. */
export function eventOfFeedback(
  {
    siteId,
    kind,
    id: subjectId,
    helped,
  }: { siteId: string; kind: 'guide' | 'answer'; id: string; helped: boolean },
  id: string,
  at: number,
): OutsideEvent {
  const data = { siteId, kind, subjectId, helped };
  return { id: `feedback:${id}`, body: { type: 'feedback.given', timestamp: stamp(at), data } };
}
