import type { Compared, ContactFact, DepartmentMonth, FollowUp, MonthAnswer, Role } from '@lotsa/protocol';
import { addDays, type LocalDate, localDate, momentOf } from '../local-time.ts';
import { type FactDay, selects } from '../statistics/report.ts';
import { seesStatistics } from '../statistics/targets.ts';

/** Topics that a month names. */
const TOP = 5;
/** The day of the next month on which a month is told: by then nobody comes back any more, and late answers are in (rule O5). */
const TOLD_ON = '10';
const TOLD_AT = '07:00';
const TIME_ZONE = 'Europe/Stockholm';

/** The month before. */
export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);

/** The first and the last day of a month. */
export const monthSpan = (month: string): { from: LocalDate; to: LocalDate } => ({
  from: `${month}-01`,
  to: addDays(`${addDays(`${month}-01`, 31).slice(0, 7)}-01`, -1),
});

/** When the month before the one that a moment is in is told. */
export const monthDueAt = (at: number): number =>
  momentOf(`${localDate(at, TIME_ZONE).slice(0, 7)}-${TOLD_ON}`, TOLD_AT, TIME_ZONE);

/** A month does not change any more, and can be told and answered (rule F3). */
export const isMonthTold = (month: string, now: number): boolean =>
  now >= momentOf(`${addDays(monthSpan(month).to, 1).slice(0, 7)}-${TOLD_ON}`, TOLD_AT, TIME_ZONE);

/** Why a question need not have been asked. */
export interface Avoidance {
  /** Topics that a published guide answers questions of. */
  guideTopics: ReadonlySet<string>;
  /** Topics of gaps on the web that were open in the month. */
  gapTopics: ReadonlySet<string>;
}

/** A question that need not have been asked, and why; null of any other. */
export function avoidableBy(
  { outcome, solved, topicId }: Pick<ContactFact, 'outcome' | 'solved' | 'topicId'>,
  { guideTopics, gapTopics }: Avoidance,
): 'guide' | 'gap' | null {
  if (outcome === 'guided' || (solved && topicId !== null && guideTopics.has(topicId))) return 'guide';
  return topicId !== null && gapTopics.has(topicId) ? 'gap' : null;
}

/** What is counted of one month. */
interface Counted {
  contacts: ContactFact[];
  byGuide: number;
  byGap: number;
  replies: number;
  late: number;
  otherDepartment: number;
  hops: number;
}

function count(days: readonly FactDay[], departmentId: string, why: Avoidance): Counted {
  const anything = { channel: null, topicId: null, language: null };
  const facts = days.flatMap((day) => day.facts.filter(selects(anything, [departmentId])));
  const contacts = facts.filter(({ followUp }) => !followUp);
  const own = facts.flatMap(({ handoffs }) =>
    handoffs.filter((handoff) => handoff.departmentId === departmentId),
  );
  const other = contacts.filter((fact) => fact.departmentId !== departmentId);
  return {
    contacts,
    byGuide: contacts.filter((fact) => avoidableBy(fact, why) === 'guide').length,
    byGap: contacts.filter((fact) => avoidableBy(fact, why) === 'gap').length,
    replies: own.filter(({ inTime }) => inTime !== null).length,
    late: own.filter(({ inTime }) => inTime === false).length,
    otherDepartment: other.length,
    hops: contacts.filter((fact) => fact.departmentId === departmentId && fact.hops > 1).length,
  };
}

/** A department's month, from the facts of the statistics of it and of the month before. */
export function departmentMonthOf(
  of: Pick<DepartmentMonth, 'siteId' | 'departmentId' | 'month'>,
  days: readonly FactDay[],
  why: { now: Avoidance; before: Avoidance },
): DepartmentMonth {
  const inMonth = (month: string): FactDay[] => days.filter(({ day }) => day.startsWith(month));
  const now = count(inMonth(of.month), of.departmentId, why.now);
  const before = count(inMonth(monthBefore(of.month)), of.departmentId, why.before);
  const compared = (number: (counted: Counted) => number): Compared => ({
    n: number(now),
    before: number(before),
  });
  const topics = [...new Set(now.contacts.flatMap(({ topicId }) => topicId ?? []))];
  const about = ({ contacts }: Counted, topicId: string): ContactFact[] =>
    contacts.filter((fact) => fact.topicId === topicId);
  return {
    ...of,
    contacts: compared(({ contacts }) => contacts.length),
    top: topics
      .map((topicId) => ({
        topicId,
        ...compared((counted) => about(counted, topicId).length),
        avoidable: about(now, topicId).filter((fact) => avoidableBy(fact, why.now) !== null).length,
      }))
      .toSorted((a, b) => b.n - a.n || (a.topicId < b.topicId ? -1 : 1))
      .slice(0, TOP),
    avoidable: {
      ...compared(({ byGuide, byGap }) => byGuide + byGap),
      byGuide: now.byGuide,
      byGap: now.byGap,
    },
    late: { ...compared(({ late }) => late), of: now.replies },
    deviations: {
      ...compared(({ otherDepartment, hops }) => otherDepartment + hops),
      otherDepartment: now.otherDepartment,
      hops: now.hops,
    },
  };
}

/** The points of a month that can be answered. */
export const pointsOf = ({ top }: DepartmentMonth): string[] => [
  ...top.map(({ topicId }) => `topic-${topicId}`),
  'avoidable',
  'late',
  'deviations',
];

/** A promise of an earlier month is still to be followed up (rule F3). */
export const isPending = ({ followUp }: Pick<MonthAnswer, 'followUp'>): boolean => {
  const ended: readonly (FollowUp | undefined)[] = ['done', 'dropped'];
  return !ended.includes(followUp?.state);
};

interface MonthReader {
  role: Role;
  departmentIds: readonly string[];
}

/** Answers for the department. */
export const answersMonth = ({ role, departmentIds }: MonthReader, departmentId: string): boolean =>
  (role === 'coordinator' || role === 'specialist') && departmentIds.includes(departmentId);

/** Sees a department's months, and says what became of its promises: those who lead, and the department. */
export const seesMonth = (user: MonthReader, departmentId: string): boolean =>
  answersMonth(user, departmentId) || (seesStatistics(user.role) && user.role !== 'coordinator');

/** How a department's month is counted, in words. */
export const MONTH_DEFINITION = {
  sv: 'Kontakter i förvaltningens ämnen, och de som förvaltningen frågades om. Undvikbara: frågor som besvarades med en guide, som löstes direkt i ett ämne som har en publicerad guide, eller som gäller ett ämne med en öppen brist på webben. Försenade: överlämningar och ärenden utan svar inom överenskommen tid. Avvikelser: förvaltningen frågades om ett annat ämne än sina egna, eller kontakten bytte händer mer än en gång. Månaden räknas färdig den tionde i nästa månad.',
  en: 'Contacts on the department’s topics, and those that it was asked about. Avoidable: questions that were answered by a guide, solved at once on a topic that has a published guide, or about a topic with an open gap on the web. Late: hand-offs and cases without a reply within the agreed time. Deviations: the department was asked about a topic that is not its own, or the contact changed hands more than once. A month is counted to its end on the tenth of the next.',
} as const;
