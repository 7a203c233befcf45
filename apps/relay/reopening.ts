import { isReopenedBy } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';

/** A visitor has this many conversations in a week at most, as far as it is looked for. */
const LOOKED_AT = 20;

/** Conversations of one visitor that go on with each other (rule O5). */
export interface Reopening {
  /** The last earlier conversations of a visitor, the latest first. */
  earlier(visitorId: string, conversationId: string): Promise<Conversation[]>;
  /** The one of them that a conversation on a topic, begun at a time, goes on with. */
  find(earlier: readonly Conversation[], topicId: string | null, startedAt: number): Conversation | undefined;
  /** Says so in the earlier one. Again with the same later one changes nothing. */
  mark(later: Conversation): Promise<void>;
}

/** Makes it. */
export function createReopening({ storage, log }: Context, conversations: Conversations): Reopening {
  return {
    async earlier(visitorId, conversationId) {
      const { docs } = await storage.find('conversations', {
        index: 'byVisitor',
        equals: { visitorId },
        order: 'desc',
        limit: LOOKED_AT,
      });
      return docs.filter(({ id }) => id !== conversationId);
    },
    find: (earlier, topicId, startedAt) =>
      topicId === null ? undefined : earlier.find((one) => isReopenedBy(one, { topicId, startedAt })),
    async mark({ id, reopens }) {
      if (reopens === null) return;
      await conversations
        .execute(
          reopens,
          { type: 'markReopened', by: id },
          { actor: { type: 'system' }, id: `reopened-${id.slice(0, 50)}` },
        )
        // Another conversation goes on with it already.
        .catch((error: unknown) => log.debug({ err: error, conversationId: reopens }, 'not reopened'));
    },
  };
}
