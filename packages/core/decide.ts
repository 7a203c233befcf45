import { type Conversation, fail, LIMITS, type NewMessage, type PageFacts } from '@lotsa/protocol';
import { accessOf, isCentre } from './access.ts';
import { mayOpenCaseOf } from './case-of-handoff.ts';
import type { Command } from './command.ts';
import { authorOf, type Context, eventMessage, staffOf } from './context.ts';
import { banOf } from './ban.ts';
import { maskedContact } from './contact.ts';
import { decideRecord } from './records/decide-record.ts';
import { decideGlass } from './decide-glass.ts';
import { claim, decideRouting } from './decide-routing.ts';
import { decideHandoff, needsApproval } from './decide-handoff.ts';
import { maskedIdentity } from './identity.ts';
import { maskPersonalNumbers } from './personal-number.ts';
import { requireSubjectOfficer } from './subjects/officer.ts';

/** What may be done with a secret conversation by whoever only sees that it exists; each says itself by whom. */
const WITHOUT_READING: ReadonlySet<Command['type']> = new Set([
  'claim',
  'declineOffer',
  'assign',
  'approveHandoff',
  'declineHandoff',
  'breakGlass',
]);

const masked = (text: string): string => maskPersonalNumbers(text).text;

const maskedValues = (facts: PageFacts): PageFacts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, masked(value)]));

/**
 * Decides a command: the one message that it causes, or an error. One command is one message, so that what is stored
 * is never half of a decision.
 * @throws LotsaError when the rules or the actor's access forbid it.
 */
export function decide(
  conversation: Conversation | undefined,
  command: Command,
  context: Context,
): NewMessage {
  const { actor, id, now } = context;
  if (command.type === 'start') {
    if (conversation) throw fail('wrong_status', { status: conversation.status });
    if (actor.type !== 'visitor' || actor.visitorId !== command.opening.visitorId)
      throw fail('forbidden', {});
    const { facts, contact, identity, ...rest } = command.opening;
    const opening = {
      ...rest,
      contact: contact && maskedContact(contact),
      ...(identity && { identity: maskedIdentity(identity) }),
    };
    const { text } = command;
    return {
      id,
      author: { type: 'visitor' },
      at: now,
      audience: 'public',
      kind: 'text',
      text: masked(text),
      // A page knows who is signed in; a personal number is none of what it may say (rule P2).
      opening: facts ? { ...opening, facts: maskedValues(facts) } : opening,
    };
  }
  if (command.type === 'register') {
    if (conversation) throw fail('wrong_status', { status: conversation.status });
    if (actor.type !== 'staff' || !isCentre(actor.user.role)) throw fail('forbidden', {});
    const { type: _type, note, ...of } = command;
    return eventMessage(context, { type: 'registered', ...of, note: note && masked(note) }, 'staff');
  }
  if (!conversation) throw fail('not_found', {});
  if (command.type === 'correctContact') {
    requireSubjectOfficer(actor);
    // What they may not read they do not change either (rule P6).
    if (conversation.secret) throw fail('forbidden', {});
    const contact = command.contact && maskedContact(command.contact);
    return eventMessage(context, { type: 'contactCorrected', contact }, 'staff');
  }
  if (command.type === 'classify' || command.type === 'setDiaryNumber')
    return decideRecord(conversation, command, context);
  const access = accessOf(actor, conversation);
  if (!access.exists) throw fail('not_found', {});
  if (!access.read && !WITHOUT_READING.has(command.type)) throw fail('forbidden', {});
  if (command.type === 'markReopened') {
    if (actor.type !== 'system') throw fail('forbidden', {});
    if (conversation.open || conversation.reopenedBy)
      throw fail('wrong_status', { status: conversation.status });
    return eventMessage(context, { type: 'reopened', by: command.by }, 'staff');
  }
  if (command.type === 'breakGlass' || command.type === 'mendGlass')
    return decideGlass(conversation, command, context, access);
  if (conversation.status === 'closed') throw fail('conversation_closed', {});

  switch (command.type) {
    case 'setSecrecy': {
      if (!access.decide) throw fail('forbidden', {});
      const { protectedIdentity } = command;
      const secret = command.secret || protectedIdentity;
      return eventMessage(context, { type: 'secrecySet', secret, protectedIdentity }, 'staff');
    }
    case 'sendText':
      if (actor.type === 'visitor' && conversation.visitorEnded) throw fail('conversation_closed', {});
      if (!access.write) throw fail('forbidden', {});
      return {
        id,
        author: authorOf(actor),
        at: now,
        audience: 'public',
        kind: 'text',
        text: masked(command.text),
      };
    case 'sendFile':
      if (actor.type === 'visitor' && conversation.visitorEnded) throw fail('conversation_closed', {});
      if (!access.write) throw fail('forbidden', {});
      return { id, author: authorOf(actor), at: now, audience: 'public', kind: 'file', file: command.file };
    case 'sendNote':
      if (!access.note) throw fail('forbidden', {});
      return {
        id,
        author: authorOf(actor),
        at: now,
        audience: 'staff',
        kind: 'note',
        text: masked(command.text),
        ...(command.to ? { to: command.to } : {}),
      };
    case 'leaveContact':
      if (actor.type !== 'visitor') throw fail('forbidden', {});
      return eventMessage(context, { type: 'contactLeft', contact: maskedContact(command.contact) });
    case 'endByVisitor':
      if (actor.type !== 'visitor') throw fail('forbidden', {});
      if (conversation.visitorEnded) throw fail('conversation_closed', {});
      return eventMessage(context, { type: 'visitorEnded' });
    case 'identify':
      if (actor.type !== 'visitor') throw fail('forbidden', {});
      return eventMessage(
        context,
        { type: 'identified', identity: maskedIdentity(command.identity) },
        'staff',
      );
    case 'endIdentity':
      if (actor.type !== 'visitor') throw fail('forbidden', {});
      if (!conversation.identity) throw fail('wrong_status', { status: conversation.status });
      return eventMessage(context, { type: 'identityEnded' }, 'staff');
    case 'claim':
      return claim(conversation, command, context);
    case 'offer':
    case 'endOffer':
    case 'declineOffer':
    case 'assign':
      return decideRouting(conversation, command, context);
    case 'release':
      if (conversation.ownerType !== 'agent' || conversation.ownerId !== staffOf(actor).id)
        throw fail('forbidden', {});
      return eventMessage(context, { type: 'returned', reason: 'released' });
    case 'returnToQueue':
      if (actor.type !== 'system') throw fail('forbidden', {});
      if (conversation.ownerType !== 'agent') throw fail('wrong_status', { status: conversation.status });
      return eventMessage(context, { type: 'returned', reason: 'agentGone' });
    case 'openCase': {
      const { handoffId } = command;
      if (!access.decide && !mayOpenCaseOf(conversation, handoffId, actor)) throw fail('forbidden', {});
      if (conversation.caseNumber) throw fail('wrong_status', { status: conversation.status });
      const { number, departmentId, promisedAt } = command;
      const of = handoffId === undefined ? {} : { handoffId };
      return eventMessage(context, { type: 'caseOpened', number, departmentId, promisedAt, ...of });
    }
    case 'close':
      if (!access.decide) throw fail('forbidden', {});
      return eventMessage(context, {
        type: 'closed',
        outcome: command.outcome,
        topicId: command.topicId,
        ...(command.ban
          ? { recordClass: 'abusive' as const }
          : command.recordClass === undefined
            ? {}
            : { recordClass: command.recordClass }),
        ...(command.reopens === undefined ? {} : { reopens: command.reopens }),
        ...(command.ban ? { ban: banOf(command.ban, conversation, context) } : {}),
      });
    case 'requestHandoff': {
      if (!access.decide || conversation.ownerType === 'queue') throw fail('forbidden', {});
      if (conversation.handoffs.length >= LIMITS.handoffs)
        throw fail('too_many_handoffs', { limit: LIMITS.handoffs });
      const { mode, departmentId, user, skill, deadline } = command;
      const [question, reason] = [masked(command.question), masked(command.reason)];
      return eventMessage(
        context,
        {
          type: 'handoffRequested',
          handoffId: id,
          mode,
          departmentId,
          user,
          question,
          reason,
          deadline,
          ...(skill === null ? {} : { skill }),
          ...(command.secret ? { secret: true } : {}),
          ...(needsApproval(conversation, mode, actor) ? { needsApproval: true } : {}),
        },
        'staff',
      );
    }
    case 'approveHandoff':
    case 'alertHandoff':
    case 'acceptHandoff':
    case 'declineHandoff':
    case 'withdrawHandoff':
    case 'expireHandoff':
    case 'answerHandoff':
      return decideHandoff(conversation, command, context, access);
  }
}
