import type {
  ContactFact,
  StatDimension,
  StatReport,
  StatRow,
  StatSelection,
  StatTargets,
} from '@lotsa/protocol';
import { addDays, type LocalDate } from '../local-time.ts';
import { FigureCount, RowCount } from './figures-of-facts.ts';

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

/** Counts a report, day by day. */
export class ReportCount {
  readonly #all: FigureCount;
  readonly #periods: Map<string, RowCount>;
  readonly #byDay: boolean;
  readonly #by: Record<StatDimension, Map<string, RowCount>>;
  readonly #settings: ReportSettings;

  constructor({ from, to }: Pick<StatSelection, 'from' | 'to'>, settings: ReportSettings) {
    this.#settings = settings;
    this.#all = new FigureCount(settings.targets);
    this.#byDay = daysIn(from, to) <= DAYS_SHOWN;
    const keys = this.#byDay ? datesFrom(from, to) : monthsFrom(from, to);
    this.#periods = new Map(keys.map((key) => [key, new RowCount()]));
    this.#by = {
      channel: new Map(),
      topic: new Map(),
      department: new Map(),
      board: new Map(),
      language: new Map(),
      hour: new Map(),
    };
  }

  /** Counts what of a day is selected. */
  add({ day, facts }: FactDay, counts: (fact: ContactFact) => boolean): void {
    const period = this.#periods.get(this.#byDay ? day : day.slice(0, 7));
    const { boards } = this.#settings;
    for (const fact of facts) {
      if (!counts(fact)) continue;
      const { departmentId } = fact;
      this.#all.add(fact);
      period?.add(fact);
      rowOf(this.#by.channel, fact.channel).add(fact);
      rowOf(this.#by.topic, fact.topicId ?? '').add(fact);
      rowOf(this.#by.department, departmentId ?? '').add(fact);
      rowOf(this.#by.board, (departmentId && boards.get(departmentId)) || '').add(fact);
      rowOf(this.#by.language, fact.language).add(fact);
      rowOf(this.#by.hour, String(Math.floor(fact.half / 2))).add(fact);
    }
  }

  /** The parts of a report that facts decide. */
  report(): Pick<StatReport, 'figures' | 'survey' | 'series' | 'by'> {
    const by = Object.fromEntries(
      Object.entries(this.#by).map(([dimension, counts]) => {
        const rows = rowsOf(counts).filter(({ contacts }) => contacts > 0);
        if (dimension === 'hour') rows.sort((a, b) => Number(a.key) - Number(b.key));
        else rows.sort((a, b) => b.contacts - a.contacts || (a.key < b.key ? -1 : 1));
        return [dimension, rows];
      }),
    ) as StatReport['by'];
    return {
      figures: this.#all.figures(),
      survey: this.#all.survey(this.#settings.questions),
      series: rowsOf(this.#periods),
      by,
    };
  }
}

function rowOf(rows: Map<string, RowCount>, key: string): RowCount {
  let row = rows.get(key);
  if (!row) rows.set(key, (row = new RowCount()));
  return row;
}

const rowsOf = (counts: ReadonlyMap<string, RowCount>): StatRow[] =>
  [...counts].map(([key, count]) => count.row(key));

const datesFrom = (from: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: daysIn(from, to) }, (_, at) => addDays(from, at));

const monthsFrom = (from: LocalDate, to: LocalDate): string[] => [
  ...new Set(datesFrom(from, to).map((date) => date.slice(0, 7))),
];
