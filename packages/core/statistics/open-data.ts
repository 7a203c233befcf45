import type { FigureId, OpenData, StatReport } from '@lotsa/protocol';
import { addDays, type LocalDate } from '../local-time.ts';
import { DEFINITIONS } from './definitions.ts';

/** Groups of fewer are not told: somebody might be recognised. */
const SMALLEST_GROUP = 5;

/** As many months as open data may be asked for at once. */
const MOST_MONTHS = 36;

const monthOf = (day: LocalDate): string => day.slice(0, 7);
/** No month is longer than 31 days, and none ends within four days after. */
const monthAfter = (month: string): string => monthOf(addDays(`${month}-01`, 31));

/**
 * The whole months that hold two days, and are over: taken day by day, one report less another would tell of a single day's few.
 * The twelve last ones where none is asked for. Null where there is none such, or too many are asked for.
 */
export function openDataDays(
  today: LocalDate,
  asked: { from?: LocalDate | undefined; to?: LocalDate | undefined },
): { from: LocalDate; to: LocalDate } | null {
  const over = monthOf(addDays(`${monthOf(today)}-01`, -1));
  const last = asked.to !== undefined && monthOf(asked.to) < over ? monthOf(asked.to) : over;
  const next = monthAfter(last);
  const first =
    asked.from === undefined ? `${Number(next.slice(0, 4)) - 1}${next.slice(4)}` : monthOf(asked.from);
  const months =
    (Number(last.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(last.slice(5)) -
    Number(first.slice(5)) +
    1;
  if (months < 1 || months > MOST_MONTHS) return null;
  return { from: `${first}-01`, to: addDays(`${next}-01`, -1) };
}

/** What everybody may read of a report of whole months. */
export function openDataOf(
  { figures, series, selection: { siteId, from, to } }: Pick<StatReport, 'figures' | 'series' | 'selection'>,
  published: readonly FigureId[],
): OpenData {
  const told = (of: number): boolean => of >= SMALLEST_GROUP;
  return {
    site: siteId,
    from,
    to,
    figures: published.map((id) => {
      const { name, counts, unit } = DEFINITIONS[id];
      const { value, of } = figures[id];
      const shown = told(of);
      return { id, name, definition: counts, unit, value: shown ? value : null, of: shown ? of : null };
    }),
    months: published.includes('contacts') ? withoutSmall(inMonths(series)) : [],
  };
}

/** A short report is made day by day. */
function inMonths(series: StatReport['series']): { month: string; contacts: number }[] {
  const months = new Map<string, number>();
  for (const { key, contacts } of series)
    months.set(monthOf(key), (months.get(monthOf(key)) ?? 0) + contacts);
  return [...months].map(([month, contacts]) => ({ month, contacts }));
}

/** Small groups are left out, and with a single one the next smallest, or it would be the rest of the sum. */
function withoutSmall(months: { month: string; contacts: number }[]): OpenData['months'] {
  const small = months.filter(({ contacts }) => contacts > 0 && contacts < SMALLEST_GROUP);
  const next =
    small.length === 1
      ? months
          .filter(({ contacts }) => contacts >= SMALLEST_GROUP)
          .toSorted((a, b) => a.contacts - b.contacts)
          .slice(0, 1)
      : [];
  const hidden = new Set([...small, ...next]);
  return months.map((month) => (hidden.has(month) ? { ...month, contacts: null } : month));
}
