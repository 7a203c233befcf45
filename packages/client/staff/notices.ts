import { isCentre } from '@lotsa/core';
import type { Conversation, Me, Message, StaffFacts } from '@lotsa/protocol';
import { answersIn } from './boxes.ts';
import type { Notice } from './staff-console.ts';

/** What a conversation that changed means to this user. `acting`: this user has just asked for a change of it. */
export function noticeOfChange(
  before: Conversation | undefined,
  after: Conversation,
  me: Me,
  acting: boolean,
): Notice | null {
  if (
    before?.offer?.user.id === me.id &&
    after.status === 'queued' &&
    after.offer?.user.id !== me.id &&
    !acting
  ) {
    return { type: 'offerMissed', conversationId: after.id };
  }
  if (after.status !== 'closed' && after.ownerId === me.id && before?.ownerId !== me.id && !acting) {
    return { type: 'assigned', conversationId: after.id };
  }
  if (after.offer?.user.id === me.id && before?.offer?.user.id !== me.id) {
    return { type: 'offered', conversationId: after.id, until: after.offer.until };
  }
  if (after.status === 'queued' && before?.status !== 'queued' && isCentre(me.role) && !acting) {
    return { type: 'queued', conversationId: after.id };
  }
  return null;
}

/** A visitor's text where this user answers. */
export function noticeOfMessage(
  conversation: Conversation | undefined,
  message: Message,
  me: Me,
): Notice | null {
  if (message.kind !== 'text' || message.author.type !== 'visitor') return null;
  if (!conversation || !answersIn(me, conversation)) return null;
  return { type: 'message', conversationId: message.conversationId, text: message.text };
}

/** What became of a hand-off, unless it is this user's own doing. */
export function noticeOfHandoff(
  { conversationId, handoff }: StaffFacts['handoff:changed'],
  me: Me,
): Notice | null {
  return handoff.acceptedBy?.id === me.id ? null : { type: 'handoff', conversationId, handoff };
}
