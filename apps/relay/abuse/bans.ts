import type { Ban, BanAnswers, Conversation, StaffRef } from '@lotsa/protocol';
import { fail, LIMITS } from '@lotsa/protocol';
import type { Context } from '../context.ts';

const BATCH = 200;

/** Who may not begin a conversation (rule B3). */
export interface Bans {
  /** Until when a visitor is kept out; null when it is not. */
  until(visitorId: string): Promise<number | null>;
  /** @throws LotsaError `banned`. */
  check(visitorId: string): Promise<void>;
  /** Keeps the visitor of a conversation out, as its last message says. The longer of two bans counts. */
  add(conversation: Conversation, by: StaffRef, ban: { until: number; reason: string }): Promise<void>;
  /** @throws LotsaError `not_found` when there is no such ban, or it has ended. */
  lift(visitorId: string): Promise<void>;
  list(after: string | null): Promise<BanAnswers['bans:list']>;
  /** What has ended goes; its conversation and the audit log keep it. */
  removeEnded(): Promise<void>;
}

/** Makes it. */
export function createBans({ storage, now }: Context): Bans {
  async function until(visitorId: string): Promise<number | null> {
    const ban = await storage.get('bans', visitorId);
    return ban && ban.until > now() ? ban.until : null;
  }

  /** While it is kept out a visitor is known, or a ban of a week would end with the day. */
  async function keepKnown(visitorId: string, end: number): Promise<void> {
    const { docs } = await storage.find('sessions', {
      index: 'bySubject',
      equals: { kind: 'visitor', subjectId: visitorId },
      limit: BATCH,
    });
    for (const { id, expiresAt } of docs)
      if (expiresAt < end) await storage.update('sessions', id, { expiresAt: end });
  }

  return {
    until,
    async check(visitorId) {
      const end = await until(visitorId);
      if (end !== null) throw fail('banned', { until: end });
    },
    async add({ id: conversationId, visitorId, siteId, secret }, by, { until: end, reason }) {
      const before = await until(visitorId);
      if (before !== null && before >= end) return;
      const ban: Ban = {
        id: visitorId,
        siteId,
        conversationId,
        reason: secret ? null : reason,
        by: { id: by.id, name: by.name },
        at: now(),
        until: end,
      };
      await storage.put('bans', ban);
      await keepKnown(visitorId, end);
    },
    async lift(visitorId) {
      if ((await until(visitorId)) === null) throw fail('not_found', {});
      await storage.update('bans', visitorId, { until: now() });
    },
    async list(after) {
      const { docs, next } = await storage.find('bans', {
        index: 'byEnd',
        range: { field: 'until', gte: now() + 1 },
        order: 'desc',
        limit: LIMITS.pageList,
        after,
      });
      return { bans: docs, next };
    },
    async removeEnded() {
      await storage.remove('bans', {
        index: 'byEnd',
        range: { field: 'until', lte: now() },
        limit: BATCH,
      });
    },
  };
}
