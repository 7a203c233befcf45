import type { Conversation } from '@lotsa/protocol';
import type { Relay } from '../sockets/relay.ts';
import { openConversationCase } from './open-case.ts';

/**
 * Ends a conversation that its visitor left in the queue (rule O2): with contact details the question becomes a case with a
 * promised date, without them there is nobody to answer any more.
 */
export async function endLeftQuestion(relay: Relay, conversation: Conversation): Promise<void> {
  if (conversation.status !== 'queued') return;
  const { sites } = await relay.directory();
  const topicId = conversation.topicId ?? sites.get(conversation.siteId)?.defaultTopicId;
  if (topicId === undefined) return;
  const actor = { type: 'system' } as const;
  const { contact, id } = conversation;
  if (contact) await openConversationCase(relay, { conversation, topicId, actor });
  const outcome = contact ? 'caseRegistered' : 'abandoned';
  await relay.conversations.execute(
    id,
    { type: 'close', outcome, topicId },
    { actor, id: `abandoned-${id.slice(0, 36)}` },
  );
}

/**
 * A question that is left with contact details when nobody is there to answer becomes a case at once, so that its visitor is
 * told by when (rule O2). It can write on until it leaves.
 */
export async function openLeftQuestion(relay: Relay, conversation: Conversation): Promise<void> {
  if (conversation.status !== 'queued' || !conversation.contact || conversation.caseNumber !== null) return;
  await openConversationCase(relay, { conversation, topicId: null, actor: { type: 'system' } });
}
