import { firstFeedbackSettings } from '@lotsa/core';
import { fail, type FeedbackChoices, type FeedbackSettings, type StaffRef } from '@lotsa/protocol';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';

/** How feedback is decided for each site. */
export interface FeedbackChoosing {
  get(siteId: string): Promise<FeedbackSettings>;
  /** @throws LotsaError `changed_meanwhile`. */
  set(siteId: string, revision: number, choices: FeedbackChoices, by: StaffRef): Promise<FeedbackSettings>;
}

/** Makes it. */
export function createFeedbackChoosing(
  { storage }: Pick<Context, 'storage'>,
  audit: Audit,
): FeedbackChoosing {
  async function get(siteId: string): Promise<FeedbackSettings> {
    const doc = await storage.get('feedbackSettings', siteId);
    if (!doc) return firstFeedbackSettings(siteId);
    const { id: _id, ...settings } = doc;
    return { ...firstFeedbackSettings(siteId), ...settings };
  }
  return {
    get,
    async set(siteId, revision, after, by) {
      const { siteId: _site, revision: seen, ...before } = await get(siteId);
      if (seen !== revision) throw fail('changed_meanwhile', { name: null });
      await audit(by, 'feedbackSettingsChanged', siteId, { change: { before, after } });
      const next = { ...after, siteId, revision: revision + 1 };
      const doc = { ...next, id: siteId };
      const kept =
        revision === 0
          ? (await storage.insert('feedbackSettings', [doc])) === 1
          : (await storage.update('feedbackSettings', siteId, doc, { revision })) !== undefined;
      if (!kept) throw fail('changed_meanwhile', { name: null });
      return next;
    },
  };
}
