import { type Conversation, fail, type NewMessage } from '@lotsa/protocol';
import { accessOf } from '../access.ts';
import type { Command } from '../command.ts';
import { type Context, eventMessage, requireRegistrar } from '../context.ts';
import { maskPersonalNumbers } from '../personal-number.ts';

type RecordCommand = Extract<Command, { type: 'classify' | 'setDiaryNumber' }>;

/**
 * What is said of a closed conversation as a record (rule P4). Its class is said anew by whoever owned it, by a manager who may read it, or
 * by a registrar; once it is in the diary it stays what it is. The number is the registrar's.
 */
export function decideRecord(
  conversation: Conversation,
  command: RecordCommand,
  context: Context,
): NewMessage {
  const { actor } = context;
  if (command.type === 'setDiaryNumber') {
    requireRegistrar(actor);
    if (conversation.open === 1) throw fail('wrong_status', { status: conversation.status });
    return eventMessage(context, { type: 'diaryNumberSet', diaryNumber: command.diaryNumber }, 'staff');
  }
  if (actor.type !== 'staff') throw fail('forbidden', {});
  if (actor.user.role !== 'registrar') {
    const access = accessOf(actor, conversation);
    if (!access.exists) throw fail('not_found', {});
    const may = conversation.ownerId === actor.user.id || actor.user.role === 'manager';
    if (!access.read || !may) throw fail('forbidden', {});
  }
  const { open, status, recordClass, diaryNumber } = conversation;
  if (open === 1 || diaryNumber !== null || recordClass === command.recordClass)
    throw fail('wrong_status', { status });
  const reason = maskPersonalNumbers(command.reason).text;
  return eventMessage(context, { type: 'classed', recordClass: command.recordClass, reason }, 'staff');
}
