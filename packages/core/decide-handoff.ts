import { type Conversation, fail, type Handoff, type NewMessage } from '@lotsa/protocol';
import { type Access, isTarget } from './access.ts';
import type { Command } from './command.ts';
import { type Context, eventMessage, staffOf } from './context.ts';
import { maskPersonalNumbers } from './personal-number.ts';

type HandoffCommand = Extract<Command, { handoffId: string }>;

/** What a consulted specialist does, the visitor does not see (rule H3). */
const audienceOf = (handoff: Handoff): 'public' | 'staff' =>
  handoff.mode === 'consult' ? 'staff' : 'public';

/** Decides what becomes of a hand-off that was requested (rules H2, H3, H5). */
export function decideHandoff(
  conversation: Conversation,
  command: HandoffCommand,
  context: Context,
  access: Access,
): NewMessage {
  const handoff = conversation.handoffs.find((h) => h.id === command.handoffId);
  if (!handoff) throw fail('not_found', {});
  const { actor, now } = context;
  const { id: handoffId, mode, departmentId } = handoff;

  switch (command.type) {
    case 'acceptHandoff': {
      const user = staffOf(actor);
      if (actor.type !== 'staff' || !isTarget(actor.user, handoff)) throw fail('forbidden', {});
      requireRequested(handoff);
      if (now >= handoff.deadline) throw fail('handoff_over', { state: 'expired' });
      return eventMessage(
        context,
        { type: 'handoffAccepted', handoffId, mode, departmentId, user },
        audienceOf(handoff),
      );
    }
    case 'declineHandoff': {
      const user = staffOf(actor);
      if (actor.type !== 'staff' || !isTarget(actor.user, handoff)) throw fail('forbidden', {});
      requireRequested(handoff);
      const reason = maskPersonalNumbers(command.reason).text;
      return eventMessage(context, { type: 'handoffDeclined', handoffId, user, reason }, 'staff');
    }
    case 'withdrawHandoff': {
      const user = staffOf(actor);
      if (!access.decide) throw fail('forbidden', {});
      requireRequested(handoff);
      return eventMessage(context, { type: 'handoffWithdrawn', handoffId, user }, 'staff');
    }
    case 'expireHandoff':
      if (actor.type !== 'system') throw fail('forbidden', {});
      requireRequested(handoff);
      if (now < handoff.deadline) throw fail('wrong_status', { status: handoff.state });
      return eventMessage(context, { type: 'handoffExpired', handoffId }, 'staff');
    case 'answerHandoff': {
      const user = staffOf(actor);
      if (handoff.state !== 'accepted') throw fail('handoff_over', { state: handoff.state });
      if (handoff.acceptedBy?.id !== user.id || mode === 'transfer') throw fail('forbidden', {});
      return eventMessage(
        context,
        { type: 'handoffAnswered', handoffId, mode, departmentId, user },
        audienceOf(handoff),
      );
    }
  }
}

function requireRequested(handoff: Handoff): void {
  if (handoff.state === 'requested') return;
  // Whoever comes second learns who was first (H5).
  if (handoff.acceptedBy) throw fail('handoff_taken', { name: handoff.acceptedBy.name });
  throw fail('handoff_over', { state: handoff.state });
}
