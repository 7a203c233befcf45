import * as v from 'valibot';
import { Channel, type Outcome, type StaffRef } from './message.ts';
import { Language, type Localised, Slug } from './primitives.ts';

/** How a contact came; a form is a case that no conversation came before. */
export const StatChannel = v.picklist([...Channel.options, 'form']);
export type StatChannel = v.InferOutput<typeof StatChannel>;

/** What the centre is measured by. `core/statistics/figures-of-facts.ts` computes each, `definitions.ts` says how in words. */
export const FigureId = v.picklist([
  'contacts',
  'answerRate',
  'abandonRate',
  'serviceLevel',
  'meanWait',
  'medianWait',
  'p90Wait',
  'solveRate',
  'handoffRate',
  'specialistReply',
  'meanHops',
  'writtenInTime',
  'timeSaved',
]);
export type FigureId = v.InferOutput<typeof FigureId>;

/** What was asked of a department with a contact, and whether it replied as agreed; null where there was nothing to reply to. */
export interface HandoffFact {
  mode: 'consult' | 'join' | 'transfer' | 'case';
  departmentId: string;
  inTime: boolean | null;
}

/** One contact that has ended: nobody's name, no text, no id, and no time finer than half an hour. */
export interface ContactFact {
  /** The half hour of the day in which it began, 0–47, where the site is. */
  half: number;
  /** Days between its beginning and its end: its day is the one on which it ended. */
  age: number;
  channel: StatChannel;
  topicId: string | null;
  departmentId: string | null;
  language: string;
  outcome: Outcome | null;
  /** A case that came of a conversation: the conversation is the contact, and this only tells how it was answered. */
  followUp: boolean;
  answered: boolean;
  /** Nobody had answered when the visitor left. */
  abandoned: boolean;
  /** Seconds of opening time until the first reply, or until an unanswered visitor left; null where nobody waited. */
  wait: number | null;
  /** Seconds from the first reply to the end; null where it is not known. */
  handling: number | null;
  hops: number;
  /** Solved at the first contact (rule O5). */
  solved: boolean;
  /** A written question was answered within two working days; null for what was not written. */
  writtenInTime: boolean | null;
  handoffs: HandoffFact[];
  /** Answers of the survey, 1–5, by question. */
  scores: Record<string, number>;
}

/** A figure, and how many it was computed of; null is no figure: there was nothing to count. */
export interface Figure {
  value: number | null;
  of: number;
}

/** An index of the survey. `value` is null with fewer answers than the site's least number. */
export interface SurveyIndex extends Figure {
  question: string;
}

/** A day where the site is, that there is in the calendar. */
export const StatDate = v.pipe(
  v.string(),
  v.isoDate('date'),
  v.check((day) => new Date(`${day}T00:00Z`).toISOString().slice(0, 10) === day, 'date'),
);

/** Which contacts. Both days are among them. */
export const StatSelection = v.pipe(
  v.object({
    siteId: Slug,
    from: StatDate,
    to: StatDate,
    channel: v.optional(v.nullable(StatChannel), null),
    departmentId: v.optional(v.nullable(Slug), null),
    topicId: v.optional(v.nullable(Slug), null),
    language: v.optional(v.nullable(Language), null),
    /** What it is compared with: as many days before, or the same days a year earlier. */
    compare: v.optional(v.picklist(['none', 'before', 'year']), 'before'),
  }),
  v.forward(
    v.check(({ from, to }) => from <= to, 'order'),
    ['to'],
  ),
  v.forward(
    v.check(({ from, to }) => Date.parse(to) - Date.parse(from) <= 800 * 86_400_000, 'too_long'),
    ['to'],
  ),
);
export type StatSelection = v.InferOutput<typeof StatSelection>;

const share = v.pipe(v.number('number'), v.minValue(0, 'number'), v.maxValue(1, 'number'));
const whole = (most: number) =>
  v.pipe(v.number('number'), v.integer('number'), v.minValue(0, 'number'), v.maxValue(most, 'number'));

/** What a municipality decides of its statistics. */
export const StatTargets = v.object({
  /** Shares from 0 to 1, waits in seconds. */
  targets: v.object({
    answerRate: v.nullable(share),
    abandonRate: v.nullable(share),
    serviceLevel: v.nullable(share),
    medianWait: v.nullable(whole(86_400)),
    solveRate: v.nullable(share),
    specialistReply: v.nullable(share),
    writtenInTime: v.nullable(share),
  }),
  /** Answered within this many seconds is good service. */
  serviceSeconds: v.object({ chat: whole(86_400), phone: whole(86_400) }),
  /** The least number of answers that an index of the survey is told of. */
  minimumAnswers: whole(10_000),
  /** What a question took the departments before there was a centre, in minutes; null: no time saved is told. */
  baselineMinutes: v.nullable(whole(1_000)),
  /** How long agents have an open question, and how many at once, where it cannot be measured. */
  handlingSeconds: v.object({ chat: whole(86_400), phone: whole(86_400) }),
  chatsAtOnce: v.pipe(whole(20), v.minValue(1, 'number')),
  /** What everybody may read at `/api/open-data/{site}`; nothing when empty. */
  published: v.pipe(
    v.array(FigureId),
    v.check((list) => new Set(list).size === list.length, 'twice'),
  ),
});
export type StatTargets = v.InferOutput<typeof StatTargets>;

/** Targets as they are, and how they came to be, the newest first. */
export interface StatSettings extends StatTargets {
  siteId: string;
  /** How often they have been changed: who changes them names the one that it saw. */
  revision: number;
  history: { at: number; by: StaffRef; before: StatTargets; after: StatTargets }[];
}

/** What is told of a part of the contacts. */
export interface StatRow {
  /** Id of the channel, topic, department, language, board or hour; empty for none. */
  key: string;
  contacts: number;
  answerRate: number | null;
  solveRate: number | null;
  medianWait: number | null;
}

/** Along what contacts are told apart. */
export type StatDimension = 'channel' | 'topic' | 'department' | 'board' | 'language' | 'hour';

/** The statistics of a selection. */
export interface StatReport {
  selection: StatSelection;
  figures: Record<FigureId, Figure>;
  survey: SurveyIndex[];
  /** Of the days that it is compared with. */
  compared: { from: string; to: string; figures: Record<FigureId, Figure>; survey: SurveyIndex[] } | null;
  /** Day by day up to ten weeks, else month by month (`2026-11`). */
  series: StatRow[];
  by: Record<StatDimension, StatRow[]>;
  /** Questions that are open past their promised date now; null where it is not told by department. */
  ownedOverdue: number | null;
  /** Some of it is made up, for the demo. */
  demo: boolean;
  /** Up to which day it is final: the days after may change when somebody comes back. */
  finalTo: string | null;
}

/** One half hour of a weekday. */
export interface StaffingRow {
  /** 0–47. */
  half: number;
  /** Contacts that begin in it on an average day of that kind. */
  arrivals: number;
  /** Agents that Erlang A says are needed for the target; null where nobody comes. */
  needed: number | null;
  /** Share answered in time, and share that leaves, with that many. */
  serviceLevel: number | null;
  abandonRate: number | null;
  /** Agents that were there, on average; null where it was not recorded. */
  present: number | null;
}

/** What Erlang A says of a weekday. */
export interface StaffingReport {
  rows: StaffingRow[];
  /** Open days of that kind that were looked at. */
  days: number;
  handlingSeconds: number;
  /** Whether handling was measured, or is the setting. */
  handlingMeasured: boolean;
  /** Mean patience, in seconds; null when nobody left. */
  patienceSeconds: number | null;
  serviceSeconds: number;
  target: number;
  atOnce: number;
  demo: boolean;
}

const siteId = v.object({ siteId: Slug });

/** What the consoles of managers, administrators and coordinators may ask. */
export const statisticsRequests = {
  'statistics:get': StatSelection,
  /** Agents needed by half hour of a weekday (0 is Sunday), or of Monday to Friday. */
  'statistics:staffing': v.object({
    siteId: Slug,
    from: StatDate,
    to: StatDate,
    channel: v.picklist(['chat', 'phone']),
    weekday: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))),
  }),
  'statistics:targets': siteId,
  'statistics:set-targets': v.object({ siteId: Slug, revision: whole(1e9), targets: StatTargets }),
} as const;

export interface StatisticsAnswers {
  'statistics:get': StatReport;
  'statistics:staffing': StaffingReport;
  'statistics:targets': StatSettings;
  'statistics:set-targets': StatSettings;
}

/** What a figure is told in: a share is between 0 and 1. */
export const FigureUnit = v.picklist(['count', 'share', 'seconds', 'hours', 'times']);
export type FigureUnit = v.InferOutput<typeof FigureUnit>;

/** What everybody may read: whole months that are over. Groups of fewer than five are null. */
export interface OpenData {
  site: string;
  /** The first day of the first month, and the last one of the last. */
  from: string;
  to: string;
  figures: {
    id: FigureId;
    name: Localised;
    definition: Localised;
    unit: FigureUnit;
    value: number | null;
    /** Of how many it is. */
    of: number | null;
  }[];
  months: { month: string; contacts: number | null }[];
}
