import { type Conversation, fail, type Handoff, type HandoffMode, type NewMessage } from '@lotsa/protocol';
import { type Access, isTarget } from './access.ts';
import type { Actor } from './actor.ts';
import type { Command } from './command.ts';
import { isAsked } from './evolve.ts';
import { watchOf } from './overdue.ts';
import { type Context, eventMessage, staffOf } from './context.ts';
import { maskPersonalNumbers } from './personal-number.ts';

type HandoffCommand = Extract<Command, { handoffId: string }>;

/** What a consulted specialist does, the visitor does not see (rule H3). */
const audienceOf = (handoff: Handoff): 'public' | 'staff' =>
  handoff.mode === 'consult' ? 'staff' : 'public';

/** A question that would change hands this often is sent around: a manager decides (rule H6). */
const HOPS_ALLOWED = 2;

const isManager = (actor: Actor): boolean => actor.type === 'staff' && actor.user.role === 'manager';

/** Whether another hand-off is one too many, those under way included. A consultation changes no hands. */
export function needsApproval({ hops, handoffs }: Conversation, mode: HandoffMode, actor: Actor): boolean {
  const underWay = handoffs.filter(
    (h) => h.mode !== 'consult' && (h.state === 'requested' || h.state === 'needsApproval'),
  );
  return mode !== 'consult' && hops + underWay.length >= HOPS_ALLOWED && !isManager(actor);
}

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
      if (handoff.state === 'needsApproval') throw fail('handoff_over', { state: handoff.state });
      requireAsked(handoff);
      if (now >= handoff.deadline) throw fail('handoff_over', { state: 'expired' });
      return eventMessage(
        context,
        { type: 'handoffAccepted', handoffId, mode, departmentId, user },
        audienceOf(handoff),
      );
    }
    case 'approveHandoff': {
      const user = staffOf(actor);
      if (!isManager(actor)) throw fail('forbidden', {});
      if (handoff.state !== 'needsApproval') throw fail('handoff_over', { state: handoff.state });
      const { deadline } = command;
      return eventMessage(context, { type: 'handoffApproved', handoffId, user, deadline }, 'staff');
    }
    case 'alertHandoff':
      if (actor.type !== 'system') throw fail('forbidden', {});
      if (now < handoff.deadline || watchOf(handoff) !== command.alerted || isAsked(handoff))
        throw fail('handoff_over', { state: handoff.state });
      return eventMessage(context, { type: 'handoffOverdue', handoffId, alerted: command.alerted }, 'staff');
    case 'declineHandoff': {
      const user = staffOf(actor);
      const decides =
        handoff.state === 'needsApproval'
          ? isManager(actor)
          : actor.type === 'staff' && isTarget(actor.user, handoff);
      if (!decides) throw fail('forbidden', {});
      requireAsked(handoff);
      const reason = maskPersonalNumbers(command.reason).text;
      return eventMessage(context, { type: 'handoffDeclined', handoffId, user, reason }, 'staff');
    }
    case 'withdrawHandoff': {
      const user = staffOf(actor);
      if (!access.decide) throw fail('forbidden', {});
      requireAsked(handoff);
      return eventMessage(context, { type: 'handoffWithdrawn', handoffId, user }, 'staff');
    }
    case 'expireHandoff':
      if (actor.type !== 'system') throw fail('forbidden', {});
      requireAsked(handoff);
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

function requireAsked(handoff: Handoff): void {
  if (isAsked(handoff)) return;
  // Whoever comes second learns who was first (H5).
  if (handoff.acceptedBy) throw fail('handoff_taken', { name: handoff.acceptedBy.name });
  throw fail('handoff_over', { state: handoff.state });
}
