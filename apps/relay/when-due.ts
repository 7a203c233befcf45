import type { Command } from '@lotsa/core';
import { type ErrorCode, LotsaError } from '@lotsa/protocol';
import type { Relay } from './sockets/relay.ts';

const AWAY: ReadonlySet<ErrorCode> = new Set(['storage_unavailable', 'overloaded']);

/**
 * Does what has become due in a conversation. Several relays may do it at once: one append wins, the rest is refused.
 * @throws LotsaError `storage_unavailable` or `overloaded`: it is still to be done.
 */
export async function whenDue(
  { context, conversations }: Pick<Relay, 'context' | 'conversations'>,
  conversationId: string,
  command: Command,
  id: string,
): Promise<void> {
  try {
    await conversations.execute(conversationId, command, { actor: { type: 'system' }, id });
  } catch (error) {
    if (error instanceof LotsaError && AWAY.has(error.answer.code)) throw error;
    // Somebody was faster: an agent came back, a specialist accepted, another relay did it.
    context.log.debug({ err: error, conversationId, command: command.type }, 'not due any more');
  }
}
