import { reachesSomebody } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';
import { queueCaseMails } from './case-mails.ts';
import { openConversationCase } from './open-case.ts';

/**
 * A hand-off to a department in which nobody is there becomes a case for it, and the visitor is told who has it and by when
 * (rule H4). Of a consultation the visitor sees nothing (rule H3): it waits until its deadline instead.
 * @returns the case, or undefined where somebody is there.
 */
export async function caseWhenNobodyIsThere(
  relay: Relay,
  conversation: Conversation,
  handoffId: string,
): Promise<CaseDoc | undefined> {
  const handoff = conversation.handoffs.find(({ id }) => id === handoffId);
  if (!handoff || handoff.mode === 'consult' || handoff.state !== 'requested') return undefined;
  // What has become a case goes on there; what is asked for besides waits for its deadline.
  if (conversation.caseNumber !== null || reachesSomebody(handoff, await relay.presence.present()))
    return undefined;
  const { owner } = conversation;
  const opened = await openConversationCase(relay, {
    conversation,
    topicId: null,
    actor: { type: 'system' },
    departmentId: handoff.departmentId,
    summary: handoff.question,
    handoffId,
    mailHandoffId: handoffId,
    ...(owner ? { owner } : {}),
    ...(handoff.user ? { handler: handoff.user } : {}),
  });
  await queueCaseMails(relay, opened);
  return opened;
}
