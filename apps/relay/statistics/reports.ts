import { comparedWith, ReportCount, type ReportSettings, selects } from '@lotsa/core';
import type { StatReport, StatSelection } from '@lotsa/protocol';
import { LRUCache } from 'lru-cache';
import type { StatDays, StatPeriod } from './stat-days.ts';

/** Reports that are kept at hand: of some ten kilobytes each. */
const KEPT = 100;
/** So long is counted in one go; then those who chat have their turn. */
const SLICE_MS = 8;

/** What facts decide of a report. */
export type CountedReport = Omit<StatReport, 'selection' | 'ownedOverdue'>;

/** Counts reports, each once as long as nothing of it has changed. */
export function createReports(
  days: Pick<StatDays, 'read'>,
): (
  selection: StatSelection,
  departments: readonly string[] | null,
  settings: ReportSettings,
) => Promise<CountedReport> {
  const kept = new LRUCache<string, Promise<CountedReport>>({ max: KEPT });

  return async (selection, departments, settings) => {
    const earlier = comparedWith(selection);
    const period = await days.read(selection.siteId, selection.from, selection.to);
    const before = earlier && (await days.read(selection.siteId, earlier.from, earlier.to));
    const { targets, questions, boards } = settings;
    const { serviceSeconds, minimumAnswers, baselineMinutes } = targets;
    const key = JSON.stringify([
      [selection, departments, questions, [...boards]],
      [serviceSeconds, minimumAnswers, baselineMinutes],
      [period.stamp, before?.stamp],
    ]);
    const known = kept.get(key);
    if (known) return known;
    const counts = selects(selection, departments);
    const counting = (async (): Promise<CountedReport> => {
      const now = await counted(period, counts, new ReportCount(selection, settings));
      const than = earlier && before && (await counted(before, counts, new ReportCount(earlier, settings)));
      return {
        ...now,
        compared: earlier && than && { ...earlier, figures: than.figures, survey: than.survey },
        demo: period.demo || (before?.demo ?? false),
        finalTo: period.finalTo,
      };
    })();
    kept.set(key, counting);
    counting.catch(() => kept.delete(key));
    return counting;
  };
}

async function counted(
  { days }: StatPeriod,
  counts: ReturnType<typeof selects>,
  count: ReportCount,
): Promise<ReturnType<ReportCount['report']>> {
  let since = performance.now();
  for (const day of days) {
    count.add(day, counts);
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
  return count.report();
}
