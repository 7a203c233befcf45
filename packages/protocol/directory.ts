import * as v from 'valibot';
import { Language, Localised, Slug, Time } from './primitives.ts';

/** `HH:MM`, up to and with `24:00`. */
const ClockTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'clock_time'));
const Interval = v.pipe(
  v.tuple([ClockTime, ClockTime]),
  v.check(([from, to]) => from < to, 'interval_order'),
);
const Weekly = v.object({
  mon: v.array(Interval),
  tue: v.array(Interval),
  wed: v.array(Interval),
  thu: v.array(Interval),
  fri: v.array(Interval),
  sat: v.array(Interval),
  sun: v.array(Interval),
});

/**
 * When a site or department is open (rule R5). A date's intervals are those of its exception if it has one, else those of
 * its weekday, none on a holiday of a kind in `closedOn`, and cut at `eveClosesAt` on other eves and shortened days.
 */
export const OpeningHours = v.object({
  /** IANA name, `Europe/Stockholm`. */
  timeZone: v.string(),
  weekly: Weekly,
  /** When shortened days, and eves that are not closed, close; null when they are ordinary days. */
  eveClosesAt: v.nullable(ClockTime),
  /** The kinds of holiday that are closed all day; public holidays and closed eves when left out. */
  closedOn: v.optional(v.array(v.picklist(['public', 'closedEve', 'shortened']))),
  /** Dates with hours of their own, which beat holidays too; no intervals means closed. One for a date. */
  exceptions: v.pipe(
    v.array(
      v.object({
        date: v.pipe(v.string(), v.isoDate()),
        label: v.optional(v.string()),
        intervals: v.array(Interval),
      }),
    ),
    v.check((list) => new Set(list.map(({ date }) => date)).size === list.length, 'one_per_date'),
  ),
  /** Hours of their own for languages, as a minority language has. Other languages follow `weekly`. */
  languages: v.optional(v.record(Language, Weekly)),
});
export type OpeningHours = v.InferOutput<typeof OpeningHours>;

/** A manager's word that beats the hours until a time, or until it is taken back. */
export const OpenOverride = v.object({ state: v.picklist(['open', 'closed']), until: v.nullable(Time) });
export type OpenOverride = v.InferOutput<typeof OpenOverride>;

/** A web site that embeds the widget. */
export const Site = v.object({
  id: Slug,
  name: Localised,
  /** What the contact centre is called. */
  centreName: Localised,
  /** Origins that may embed the widget, besides the relay's own. `https://www.example.se`. */
  allowedOrigins: v.array(v.pipe(v.string(), v.url())),
  languages: v.array(Language),
  phone: v.string(),
  email: v.string(),
  hours: OpeningHours,
  openOverride: v.nullable(OpenOverride),
  privacyNotice: Localised,
  /** The web page about how personal data is handled; null for none. */
  privacyUrl: v.nullable(v.string()),
  /** The topic that a conversation is closed under when nobody chose one. */
  defaultTopicId: Slug,
  /** Who chooses who answers: agents pick from the queue, or each conversation is offered to one (rule R2). */
  routing: v.optional(v.picklist(['manual', 'automatic']), 'manual'),
  /** Milliseconds an agent has to take what it is offered, before it goes on to the next. */
  offerMs: v.optional(Time, 30_000),
  /** Milliseconds after which whoever waits is offered to anybody, also without its language: nobody waits for ever. */
  anybodyAfterMs: v.optional(Time, 120_000),
  /** Milliseconds an agent may be gone before its conversations return to the queue (rule O3). */
  agentGraceMs: Time,
  /** Milliseconds after which a conversation that its visitor left without contact details is abandoned (rule O2). */
  abandonAfterMs: Time,
  /** What the visitor is asked afterwards, each on a scale of 1 to 5. */
  survey: v.array(v.object({ id: Slug, question: Localised })),
});
export type Site = v.InferOutput<typeof Site>;

/** A department of the municipality, with what it agreed with the centre. */
export const Department = v.object({
  id: Slug,
  name: Localised,
  board: v.string(),
  email: v.string(),
  phone: v.string(),
  secrecy: v.picklist(['open', 'mixed', 'strict']),
  /** Who does what, in the department's and the centre's words (Swedish). */
  centreDoes: v.array(v.string()),
  departmentDoes: v.array(v.string()),
  /** Working days a specialist has for a hand-off. */
  replyWorkdays: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
export type Department = v.InferOutput<typeof Department>;

/** What a question is about. */
export const Topic = v.object({ id: Slug, name: Localised, departmentId: v.nullable(Slug) });
export type Topic = v.InferOutput<typeof Topic>;

/** What a member of the staff may do. */
export const Role = v.picklist(['agent', 'specialist', 'manager', 'editor', 'registrar', 'administrator']);
export type Role = v.InferOutput<typeof Role>;

/** Whether an agent takes conversations (rule R1). */
export const Availability = v.picklist(['available', 'busy', 'away']);
export type Availability = v.InferOutput<typeof Availability>;

/** Why an agent takes no conversations. `missedOffers` is the relay's: it set the agent to away. */
export const AvailabilityReason = v.picklist([
  'lunch',
  'break',
  'meeting',
  'training',
  'administration',
  'missedOffers',
]);
export type AvailabilityReason = v.InferOutput<typeof AvailabilityReason>;

/** A member of the staff as colleagues see it. */
export interface Colleague {
  id: string;
  name: string;
  role: Role;
  departmentIds: string[];
  languages: string[];
  /** Topics and departments it knows best, by id. */
  skills: string[];
  availability: Availability;
  availabilityReason: AvailabilityReason | null;
  /** A console of theirs is connected, or was within the grace period. */
  present: boolean;
}

/** A short text that agents reuse. `shortcut` is typed after a slash. */
export const CannedResponse = v.object({ id: Slug, shortcut: v.string(), text: Localised });
export type CannedResponse = v.InferOutput<typeof CannedResponse>;

/** A knowledge-base article in steps, as it is published. */
export const Guide = v.object({
  id: Slug,
  departmentId: Slug,
  title: Localised,
  /** What it is about and for whom, where the title does not say it. */
  intro: v.optional(v.record(Language, v.string()), {}),
  steps: v.record(Language, v.array(v.string())),
  url: v.nullable(v.string()),
  /** Counted up with each publishing. */
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  /** The version in which the text of a language was last changed or confirmed; 1 for one that is not named. */
  revised: v.optional(v.record(Language, v.pipe(v.number(), v.integer())), {}),
  publishedAt: v.optional(v.nullable(Time), null),
  /** Taken back: it is found and shown nowhere any more. */
  withdrawn: v.optional(v.boolean(), false),
});
export type Guide = v.InferOutput<typeof Guide>;

/** A question citizens often ask, with the centre's answer. */
export const Question = v.object({
  id: Slug,
  departmentId: Slug,
  topicId: Slug,
  guideId: v.nullable(Slug),
  question: Localised,
  answer: Localised,
});
export type Question = v.InferOutput<typeof Question>;
