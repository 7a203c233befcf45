import { GLASS_MS } from '@lotsa/core';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';

const BATCH = 200;

/** Ends what was opened in spite of secrecy, when its time has passed (rule P6). */
export interface Glass {
  /** To be called before the glass is broken, so that no reading is forgotten however the relay ends. */
  remember(conversationId: string, userId: string): Promise<void>;
  /** Ends what is due. */
  look(): Promise<void>;
}

/** Makes it. */
export function createGlass({ storage, now, log }: Context, conversations: Conversations): Glass {
  return {
    async remember(conversationId, userId) {
      const id = `${conversationId}:${userId}`;
      // A little later than the conversation's own word, which is given after this.
      const until = now() + GLASS_MS;
      if ((await storage.insert('brokenGlass', [{ id, conversationId, userId, until }])) === 0)
        await storage.update('brokenGlass', id, { until });
    },
    async look() {
      const { docs } = await storage.find('brokenGlass', {
        index: 'byEnd',
        range: { field: 'until', lte: now() },
        limit: BATCH,
      });
      for (const { id, conversationId, userId, until } of docs) {
        const conversation = await conversations.load(conversationId);
        const broken = conversation?.glass.find(({ user }) => user.id === userId);
        if (broken && broken.until > now()) {
          await storage.update('brokenGlass', id, { until: broken.until });
          continue;
        }
        try {
          const command = { type: 'mendGlass', userId } as const;
          if (broken)
            await conversations.execute(conversationId, command, {
              actor: { type: 'system' },
              id: `mended-${until}-${userId.slice(0, 40)}`,
            });
        } catch (error) {
          // Another relay did it, or the storage is away: as long as it reads, the reminder stays.
          log.debug({ err: error, conversationId }, 'not ended now');
          continue;
        }
        await storage.remove('brokenGlass', {
          index: 'byReader',
          equals: { conversationId, userId },
          limit: 1,
        });
      }
    },
  };
}
