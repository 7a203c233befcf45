import { firstStatSettings, seesStatistics, setsTargets, staffingOf } from '@lotsa/core';
import {
  fail,
  type Site,
  type StaffRef,
  type StatisticsAnswers,
  type statisticsRequests,
  type StatReport,
  type StatSelection,
  type StatSettings,
  type StatTargets,
} from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { InferOutput } from 'valibot';
import type { Audit } from '../audit/audit.ts';
import type { LiveBoard } from '../board.ts';
import type { Context } from '../context.ts';
import type { Directory } from '../directory.ts';
import { createReports } from './reports.ts';
import type { StatDays } from './stat-days.ts';

/** Changes of targets that are kept. */
const HISTORY = 100;
/** Presence is kept for longer than is ever asked for. */
const PRESENCE_DAYS = 1_000;

/** Who asks. */
export type StatUser = Pick<UserDoc, 'id' | 'name' | 'role' | 'departmentIds'>;
type Request<Name extends keyof typeof statisticsRequests> = InferOutput<(typeof statisticsRequests)[Name]>;

/** The statistics of the centre. */
export interface Statistics {
  /** A coordinator's are those of its departments. @throws LotsaError `forbidden`, `not_found`. */
  report(user: StatUser, selection: StatSelection): Promise<StatReport>;
  staffing(
    user: StatUser,
    question: Request<'statistics:staffing'>,
  ): Promise<StatisticsAnswers['statistics:staffing']>;
  targets(user: StatUser, siteId: string): Promise<StatSettings>;
  setTargets(user: StatUser & StaffRef, change: Request<'statistics:set-targets'>): Promise<StatSettings>;
  /** A site's, for what everybody may see of it. */
  published(
    siteId: string,
    from: string,
    to: string,
  ): Promise<{ report: StatReport; settings: StatSettings }>;
}

/** Makes it. */
export function createStatistics(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  {
    days,
    directory,
    board,
    audit,
  }: { days: StatDays; directory: () => Promise<Directory>; board: LiveBoard; audit: Audit },
): Statistics {
  const reports = createReports(days);
  const settingsOf = async (siteId: string): Promise<StatSettings> => {
    const doc = await storage.get('statSettings', siteId);
    if (!doc) return firstStatSettings(siteId);
    const { id: _id, ...settings } = doc;
    return { ...firstStatSettings(siteId), ...settings };
  };

  async function siteOf(siteId: string): Promise<Site> {
    const site = (await directory()).sites.get(siteId);
    if (!site) throw fail('not_found', {});
    return site;
  }

  /** The departments whose contacts are counted; null is everything. */
  function departmentsOf({ role, departmentIds }: StatUser, asked: string | null): string[] | null {
    if (!seesStatistics(role)) throw fail('forbidden', {});
    if (role !== 'coordinator') return asked === null ? null : [asked];
    if (asked !== null && !departmentIds.includes(asked)) throw fail('forbidden', {});
    return asked === null ? departmentIds : [asked];
  }

  async function reportFor(selection: StatSelection, departments: string[] | null): Promise<StatReport> {
    const site = await siteOf(selection.siteId);
    const [settings, known] = [await settingsOf(site.id), await directory()];
    const counted = await reports(selection, departments, {
      targets: settings,
      questions: site.survey.map(({ id }) => id),
      boards: new Map([...known.departments.values()].map(({ id, board: name }) => [id, name])),
    });
    return { ...counted, selection, ownedOverdue: departments === null ? await overdue() : null };
  }

  async function overdue(): Promise<number> {
    const { overdue: handoffs, overdueCases } = await board.overdue();
    return handoffs + overdueCases;
  }

  return {
    report: async (user, selection) => reportFor(selection, departmentsOf(user, selection.departmentId)),

    async staffing(user, question) {
      if (!setsTargets(user.role)) throw fail('forbidden', {});
      const site = await siteOf(question.siteId);
      const { days: all, demo } = await days.read(site.id, question.from, question.to);
      const { docs } = await storage.find('presenceDays', {
        index: 'byDay',
        range: { field: 'day', gte: question.from, lte: question.to },
        limit: PRESENCE_DAYS,
      });
      return { ...staffingOf(all, docs, site.hours, await settingsOf(site.id), question), demo };
    },

    async targets({ role }, siteId) {
      if (!seesStatistics(role)) throw fail('forbidden', {});
      return settingsOf((await siteOf(siteId)).id);
    },

    async setTargets(user, { siteId, revision, targets: after }) {
      if (!setsTargets(user.role)) throw fail('forbidden', {});
      const site = await siteOf(siteId);
      const settings = await settingsOf(site.id);
      if (settings.revision !== revision) throw fail('changed_meanwhile', { name: null });
      const by = { id: user.id, name: user.name };
      const before = targetsOf(settings);
      await audit(by, 'targetsSet', site.id, { change: { before, after } });
      const history = [{ at: now(), by, before, after }, ...settings.history].slice(0, HISTORY);
      const next = { ...after, siteId: site.id, revision: revision + 1, history };
      const doc = { ...next, id: site.id };
      const kept =
        revision === 0
          ? (await storage.insert('statSettings', [doc])) === 1
          : (await storage.update('statSettings', site.id, doc, { revision })) !== undefined;
      if (!kept) throw fail('changed_meanwhile', { name: null });
      return next;
    },

    async published(siteId, from, to) {
      const site = await siteOf(siteId);
      const settings = await settingsOf(site.id);
      const selection: StatSelection = {
        siteId: site.id,
        from,
        to,
        channel: null,
        departmentId: null,
        topicId: null,
        language: null,
        compare: 'none',
      };
      return { report: await reportFor(selection, null), settings };
    },
  };
}

const targetsOf = ({
  targets,
  serviceSeconds,
  minimumAnswers,
  baselineMinutes,
  handlingSeconds,
  chatsAtOnce,
  published,
}: StatTargets): StatTargets => ({
  targets,
  serviceSeconds,
  minimumAnswers,
  baselineMinutes,
  handlingSeconds,
  chatsAtOnce,
  published,
});
