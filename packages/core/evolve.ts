import type { Conversation, ConversationEvent, Handoff, Message } from '@lotsa/protocol';
import { contactKeys } from './contact.ts';
import { SEALED } from './sealed.ts';

const EXCERPT_LENGTH = 140;

/** For how long whoever broke the glass reads a secret conversation (rule P6): as long as a case takes to look into. */
export const GLASS_MS = 4 * 60 * 60_000;

const NO_OFFER: Pick<Conversation, 'offer' | 'offersMissed'> = { offer: null, offersMissed: [] };

/** What most texts have none of: to look for it is cheaper than to write every text anew. */
const UNEVEN_SPACE = / {2}|[^\S ]/;

/** The beginning of a text, for lists. */
export const excerptOf = (text: string): string => {
  if (text.startsWith(SEALED)) return text;
  const line = UNEVEN_SPACE.test(text) ? text.replace(/\s+/g, ' ') : text;
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
};

/**
 * What a conversation is after one more message. The fold of all its messages from `undefined` is the conversation:
 * relay, storage repair and console share this one definition. Messages come in order of `seq`, without gaps.
 */
export function evolve(conversation: Conversation | undefined, message: Message): Conversation {
  if (!conversation) return opened(message);
  const next: Conversation = { ...conversation, seq: message.seq, lastAt: message.at };
  if (message.audience === 'public') next.publicSeq = message.seq;
  if (message.kind === 'text' || message.kind === 'file') {
    const words = message.kind === 'text' ? message.text : message.file.name;
    next.excerpt = { text: excerptOf(words), author: message.author.type };
    if (message.author.type === 'visitor') {
      next.visitorTexts += message.kind === 'text' ? 1 : 0;
      next.unansweredSince ??= message.at;
    } else {
      next.firstReplyAt ??= message.at;
      delete next.unansweredSince;
    }
  }
  return message.kind === 'event' ? afterEvent(next, message.event, message) : next;
}

function opened(message: Message): Conversation {
  const { at, seq, conversationId: id } = message;
  if (message.kind === 'event' && message.event.type === 'registered')
    return registered(message.event, message);
  if (message.kind !== 'text' || !message.opening)
    throw new Error('a conversation begins with its opening message');
  const { previousAgentId = null, reopens = null, ...opening } = message.opening;
  return {
    ...blank(id, at, seq),
    ...opening,
    ...contactKeys(opening.contact),
    previousAgentId,
    reopens,
    secret: opening.secret ?? false,
    publicSeq: seq,
    visitorTexts: 1,
    unansweredSince: at,
    excerpt: { text: excerptOf(message.text), author: 'visitor' },
  };
}

/** A conversation by another channel is over when it begins; whoever registered it owned it. */
function registered(
  event: Extract<ConversationEvent, { type: 'registered' }>,
  { conversationId, at, seq, author }: Message,
): Conversation {
  const { channel, siteId, language, topicId, departmentId, outcome, note, caseNumber } = event;
  const owner = author.type === 'staff' ? { id: author.id, name: author.name } : null;
  return {
    ...blank(conversationId, at, seq),
    channel,
    siteId,
    language,
    topicId,
    departmentId,
    outcome,
    secret: event.secret ?? false,
    caseNumber: caseNumber ?? null,
    recordClass: caseNumber === undefined ? 'minor' : 'case',
    classedAt: at,
    status: 'closed',
    open: 0,
    ownerType: 'agent',
    owner,
    ownerId: owner?.id ?? '',
    closedAt: at,
    excerpt: { text: excerptOf(note ?? ''), author: 'staff' },
  };
}

/** Of nobody, in the queue, with nothing in it. */
const blank = (id: string, at: number, seq: number): Conversation => ({
  id,
  siteId: '',
  visitorId: '',
  channel: 'chat',
  language: '',
  page: null,
  topicId: null,
  departmentId: null,
  contact: null,
  contactEmail: null,
  contactPhone: null,
  status: 'queued',
  open: 1,
  ownerType: 'queue',
  owner: null,
  ownerId: '',
  ownerDepartmentId: null,
  priority: 1,
  waitingSince: at,
  ...NO_OFFER,
  previousAgentId: null,
  startedAt: at,
  lastAt: at,
  firstReplyAt: null,
  assignedAt: null,
  closedAt: null,
  outcome: null,
  reopens: null,
  reopenedBy: null,
  secret: false,
  protectedIdentity: false,
  glass: [],
  visitorEnded: false,
  seq,
  publicSeq: 0,
  visitorTexts: 0,
  excerpt: { text: '', author: 'visitor' },
  handoffs: [],
  caseNumber: null,
  hops: 0,
  recordClass: 'none',
  classedAt: null,
  diaryNumber: null,
});

function afterEvent(c: Conversation, event: ConversationEvent, message: Message): Conversation {
  switch (event.type) {
    case 'assigned':
      return settle({
        ...c,
        ownerType: 'agent',
        owner: event.user,
        ownerId: event.user.id,
        ownerDepartmentId: null,
        assignedAt: message.at,
        ...NO_OFFER,
      });
    case 'offered':
      return { ...c, offer: { user: event.user, until: event.until } };
    case 'offerEnded':
      return { ...c, offer: null, offersMissed: [...c.offersMissed, event.user.id] };
    case 'returned':
      return settle({
        ...c,
        ownerType: 'queue',
        owner: null,
        ownerId: '',
        priority: 0,
        waitingSince: message.at,
        assignedAt: null,
        previousAgentId: c.ownerId || c.previousAgentId,
      });
    case 'contactLeft':
    case 'contactCorrected':
      return { ...c, contact: event.contact, ...contactKeys(event.contact) };
    case 'visitorEnded':
      return { ...c, visitorEnded: true };
    case 'caseOpened': {
      const opened = { ...c, caseNumber: event.number };
      if (event.handoffId === undefined) return opened;
      return settle(withHandoff(opened, event.handoffId, { state: 'becameCase', endedAt: message.at }));
    }
    case 'closed':
      return {
        ...c,
        status: 'closed',
        open: 0,
        outcome: event.outcome,
        topicId: event.topicId,
        recordClass: event.recordClass ?? 'none',
        classedAt: message.at,
        reopens: event.reopens ?? c.reopens,
        closedAt: message.at,
        ...NO_OFFER,
        handoffs: c.handoffs.map((h) => ended(h, message.at)),
      };
    case 'handoffRequested':
      // Whoever asks again has done something about what expired.
      return settle({
        ...c,
        secret: c.secret || event.secret === true,
        handoffs: [...c.handoffs.map(settled), requested(event, message)],
      });
    case 'handoffApproved':
      return withHandoff(c, event.handoffId, { state: 'requested', deadline: event.deadline });
    case 'handoffOverdue':
      return withHandoff(c, event.handoffId, { alerted: event.alerted });
    case 'secrecySet':
      return { ...c, secret: event.secret, protectedIdentity: event.protectedIdentity };
    case 'glassBroken':
      return { ...c, glass: [...c.glass, { user: event.user, until: message.at + GLASS_MS }] };
    case 'glassMended':
      return { ...c, glass: c.glass.filter(({ user }) => user.id !== event.user.id) };
    case 'identified':
      return { ...c, identity: event.identity };
    case 'identityEnded': {
      const { identity: _, ...rest } = c;
      return rest;
    }
    case 'registered':
      throw new Error('a conversation is registered once');
    case 'classed':
      return { ...c, recordClass: event.recordClass, classedAt: message.at };
    case 'diaryNumberSet':
      return { ...c, diaryNumber: event.diaryNumber };
    case 'reopened':
      return { ...c, reopenedBy: event.by };
    case 'handoffAccepted': {
      const accepted = withHandoff(c, event.handoffId, { state: 'accepted', acceptedBy: event.user });
      if (event.mode === 'consult') return settle(accepted);
      accepted.hops += 1;
      if (event.mode === 'transfer') {
        accepted.ownerType = 'department';
        accepted.owner = event.user;
        accepted.ownerId = event.user.id;
        accepted.ownerDepartmentId = event.departmentId;
        accepted.assignedAt = message.at;
        Object.assign(accepted, NO_OFFER);
      }
      return settle(accepted);
    }
    case 'handoffDeclined':
      return settle(
        withHandoff(c, event.handoffId, {
          state: 'declined',
          declineReason: event.reason,
          endedAt: message.at,
        }),
      );
    case 'handoffExpired':
      return settle(
        withHandoff(c, event.handoffId, { state: 'expired', alerted: 'owner', endedAt: message.at }),
      );
    case 'handoffWithdrawn':
      return settle(withHandoff(c, event.handoffId, { state: 'withdrawn', endedAt: message.at }));
    case 'handoffAnswered':
      return settle(
        withHandoff(c, event.handoffId, { state: 'answered', alerted: null, endedAt: message.at }),
      );
  }
}

/** `handedOff` while somebody outside the owner is asked or at work; otherwise it is the owner's, or the queue's. */
function settle(c: Conversation): Conversation {
  if (c.ownerType === 'queue') return { ...c, status: 'queued' };
  return { ...c, status: c.handoffs.some(isOpenHandoff) ? 'handedOff' : 'assigned' };
}

/** Somebody is asked, or advises or takes part. An accepted transfer is not open: it made a new owner. */
export const isOpenHandoff = (h: Handoff): boolean =>
  isAsked(h) || (h.state === 'accepted' && h.mode !== 'transfer');

function ended(h: Handoff, at: number): Handoff {
  if (isAsked(h)) return { ...h, state: 'withdrawn', endedAt: at };
  return h.state === 'accepted' ? { ...h, state: 'answered', alerted: null, endedAt: at } : settled(h);
}

/** An expired hand-off about which something was done: nobody is alerted any more. */
const settled = (h: Handoff): Handoff => (h.state === 'expired' && h.alerted ? { ...h, alerted: null } : h);

/** Nobody has answered the request yet: neither those who are asked nor, before them, a manager. */
export const isAsked = ({ state }: Handoff): boolean => state === 'requested' || state === 'needsApproval';

function withHandoff(c: Conversation, id: string, patch: Partial<Handoff>): Conversation {
  return { ...c, handoffs: c.handoffs.map((h) => (h.id === id ? { ...h, ...patch } : h)) };
}

function requested(
  event: Extract<ConversationEvent, { type: 'handoffRequested' }>,
  message: Message,
): Handoff {
  const requestedBy =
    message.author.type === 'staff'
      ? { id: message.author.id, name: message.author.name }
      : { id: '', name: '' };
  return {
    id: event.handoffId,
    mode: event.mode,
    state: event.needsApproval ? 'needsApproval' : 'requested',
    departmentId: event.departmentId,
    user: event.user,
    skill: event.skill ?? null,
    question: event.question,
    reason: event.reason,
    requestedBy,
    requestedAt: message.at,
    deadline: event.deadline,
    alerted: null,
    acceptedBy: null,
    declineReason: null,
    endedAt: null,
  };
}
