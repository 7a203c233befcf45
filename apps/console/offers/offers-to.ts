import type { StaffState } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';

/** A conversation that is offered to this user. */
export interface OfferToMe {
  readonly conversation: Conversation;
  readonly until: number;
}

/** What this user is asked to take and may still take (rule R2), the one that ends first before the others. */
export function offersToMe({ boxes, conversations, me }: StaffState, now: number): OfferToMe[] {
  return boxes.queue.conversationIds
    .flatMap((id) => {
      const conversation = conversations.get(id);
      const offer = conversation?.offer;
      return conversation && offer && offer.user.id === me?.id && offer.until > now
        ? [{ conversation, until: offer.until }]
        : [];
    })
    .toSorted((a, b) => a.until - b.until);
}
