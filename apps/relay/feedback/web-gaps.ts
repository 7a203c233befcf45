import {
  changedGap,
  daysAround,
  editorsOf,
  isActive,
  type GapChange,
  type GapMark,
  localDate,
  markedGap,
  pageQuestions,
} from '@lotsa/core';
import { fail, type StaffRef, type WebGap, type WebGapAnswers, type WebGapView } from '@lotsa/protocol';
import type { Page, WebGapDoc } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { type Directory, everyDocument } from '../directory.ts';
import type { StatDays } from '../statistics/stat-days.ts';
import type { FeedbackChoosing } from './settings.ts';

const PAGE = 50;
/** Other gaps of a page that are told of. */
const OTHERS = 20;
/** Pages of the store that one answer reads on for gaps of the user's own. */
const READ_ON = 10;

/** What is missing on the web (rules F1, F2). Who may is the caller's to ask; every change is written down (rule P7). */
export interface WebGaps {
  /** The same id again changes nothing (rule D2). `origin`: where it was marked. @throws LotsaError `forbidden`. */
  mark(mark: GapMark, origin: string, by: StaffRef): Promise<void>;
  list(
    of: { siteId: string; open: boolean; mine: string | null },
    after: string | null,
  ): Promise<WebGapAnswers['gaps:list']>;
  /** @throws LotsaError `not_found`. */
  get(id: string): Promise<WebGapView>;
  /** @throws LotsaError `not_found`, `changed_meanwhile`, `wrong_status`, `invalid_payload`. */
  change(id: string, change: GapChange, by: StaffRef): Promise<WebGap>;
  /** What was written in a conversation or a case goes with it. */
  forget(origin: string): Promise<void>;
}

/** A gap as it is told: not where it was marked. */
export const gapOf = ({ origin: _origin, words, ...gap }: WebGapDoc): WebGap => ({
  ...gap,
  words: words.map(({ quote }) => quote),
});

/** And as it is stored. */
export const gapDoc = ({ words, ...gap }: WebGap, origin: string | null): WebGapDoc => ({
  ...gap,
  origin,
  words: words.map((quote) => ({ quote })),
});

/** Makes it. */
export function createWebGaps(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  {
    directory,
    days,
    choosing,
    audit,
  }: { directory: () => Promise<Directory>; days: StatDays; choosing: FeedbackChoosing; audit: Audit },
): WebGaps {
  async function stored(id: string): Promise<WebGapDoc> {
    const doc = await storage.get('webGaps', id);
    if (!doc) throw fail('not_found', {});
    return doc;
  }

  async function byPage(
    siteId: string,
    open: 0 | 1,
    page: string | null,
    limit: number,
    after: string | null = null,
  ): Promise<Page<'webGaps'>> {
    const equals = page === null ? { siteId, open } : { siteId, open, page };
    return storage.find('webGaps', { index: 'byPage', equals, limit, after });
  }

  return {
    async mark(mark, origin, by) {
      const gap = markedGap(mark, by, now());
      await audit(by, 'gapMarked', gap.id, { once: `gapMarked:${gap.id}` });
      await storage.insert('webGaps', [gapDoc(gap, origin)]);
    },

    async list({ siteId, open, mine }, from) {
      const settings = await choosing.get(siteId);
      const isMine = ({ page }: WebGapDoc): boolean =>
        mine === null || (editorsOf(page, settings)?.includes(mine) ?? true);
      const gaps: WebGap[] = [];
      let after = from;
      for (let read = 0; read < READ_ON; read += 1) {
        const { docs, next } = await byPage(siteId, open ? 1 : 0, null, PAGE, after);
        gaps.push(...docs.filter(isMine).map(gapOf));
        after = next;
        if (next === null || gaps.length >= PAGE) break;
      }
      return { gaps, next: after };
    },

    async get(id) {
      const doc = await stored(id);
      const gap = gapOf(doc);
      const { siteId, page, endedAt, state } = gap;
      const site = (await directory()).sites.get(siteId);
      if (!site) throw fail('not_found', {});
      const users = await everyDocument(storage, 'users');
      const named = editorsOf(page, await choosing.get(siteId));
      const editors = users.filter(
        (user) => isActive(user) && (named ? named.includes(user.id) : user.role === 'editor'),
      );
      const others =
        page === ''
          ? []
          : [
              ...(await byPage(siteId, 1, page, OTHERS + 1)).docs,
              ...(await byPage(siteId, 0, page, OTHERS + 1)).docs,
            ];
      const { timeZone } = site.hours;
      const today = localDate(now(), timeZone);
      const mendedOn = state === 'mended' && endedAt !== null ? localDate(endedAt, timeZone) : null;
      const { from, to } = daysAround(mendedOn, today);
      return {
        gap,
        editors: editors.map(({ id: userId, name }) => ({ id: userId, name })),
        others: others
          .filter((other) => other.id !== id)
          .slice(0, OTHERS)
          .map(gapOf)
          .map(({ id: other, missing, title, words, source, state: stands, at, count }) => ({
            id: other,
            missing,
            title,
            words,
            source,
            state: stands,
            at,
            count,
          })),
        questions:
          page === '' ? null : pageQuestions(await days.pages(siteId, from, to), page, mendedOn, today),
      };
    },

    async change(id, change, by) {
      const doc = await stored(id);
      const next = changedGap(gapOf(doc), change, by, now());
      await audit(by, 'gapChanged', id, {
        change: { before: { state: doc.state }, after: { state: next.state } },
        ...(change.text === null ? {} : { reason: change.text }),
      });
      const kept = await storage.update('webGaps', id, gapDoc(next, doc.origin), { state: doc.state });
      if (!kept) throw fail('changed_meanwhile', { name: null });
      return next;
    },

    async forget(origin) {
      let after: string | null = null;
      do {
        const page: Page<'webGaps'> = await storage.find('webGaps', {
          index: 'byOrigin',
          equals: { origin },
          limit: 100,
          after,
        });
        for (const { id } of page.docs) await storage.update('webGaps', id, { words: [] });
        after = page.next;
      } while (after !== null);
    },
  };
}
