import { type Conversation, fail, type NewMessage } from '@lotsa/protocol';
import { isCentre } from './access.ts';
import type { Command } from './command.ts';
import { type Context, eventMessage, staffOf } from './context.ts';

type RoutingCommand = Extract<Command, { type: 'offer' | 'endOffer' | 'declineOffer' | 'assign' }>;

/** One claim wins: whoever comes second is told who has it (rule R2). An offer keeps it for one agent. */
export function claim(
  conversation: Conversation,
  command: Extract<Command, { type: 'claim' }>,
  context: Context,
): NewMessage {
  const user = staffOf(context.actor);
  if (context.actor.type !== 'staff' || !isCentre(context.actor.user.role)) throw fail('forbidden', {});
  const { owner, offer } = conversation;
  if (owner) throw fail('already_claimed', { name: owner.name });
  if (offer && offer.user.id !== user.id && context.now < offer.until)
    throw fail('already_claimed', { name: offer.user.name });
  if (command.load >= command.capacity) throw fail('at_capacity', { capacity: command.capacity });
  return eventMessage(context, { type: 'assigned', user });
}

/** Decides who is asked to take a conversation, and who is given it (rule R2). */
export function decideRouting(
  conversation: Conversation,
  command: RoutingCommand,
  context: Context,
): NewMessage {
  const { actor, now } = context;
  const { offer, ownerType, ownerId, status } = conversation;
  switch (command.type) {
    case 'offer': {
      if (actor.type !== 'system') throw fail('forbidden', {});
      if (ownerType !== 'queue' || offer) throw fail('wrong_status', { status });
      const { user, until } = command;
      return eventMessage(context, { type: 'offered', user, until }, 'staff');
    }
    case 'endOffer': {
      const { reason } = command;
      if (actor.type !== 'system') throw fail('forbidden', {});
      if (!offer || (reason === 'missed' && now < offer.until)) throw fail('wrong_status', { status });
      return eventMessage(context, { type: 'offerEnded', user: offer.user, reason }, 'staff');
    }
    case 'declineOffer': {
      const user = staffOf(actor);
      if (offer?.user.id !== user.id) throw fail('wrong_status', { status });
      return eventMessage(context, { type: 'offerEnded', user, reason: 'declined' }, 'staff');
    }
    case 'assign': {
      const by = staffOf(actor);
      const manages = actor.type === 'staff' && actor.user.role === 'manager';
      if (!manages && !(ownerType === 'agent' && ownerId === by.id)) throw fail('forbidden', {});
      if (conversation.owner?.id === command.user.id)
        throw fail('already_claimed', { name: command.user.name });
      return eventMessage(context, { type: 'assigned', user: command.user });
    }
  }
}
