import type { FigureId, OpenData, StatReport } from '@lotsa/protocol';
import { DEFINITIONS } from './definitions.ts';

/** Groups of fewer are not told: somebody might be recognised. */
const SMALLEST_GROUP = 5;

/** What everybody may read of a report made month by month. */
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
      const { name, counts } = DEFINITIONS[id];
      const { value, of } = figures[id];
      const shown = told(of);
      return { id, name, definition: counts, value: shown ? value : null, of: shown ? of : null };
    }),
    months: published.includes('contacts')
      ? withoutSmall(series.map(({ key, contacts }) => ({ month: key, contacts })))
      : [],
  };
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
