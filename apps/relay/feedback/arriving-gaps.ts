import { createHash } from 'node:crypto';
import { addDays, type Arrival, arrived, localDate, momentOf } from '@lotsa/core';
import type { FeedbackSettings, Site } from '@lotsa/protocol';
import type { HelpCountDoc } from '@lotsa/storage';
import { hitPath } from '../pages/guides-page.tsx';
import type { Relay } from '../sockets/relay.ts';
import { gapDoc, gapOf } from './web-gaps.ts';

/** How often what was counted is looked at. */
export const ARRIVING_EVERY_MS = 10 * 60_000;
/** Thumbs-down count for this many days. */
const DAYS = 30;
const PAGE = 500;

/** Makes gaps of what was counted: searches in vain, and readers whom a guide or an answer did not help (rule F1). */
export interface ArrivingGaps {
  look(): Promise<void>;
}

type ArrivingRelay = Pick<Relay, 'context' | 'directory' | 'leases' | 'feedback'>;

/** Makes it. */
export function createArrivingGaps({ context, directory, leases, feedback }: ArrivingRelay): ArrivingGaps {
  const { storage, now, config } = context;
  let lookedAt = 0;

  async function arrive(arrival: Arrival): Promise<void> {
    const known = await storage.get('webGaps', arrival.id);
    const next = arrived(known && gapOf(known), arrival);
    if (!next) return;
    const doc = gapDoc(next, null);
    if (known) await storage.update('webGaps', next.id, doc, { state: known.state });
    else await storage.insert('webGaps', [doc]);
  }

  /** Searches since the last look; whoever looks for the first time looks at all there are. */
  async function searches(site: Site, { searchesFrom }: FeedbackSettings): Promise<void> {
    const counter = `gaps-searched:${site.id}`;
    const since = (await storage.get('counters', counter))?.value ?? 0;
    let latest = since;
    let after: string | null = null;
    do {
      const page: {
        docs: { id: string; query: string; count: number; lastAt: number }[];
        next: string | null;
      } = await storage.find('searchMisses', {
        index: 'bySite',
        equals: { siteId: site.id },
        range: { field: 'lastAt', gte: since },
        limit: PAGE,
        after,
      });
      for (const { id, query, count, lastAt } of page.docs) {
        await arrive({
          id: `search-${id}`,
          siteId: site.id,
          source: 'search',
          page: '',
          title: '',
          words: [query],
          topicId: null,
          count,
          from: searchesFrom,
          lastAt,
        });
        latest = Math.max(latest, lastAt);
      }
      after = page.next;
    } while (after !== null);
    await storage.put('counters', { id: counter, value: latest });
  }

  async function thumbs(site: Site, { thumbsFrom }: FeedbackSettings): Promise<void> {
    const { timeZone } = site.hours;
    const counts = new Map<string, HelpCountDoc[]>();
    let after: string | null = null;
    do {
      const page: { docs: HelpCountDoc[]; next: string | null } = await storage.find('helpCounts', {
        index: 'bySite',
        equals: { siteId: site.id },
        range: { field: 'day', gte: addDays(localDate(now(), timeZone), -DAYS) },
        limit: PAGE,
        after,
      });
      for (const doc of page.docs) {
        if (doc.notHelped === 0) continue;
        const hash = createHash('sha256').update(`${site.id}\n${doc.subjectId}`).digest('base64url');
        const key = `${doc.kind}-${hash}`;
        counts.set(key, [...(counts.get(key) ?? []), doc]);
      }
      after = page.next;
    } while (after !== null);
    for (const [id, docs] of counts) {
      const [first] = docs;
      if (!first) continue;
      const known = await storage.get('webGaps', id);
      // What was said before it was mended is mended.
      const mended =
        known?.state === 'mended' && known.endedAt !== null ? localDate(known.endedAt, timeZone) : '';
      const since = docs.filter(({ day }) => day > mended);
      const last = since.reduce((day, doc) => (doc.day > day ? doc.day : day), '');
      if (last === '') continue;
      const subject =
        first.kind === 'guide'
          ? await storage.get('guides', first.subjectId)
          : await storage.get('questions', first.subjectId);
      if (!subject) continue;
      await arrive({
        id,
        siteId: site.id,
        source: first.kind,
        page: config.publicUrl + hitPath(site, { kind: first.kind, id: first.subjectId }),
        title: 'title' in subject ? subject.title.sv : subject.question.sv,
        words: [],
        topicId: 'topicId' in subject ? subject.topicId : null,
        count: since.reduce((sum, { notHelped }) => sum + notHelped, 0),
        from: thumbsFrom,
        lastAt: Math.min(now(), momentOf(last, '23:59', timeZone)),
      });
    }
  }

  return {
    async look() {
      if (now() - lookedAt < ARRIVING_EVERY_MS) return;
      const { sites } = await directory();
      await leases.hold('web-gaps', async () => {
        for (const site of sites.values()) {
          const settings = await feedback.choosing.get(site.id);
          await searches(site, settings);
          await thumbs(site, settings);
        }
      });
      lookedAt = now();
    },
  };
}
