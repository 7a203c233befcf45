import { randomUUID } from 'node:crypto';
import { type Actor, type Command, decide } from '@lotsa/core';
import type { Conversation, Opening } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';

/** How a conversation about a building permit begins. */
export const openingBy = (visitorId: string, over: Partial<Opening> = {}): Opening => ({
  siteId: 'ekhamra',
  visitorId,
  language: 'sv',
  page: null,
  topicId: 'bygglov',
  departmentId: null,
  contact: null,
  ...over,
});

/**
 * A conversation that is written to a store as the relay would, at a time of one's choice. @returns what says the next thing in it,
 * and answers with the id of that and the conversation after it.
 */
export function writing(storage: Storage, now = Date.now()) {
  const conversationId = randomUUID();
  let before: Conversation | undefined;
  return async (actor: Actor, command: Command): Promise<{ id: string; conversation: Conversation }> => {
    const id = randomUUID();
    const result = await storage.append(conversationId, before, decide(before, command, { actor, id, now }));
    if (result.status !== 'appended') throw new Error(result.status);
    before = result.conversation;
    return { id, conversation: before };
  };
}
