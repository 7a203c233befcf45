import type {
  ApiCase,
  ApiConversation,
  ApiEntry,
  ApiKey,
  ApiMessage,
  Author,
  Case,
  CaseEntry,
  Conversation,
  Message,
} from '@lotsa/protocol';
import { accessOf } from './access.ts';
import type { StaffActor } from './actor.ts';
import { caseAccess } from './decide-case.ts';

/**
 * Another system acts as somebody of the centre who owns nothing: it sees what the centre sees, and of what is secret that it
 * exists (rule P6). What it may ask at all, its scopes say.
 */
export const actorOfKey = ({ id, name }: Pick<ApiKey, 'id' | 'name'>): StaffActor => ({
  id,
  name,
  role: 'manager',
  departmentIds: [],
});

/** A conversation as another system sees it. */
export function apiConversation(user: StaffActor, c: Conversation): ApiConversation {
  const told = accessOf({ type: 'staff', user }, c).read ? c : null;
  return {
    id: c.id,
    siteId: c.siteId,
    secret: c.secret,
    status: c.status,
    channel: c.channel,
    language: told?.language ?? null,
    topicId: told?.topicId ?? null,
    departmentId: told?.departmentId ?? null,
    ownerId: c.ownerId || null,
    startedAt: c.startedAt,
    lastAt: c.lastAt,
    firstReplyAt: c.firstReplyAt,
    closedAt: c.closedAt,
    outcome: c.outcome,
    caseNumber: c.caseNumber,
  };
}

const authorOf = (author: Author): ApiMessage['author'] => ({
  type: author.type,
  name: author.type === 'staff' ? author.name : null,
});

/** A message of a conversation that it may read. */
export function apiMessage(message: Message): ApiMessage {
  const { seq, id, at, audience, kind } = message;
  const text = {
    text: () => (message.kind === 'text' ? message.text : null),
    note: () => (message.kind === 'note' ? message.text : null),
    file: () => (message.kind === 'file' ? message.file.name : null),
    event: () => (message.kind === 'event' ? message.event.type : null),
  }[kind]();
  return { seq, id, at, audience, author: authorOf(message.author), kind, text };
}

/** A case as another system sees it. */
export function apiCase(user: StaffActor, it: Case): ApiCase {
  const told = caseAccess(user, it) === 'work' ? it : null;
  return {
    number: it.number,
    siteId: it.siteId,
    secret: it.secret,
    status: it.status,
    open: it.open === 1,
    kind: told?.kind ?? null,
    title: told?.title ?? null,
    language: told?.language ?? null,
    topicId: told?.topicId ?? null,
    departmentId: told?.departmentId || null,
    ownerId: it.ownerId || null,
    handlerId: it.handlerId || null,
    conversationId: told?.conversationId ?? null,
    mergedInto: it.mergedInto,
    receivedAt: it.receivedAt,
    promisedAt: it.promisedAt,
    lastAt: it.lastAt,
    closedAt: it.closedAt,
  };
}

/** An entry of the log of a case that it may read. */
export const apiEntry = ({ seq, id, at, audience, author, event }: CaseEntry): ApiEntry => ({
  seq,
  id,
  at,
  audience,
  author: authorOf(author),
  event,
});
