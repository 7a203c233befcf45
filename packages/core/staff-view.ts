import type { Conversation, Handoff, Message } from '@lotsa/protocol';
import { accessOf } from './access.ts';
import type { Actor } from './actor.ts';

/** A hand-off without what was written in it. */
export const redactedHandoff = (handoff: Handoff): Handoff => ({
  ...handoff,
  question: '',
  reason: '',
  declineReason: null,
});

function withoutFacts(c: Conversation): Conversation {
  const rest = { ...c };
  delete rest.facts;
  delete rest.identity;
  return rest;
}

/** A conversation for whoever only sees that it exists (rule P6): nothing anybody wrote, and nothing of the visitor. */
export const redacted = (c: Conversation): Conversation => ({
  ...withoutFacts(c),
  visitorId: '',
  page: null,
  contact: null,
  contactEmail: null,
  contactPhone: null,
  excerpt: { ...c.excerpt, text: '' },
  handoffs: c.handoffs.map(redactedHandoff),
});

/** How to reach a visitor under protected identity is the owner's alone (rule P6). */
export const hidesContact = (c: Conversation, userId: string): boolean =>
  c.protectedIdentity && c.ownerId !== userId;

/** The conversation without how to reach its visitor, which a page may have said too. */
export const withoutContact = (c: Conversation): Conversation => ({
  ...withoutFacts(c),
  contact: null,
  contactEmail: null,
  contactPhone: null,
});

/** A message without how to reach the visitor. */
export function messageWithoutContact(message: Message): Message {
  if (message.kind === 'text' && message.opening) {
    const { facts: _, identity: _identity, ...opening } = message.opening;
    return { ...message, opening: { ...opening, contact: null } };
  }
  if (message.kind !== 'event') return message;
  const { event } = message;
  if (event.type === 'identified') {
    const { by, provider, assurance, at } = event.identity;
    return {
      ...message,
      event: { type: 'identified', identity: { by, provider, assurance, at, subject: '' } },
    };
  }
  return event.type === 'contactLeft' || event.type === 'contactCorrected'
    ? { ...message, event: { ...event, contact: {} } }
    : message;
}

/** A conversation as a member of the staff sees it; null when it is not to be known that it exists. */
export function staffConversation(
  actor: Extract<Actor, { type: 'staff' }>,
  conversation: Conversation,
): Conversation | null {
  const access = accessOf(actor, conversation);
  if (!access.exists) return null;
  if (!access.read) return redacted(conversation);
  return hidesContact(conversation, actor.user.id) ? withoutContact(conversation) : conversation;
}
