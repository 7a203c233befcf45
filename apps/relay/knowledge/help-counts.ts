import { createHash } from 'node:crypto';
import { localDate, maskContacts } from '@lotsa/core';
import type { Helped, Site } from '@lotsa/protocol';
import type { Context } from '../context.ts';

/** What readers say of guides and answers, and what they searched for in vain. Nothing of it names anybody. */
export interface HelpCounts {
  /** It answered somebody's question, or did not. */
  count(site: Site, what: Helped, helped: boolean): Promise<void>;
  /** A whole question found nothing. */
  missed(site: Site, query: string, language: string): Promise<void>;
  /** Lets go of what was not searched for again, and of days that nobody asks about any more. */
  removeOld(): Promise<void>;
}

/** With this many different ones at a site, new ones are not kept: a flood must not fill the store. */
const MAX_MISSES = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;
const KEPT_MS = 180 * DAY_MS;
/** What is told of guides and gaps is of thirty days. */
const COUNTS_KEPT_MS = 60 * DAY_MS;
/** With this many counters at once something is wrong; one count more or less is not worth more tries. */
const MAX_TRIES = 20;

/** Makes them. `judged` is called when somebody's word was counted. */
export function createHelpCounts(
  { storage, now }: Context,
  judged: (siteId: string, what: Helped, helped: boolean) => void,
): HelpCounts {
  return {
    async count(site, { kind, id: subjectId }, helped) {
      const day = localDate(now(), site.hours.timeZone);
      const id = `${day}:${site.id}:${kind}:${subjectId}`;
      const field = helped ? 'helped' : 'notHelped';
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const known = await storage.get('helpCounts', id);
        if (!known) {
          const none = { id, siteId: site.id, day, kind, subjectId, helped: 0, notHelped: 0 };
          await storage.insert('helpCounts', [none]);
          continue;
        }
        const raised = { [field]: known[field] + 1 };
        if (!(await storage.update('helpCounts', id, raised, { [field]: known[field] }))) continue;
        judged(site.id, { kind, id: subjectId }, helped);
        return;
      }
    },

    async missed(site, text, language) {
      const query = maskContacts(text);
      const same = query
        .toLowerCase()
        .replace(/[^\p{L}\p{N}•]+/gu, ' ')
        .trim();
      const id = createHash('sha256').update(`${site.id}\n${language}\n${same}`).digest('base64url');
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const known = await storage.get('searchMisses', id);
        if (known) {
          const { count } = known;
          if (await storage.update('searchMisses', id, { count: count + 1, lastAt: now() }, { count }))
            return;
          continue;
        }
        const own = { index: 'bySite', equals: { siteId: site.id }, limit: MAX_MISSES } as const;
        if ((await storage.count('searchMisses', own)) >= MAX_MISSES) return;
        const first = { id, siteId: site.id, language, query, count: 1, lastAt: now() };
        if ((await storage.insert('searchMisses', [first])) === 1) return;
      }
    },

    async removeOld() {
      const range = { field: 'lastAt', lt: now() - KEPT_MS } as const;
      await storage.remove('searchMisses', { index: 'byAge', range, limit: 200 });
      const before = new Date(now() - COUNTS_KEPT_MS).toISOString().slice(0, 10);
      const old = { index: 'byAge', range: { field: 'day', lt: before }, limit: 200 } as const;
      await storage.remove('helpCounts', old);
    },
  };
}
