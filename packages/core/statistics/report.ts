import type {
  ContactFact,
  StatDimension,
  StatReport,
  StatRow,
  StatSelection,
  StatTargets,
} from '@lotsa/protocol';
import { addDays, type LocalDate } from '../local-time.ts';
import { figuresOfFacts, RowCount, surveyOfFacts } from './figures-of-facts.ts';

/** The facts of a day. */
export interface FactDay {
  day: LocalDate;
  facts: readonly ContactFact[];
}

/** Longer periods are told month by month. */
const DAYS_SHOWN = 70;

/** The days that a selection is compared with; null for none. */
export function comparedWith({
  from,
  to,
  compare,
}: Pick<StatSelection, 'from' | 'to' | 'compare'>): { from: LocalDate; to: LocalDate } | null {
  if (compare === 'none') return null;
  if (compare === 'year') return { from: yearBefore(from), to: yearBefore(to) };
  const days = daysIn(from, to);
  return { from: addDays(from, -days), to: addDays(to, -days) };
}

/** The same date a year before; of 29 February the 28th. */
function yearBefore(date: LocalDate): LocalDate {
  const year = `${Number(date.slice(0, 4)) - 1}`.padStart(4, '0');
  return date.endsWith('-02-29') ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

/** How many days there are from one to another, both among them. */
export const daysIn = (from: LocalDate, to: LocalDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;

/** Facts of a selection. A department's are those about its topics, and those that it was asked in. */
export function selects(
  { channel, topicId, language }: Pick<StatSelection, 'channel' | 'topicId' | 'language'>,
  departmentIds: readonly string[] | null,
): (fact: ContactFact) => boolean {
  return (fact) =>
    (channel === null || fact.channel === channel) &&
    (topicId === null || fact.topicId === topicId) &&
    (language === null || fact.language === language) &&
    (departmentIds === null ||
      (fact.departmentId !== null && departmentIds.includes(fact.departmentId)) ||
      fact.handoffs.some(({ departmentId }) => departmentIds.includes(departmentId)));
}

/** What a report is made of besides facts. */
export interface ReportSettings {
  targets: StatTargets;
  /** Ids of the survey's questions. */
  questions: readonly string[];
  /** The board of each department. */
  boards: ReadonlyMap<string, string>;
}

/** The parts of a report that facts decide. */
export function reportOf(
  days: readonly FactDay[],
  { from, to }: Pick<StatSelection, 'from' | 'to'>,
  { targets, questions, boards }: ReportSettings,
): Pick<StatReport, 'figures' | 'survey' | 'series' | 'by'> {
  const facts = days.flatMap((day) => day.facts as ContactFact[]);
  const byDay = daysIn(from, to) <= DAYS_SHOWN;
  const periods = new Map(
    (byDay ? datesFrom(from, to) : monthsFrom(from, to)).map((key) => [key, new RowCount()]),
  );
  for (const day of days) {
    const period = periods.get(byDay ? day.day : day.day.slice(0, 7));
    for (const fact of day.facts) period?.add(fact);
  }
  const keyOf: { [D in StatDimension]: (fact: ContactFact) => string } = {
    channel: ({ channel }) => channel,
    topic: ({ topicId }) => topicId ?? '',
    department: ({ departmentId }) => departmentId ?? '',
    board: ({ departmentId }) => (departmentId && boards.get(departmentId)) || '',
    language: ({ language }) => language,
    hour: ({ half }) => String(Math.floor(half / 2)),
  };
  const by = Object.fromEntries(
    Object.entries(keyOf).map(([dimension, key]) => {
      const rows = rowsOf(counted(facts, key)).filter(({ contacts }) => contacts > 0);
      if (dimension === 'hour') rows.sort((a, b) => Number(a.key) - Number(b.key));
      else rows.sort((a, b) => b.contacts - a.contacts || (a.key < b.key ? -1 : 1));
      return [dimension, rows];
    }),
  ) as StatReport['by'];
  return {
    figures: figuresOfFacts(facts, targets),
    survey: surveyOfFacts(facts, questions, targets),
    series: rowsOf(periods),
    by,
  };
}

function counted(facts: readonly ContactFact[], keyOf: (fact: ContactFact) => string): Map<string, RowCount> {
  const counts = new Map<string, RowCount>();
  for (const fact of facts) {
    const key = keyOf(fact);
    let count = counts.get(key);
    if (!count) counts.set(key, (count = new RowCount()));
    count.add(fact);
  }
  return counts;
}

const rowsOf = (counts: ReadonlyMap<string, RowCount>): StatRow[] =>
  [...counts].map(([key, count]) => count.row(key));

const datesFrom = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: daysIn(from, to) }, (_, at) => addDays(from, at));

const monthsFrom = (from: LocalDate, to: LocalDate): string[] => [
  ...new Set(datesFrom(from, to).map((date) => date.slice(0, 7))),
];
