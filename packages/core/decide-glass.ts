import { type Conversation, fail, type NewMessage } from '@lotsa/protocol';
import type { Access } from './access.ts';
import type { Command } from './command.ts';
import { type Context, eventMessage, staffOf } from './context.ts';
import { maskPersonalNumbers } from './personal-number.ts';

type GlassCommand = Extract<Command, { type: 'breakGlass' | 'mendGlass' }>;

/**
 * A manager reads what is secret all the same, with a reason and for a time (rule P6); also of a conversation that is closed,
 * for it is afterwards that people complain.
 * @throws LotsaError when it is not a manager, or it reads it already.
 */
export function decideGlass(
  conversation: Conversation,
  command: GlassCommand,
  context: Context,
  access: Access,
): NewMessage {
  const { actor, now } = context;
  if (command.type === 'mendGlass') {
    const broken = conversation.glass.find(({ user }) => user.id === command.userId);
    if (actor.type !== 'system') throw fail('forbidden', {});
    if (!broken || broken.until > now) throw fail('wrong_status', { status: conversation.status });
    return eventMessage(context, { type: 'glassMended', user: broken.user }, 'staff');
  }
  if (actor.type !== 'staff' || actor.user.role !== 'manager') throw fail('forbidden', {});
  if (access.read) throw fail('wrong_status', { status: conversation.status });
  const reason = maskPersonalNumbers(command.reason).text;
  return eventMessage(context, { type: 'glassBroken', user: staffOf(actor), reason }, 'staff');
}
