import {
  type Avoidance,
  departmentMonthOf,
  isMonthTold,
  isPending,
  momentOf,
  monthBefore,
  monthSpan,
  pointsOf,
} from '@lotsa/core';
import { type DepartmentMonthView, fail, type MonthAnswer, type Site, type StaffRef } from '@lotsa/protocol';
import type { DepartmentMonthDoc, Page } from '@lotsa/storage';
import type { Audit } from '../audit/audit.ts';
import type { Context } from '../context.ts';
import { type Directory, everyDocument } from '../directory.ts';
import type { StatDays } from '../statistics/stat-days.ts';

/** Months whose promises are followed up. */
const LOOKED_BACK = 12;
/** Somebody else answers another point in the same moment: then again. */
const MAX_TRIES = 20;

/** What the centre met for each department, and what the departments answer (rule F3). */
export interface DepartmentMonths {
  /** As it was told; before that, as it is so far. @throws LotsaError `not_found`. */
  get(siteId: string, departmentId: string, month: string): Promise<DepartmentMonthView>;
  /** The month as it is told: counted the first time, and then always the same. */
  told(site: Site, departmentId: string, month: string): Promise<DepartmentMonthDoc>;
  /** @throws LotsaError `wrong_status` before the month is told, `invalid_payload`. */
  answer(
    siteId: string,
    departmentId: string,
    month: string,
    answer: Pick<MonthAnswer, 'point' | 'text' | 'dueOn'>,
    by: StaffRef,
  ): Promise<void>;
  followUp(
    siteId: string,
    departmentId: string,
    month: string,
    followUp: { point: string; state: 'done' | 'goingOn' | 'dropped'; text: string },
    by: StaffRef,
  ): Promise<void>;
}

/** Makes it. */
export function createDepartmentMonths(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  { directory, days, audit }: { directory: () => Promise<Directory>; days: StatDays; audit: Audit },
): DepartmentMonths {
  const idOf = (siteId: string, departmentId: string, month: string): string =>
    `${siteId}:${departmentId}:${month}`;

  async function siteWith(siteId: string, departmentId: string): Promise<Site> {
    const { sites, departments } = await directory();
    const site = sites.get(siteId);
    if (!site || !departments.has(departmentId)) throw fail('not_found', {});
    return site;
  }

  async function guideTopics(): Promise<Set<string>> {
    const guides = await everyDocument(storage, 'guides');
    const published = new Set(guides.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id));
    const questions = await everyDocument(storage, 'questions');
    return new Set(
      questions.flatMap(({ guideId, topicId }) =>
        guideId !== null && published.has(guideId) ? topicId : [],
      ),
    );
  }

  /** Topics of gaps that were open some time during a month. */
  async function gapTopics({ id: siteId, hours: { timeZone } }: Site, month: string): Promise<Set<string>> {
    const { from, to } = monthSpan(month);
    const [begins, ends] = [momentOf(from, '00:00', timeZone), momentOf(to, '24:00', timeZone)];
    const topics = new Set<string>();
    for (const open of [1, 0] as const) {
      let after: string | null = null;
      do {
        const page: Page<'webGaps'> = await storage.find('webGaps', {
          index: 'byPage',
          equals: { siteId, open },
          limit: 500,
          after,
        });
        for (const { topicId, at, endedAt } of page.docs)
          if (topicId !== null && at < ends && (endedAt === null || endedAt >= begins)) topics.add(topicId);
        after = page.next;
      } while (after !== null);
    }
    return topics;
  }

  async function counted(site: Site, departmentId: string, month: string): Promise<DepartmentMonthDoc> {
    const earlier = monthBefore(month);
    const { days: read, demo } = await days.read(site.id, monthSpan(earlier).from, monthSpan(month).to);
    const guides = await guideTopics();
    const why = async (of: string): Promise<Avoidance> => ({
      guideTopics: guides,
      gapTopics: await gapTopics(site, of),
    });
    const of = { siteId: site.id, departmentId, month };
    const figures = departmentMonthOf(of, read, { now: await why(month), before: await why(earlier) });
    const id = idOf(site.id, departmentId, month);
    return { id, ...of, figures, demo, madeAt: now(), answers: [], revision: 0 };
  }

  async function told(site: Site, departmentId: string, month: string): Promise<DepartmentMonthDoc> {
    const id = idOf(site.id, departmentId, month);
    const known = await storage.get('departmentMonths', id);
    if (known) return known;
    const doc = await counted(site, departmentId, month);
    await storage.insert('departmentMonths', [doc]);
    return (await storage.get('departmentMonths', id)) ?? doc;
  }

  async function change(id: string, next: (answers: readonly MonthAnswer[]) => MonthAnswer[]): Promise<void> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const doc = await storage.get('departmentMonths', id);
      if (!doc) throw fail('not_found', {});
      const { answers, revision } = doc;
      const set = { answers: next(answers), revision: revision + 1 };
      if (await storage.update('departmentMonths', id, set, { revision })) return;
    }
    throw fail('changed_meanwhile', { name: null });
  }

  return {
    told,
    async get(siteId, departmentId, month) {
      const site = await siteWith(siteId, departmentId);
      const isTold = isMonthTold(month, now());
      const known = await storage.get('departmentMonths', idOf(siteId, departmentId, month));
      const doc = known ?? (await counted(site, departmentId, month));
      const { docs } = await storage.find('departmentMonths', {
        index: 'byMonth',
        equals: { siteId, departmentId },
        range: { field: 'month', lt: month },
        order: 'desc',
        limit: LOOKED_BACK,
      });
      return {
        figures: doc.figures,
        preliminary: !isTold,
        demo: doc.demo,
        answers: doc.answers,
        earlier: docs.flatMap((one) =>
          one.answers.filter(isPending).map((answer) => ({ ...answer, month: one.month })),
        ),
      };
    },

    async answer(siteId, departmentId, month, { point, text, dueOn }, by) {
      const site = await siteWith(siteId, departmentId);
      if (!isMonthTold(month, now())) throw fail('wrong_status', { status: 'preliminary' });
      const doc = await told(site, departmentId, month);
      if (!pointsOf(doc.figures).includes(point))
        throw fail('invalid_payload', { field: 'point', rule: 'unknown' });
      await audit(by, 'monthAnswered', doc.id, { change: { before: null, after: { point, text, dueOn } } });
      const answer = { point, text, dueOn, by, at: now(), followUp: null };
      await change(doc.id, (answers) => [...answers.filter((one) => one.point !== point), answer]);
    },

    async followUp(siteId, departmentId, month, { point, state, text }, by) {
      await siteWith(siteId, departmentId);
      const id = idOf(siteId, departmentId, month);
      const doc = await storage.get('departmentMonths', id);
      if (!doc?.answers.some((one) => one.point === point)) throw fail('not_found', {});
      await audit(by, 'monthFollowedUp', id, { change: { before: null, after: { point, state, text } } });
      const followUp = { state, text, by, at: now() };
      await change(id, (answers) => answers.map((one) => (one.point === point ? { ...one, followUp } : one)));
    },
  };
}
