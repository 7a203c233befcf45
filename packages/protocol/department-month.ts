import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import type { StaffRef } from './message.ts';
import { Slug, writtenText } from './primitives.ts';
import { StatDate } from './statistics.ts';

/** A month where the site is, `YYYY-MM`. */
export const Month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'month'));

/** A number of a month, and of the one before. */
export interface Compared {
  n: number;
  before: number;
}

/** What the centre met for a department in a month. `core/feedback/department-month.ts` counts it. */
export interface DepartmentMonth {
  siteId: string;
  departmentId: string;
  month: string;
  contacts: Compared;
  /** What was asked most, at most five topics. `avoidable`: how many of them. */
  top: (Compared & { topicId: string; avoidable: number })[];
  /** Questions that need not have been asked: a guide answers them, or a gap on the web explains them. */
  avoidable: Compared & { byGuide: number; byGap: number };
  /** Hand-offs that were not replied to as agreed, of all that were to be. */
  late: Compared & { of: number };
  /** Contacts that went otherwise than agreed: the department was asked about what is another's, or they changed hands more than once. */
  deviations: Compared & { otherDepartment: number; hops: number };
}

/** What one can answer to: `topic-{id}` of the top, or one of the other figures. */
export const MonthPoint = v.pipe(
  v.string(),
  v.regex(/^(topic-[A-Za-z0-9][A-Za-z0-9_-]{0,63}|avoidable|late|deviations)$/, 'point'),
);

/** Whether what was promised was done. `goingOn` is asked about again next month. */
export const FollowUp = v.picklist(['done', 'goingOn', 'dropped']);
export type FollowUp = v.InferOutput<typeof FollowUp>;

/** What the department will do about a point, and what became of it (rule F3). */
export interface MonthAnswer {
  point: string;
  text: string;
  /** By when; null: no date was given. */
  dueOn: string | null;
  by: StaffRef;
  at: number;
  followUp: { state: FollowUp; text: string; by: StaffRef; at: number } | null;
}

/** A department's month as a console shows it. */
export interface DepartmentMonthView {
  figures: DepartmentMonth;
  /** Its days may still change: nothing is sent or answered yet. */
  preliminary: boolean;
  /** Some of it is made up, for the demo. */
  demo: boolean;
  answers: MonthAnswer[];
  /** What was promised in the year before and is not yet done or dropped, the latest first. */
  earlier: (MonthAnswer & { month: string })[];
}

const month = { siteId: Slug, departmentId: Slug, month: Month };

/** Asked by those who lead, and by the department. */
export const departmentMonthRequests = {
  'department-month:get': v.object(month),
  /** The department answers to a point, or changes its answer. */
  'department-month:answer': v.object({
    ...month,
    point: MonthPoint,
    text: writtenText(LIMITS.reason),
    dueOn: v.nullable(StatDate),
  }),
  /** What became of an answer of an earlier month. */
  'department-month:follow-up': v.object({
    ...month,
    point: MonthPoint,
    state: FollowUp,
    text: v.nullable(writtenText(LIMITS.reason)),
  }),
} as const;

/** What they are answered with. */
export interface DepartmentMonthAnswers {
  'department-month:get': DepartmentMonthView;
  'department-month:answer': null;
  'department-month:follow-up': null;
}
