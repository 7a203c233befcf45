import * as v from 'valibot';
import { Language, Localised, localisedText, Slug, Time, writtenText } from './primitives.ts';

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

/** An e-mail address, or nothing. */
const EmailOrNone = v.pipe(
  v.string(),
  v.trim(),
  v.check((text) => text === '' || v.is(v.pipe(v.string(), v.maxLength(254), v.email()), text), 'email'),
);
/** A phone number as written, or nothing. */
const PhoneOrNone = v.pipe(v.string(), v.trim(), v.regex(/^([+()\d][-+()\d\s./]{1,38})?$/, 'phone'));
/** An address on the web. */
const WebAddress = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(1_000, 'too_long'),
  v.regex(/^https?:\/\/[^\s"'<>]+$/, 'web_address'),
  v.url('web_address'),
);
/** An address on the web, or a path on the relay's own. */
const WebAddressOrPath = v.union(
  [WebAddress, v.pipe(v.string(), v.regex(/^\/(?!\/)[^\s"'<>]*$/))],
  'web_address',
);
/** An origin of the web: `https://www.example.se`; other hosts than ASCII ones as browsers send them (`xn--…`). */
const Origin = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(300, 'too_long'),
  v.regex(/^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?\/?$/, 'origin'),
  v.transform((text) => text.replace(/\/$/, '')),
);
/** Each at most once. */
const distinct = <Item extends v.GenericSchema<string>>(item: Item, max: number) =>
  v.pipe(
    v.array(item),
    v.maxLength(max, 'too_many'),
    v.check((list) => new Set(list).size === list.length, 'twice'),
  );
const workdays = v.pipe(
  v.number('number'),
  v.integer('number'),
  v.minValue(0, 'number'),
  v.maxValue(250, 'number'),
);
/** Milliseconds between a least and a most. */
const between = (least: number, most: number) =>
  v.pipe(Time, v.minValue(least, 'too_small'), v.maxValue(most, 'too_large'));
const HOUR = 3_600_000;

/** A web site that embeds the widget. */
export const Site = v.object({
  id: Slug,
  name: localisedText(120),
  /** What the contact centre is called. */
  centreName: localisedText(120),
  /** Origins that may embed the widget, besides the relay's own. `https://www.example.se`. */
  allowedOrigins: distinct(Origin, 50),
  languages: v.pipe(
    distinct(Language, 20),
    v.check((list) => list.includes('sv'), 'without_sv'),
  ),
  phone: PhoneOrNone,
  email: EmailOrNone,
  hours: OpeningHours,
  openOverride: v.nullable(OpenOverride),
  privacyNotice: localisedText(2_000),
  /** The web page about how personal data is handled; null for none. */
  privacyUrl: v.nullable(WebAddressOrPath),
  /** What the contact form says while the chat is closed, besides when it opens; null for nothing more. */
  closedText: v.optional(v.nullable(localisedText(1_000)), null),
  /** The topic that a conversation is closed under when nobody chose one. */
  defaultTopicId: Slug,
  /** Who chooses who answers: agents pick from the queue, or each conversation is offered to one (rule R2). */
  routing: v.optional(v.picklist(['manual', 'automatic']), 'manual'),
  /** Milliseconds an agent has to take what it is offered, before it goes on to the next. */
  offerMs: v.optional(between(5_000, HOUR), 30_000),
  /** Milliseconds after which whoever waits is offered to anybody, also without its language: nobody waits for ever. */
  anybodyAfterMs: v.optional(between(0, 24 * HOUR), 120_000),
  /** Milliseconds an agent may be gone before its conversations return to the queue (rule O3). */
  agentGraceMs: between(0, HOUR),
  /** Milliseconds that a visitor waits before the consoles raise an alarm. */
  alarmMs: v.optional(between(10_000, 24 * HOUR), 300_000),
  /** Milliseconds after which a conversation that its visitor left without contact details is abandoned (rule O2). */
  abandonAfterMs: between(60_000, 30 * 24 * HOUR),
  /** Whether the visitor says what a first question is about, and whether it may leave that open. */
  askTopic: v.optional(v.picklist(['off', 'optional', 'required']), 'off'),
  /** What the visitor is asked afterwards, each on a scale of 1 to 5. */
  survey: v.pipe(v.array(v.object({ id: Slug, question: localisedText(300) })), v.maxLength(5, 'too_many')),
  /** It is offered to nobody any more; what was asked on it keeps its name. */
  retired: v.optional(v.boolean(), false),
});
export type Site = v.InferOutput<typeof Site>;

/** A department of the municipality, with what it agreed with the centre. */
export const Department = v.object({
  id: Slug,
  name: localisedText(120),
  board: v.pipe(v.string(), v.trim(), v.maxLength(120, 'too_long')),
  email: EmailOrNone,
  phone: PhoneOrNone,
  /** What its specialists answer in. */
  languages: v.optional(distinct(Language, 20), () => ['sv']),
  secrecy: v.picklist(['open', 'mixed', 'strict']),
  /** Who does what, in the department's and the centre's words (Swedish). */
  centreDoes: v.pipe(v.array(writtenText(300)), v.maxLength(50, 'too_many')),
  departmentDoes: v.pipe(v.array(writtenText(300)), v.maxLength(50, 'too_many')),
  /** Working days a specialist has for a hand-off, where no agreement about the topic says otherwise. */
  replyWorkdays: workdays,
  /** When its specialists work, for deadlines; null: as the site is open. */
  hours: v.optional(v.nullable(OpeningHours), null),
  /** Nothing new is sent to it; what it has keeps its name. */
  retired: v.optional(v.boolean(), false),
});
export type Department = v.InferOutput<typeof Department>;

/** What a question is about. */
export const Topic = v.object({
  id: Slug,
  name: localisedText(120),
  departmentId: v.nullable(Slug),
  /** Who asks about it has to be identified by an e-identification (rule I4). */
  eid: v.optional(v.boolean()),
  /** Nobody chooses it any more; what was about it keeps its name. */
  retired: v.optional(v.boolean(), false),
});
export type Topic = v.InferOutput<typeof Topic>;

/** When something is to be looked over again (`YYYY-MM-DD`); null for never. */
export const ReviewOn = v.nullable(v.pipe(v.string(), v.isoDate('date')));

/** What centre and department have agreed about one topic, or about all that has no agreement of its own. */
export const Agreement = v.object({
  id: Slug,
  departmentId: Slug,
  /** Null: all topics of the department. */
  topicId: v.nullable(Slug),
  /** The specialists who answer; nobody named is anybody in the department. */
  userIds: distinct(Slug, 50),
  /** Working days they have for a hand-off. */
  replyWorkdays: workdays,
  /** What to ask and tell before it is handed over, in the department's words (Swedish). */
  checklist: v.pipe(v.array(writtenText(300)), v.maxLength(30, 'too_many')),
  reviewOn: ReviewOn,
});
export type Agreement = v.InferOutput<typeof Agreement>;

/** How grave what a banner tells of is. */
export const Severity = v.picklist(['info', 'major', 'critical']);
export type Severity = v.InferOutput<typeof Severity>;

/** An important message to every visitor of a site, prepared beforehand and shown by one click. */
export const Banner = v.pipe(
  v.object({
    id: Slug,
    /** Null: all sites. */
    siteId: v.nullable(Slug),
    severity: Severity,
    text: localisedText(600),
    links: v.pipe(
      v.array(v.object({ label: localisedText(120), url: WebAddress })),
      v.maxLength(5, 'too_many'),
    ),
    /** Shown from and until, while it is on; null for no bound. */
    from: v.nullable(Time),
    until: v.nullable(Time),
    active: v.boolean(),
  }),
  v.forward(
    v.check(({ from, until }) => from === null || until === null || from < until, 'order'),
    ['until'],
  ),
);
export type Banner = v.InferOutput<typeof Banner>;

/** What a member of the staff may do. */
export const Role = v.picklist([
  'agent',
  'specialist',
  'manager',
  'coordinator',
  'editor',
  'registrar',
  'administrator',
]);
export type Role = v.InferOutput<typeof Role>;

/** A member of the staff as an administrator sets it up. */
export const StaffMember = v.object({
  id: Slug,
  name: writtenText(120),
  /** Where its one-time link and its notices go; empty for nowhere. */
  email: v.optional(EmailOrNone, ''),
  role: Role,
  departmentIds: distinct(Slug, 50),
  languages: distinct(Language, 20),
  /** Topics and departments it knows best, by id. */
  skills: distinct(Slug, 100),
  /** How many conversations it has at once (rule R1). */
  capacity: v.pipe(
    v.number('number'),
    v.integer('number'),
    v.minValue(0, 'number'),
    v.maxValue(50, 'number'),
  ),
  /** It may sign in. */
  active: v.optional(v.boolean(), true),
});
export type StaffMember = v.InferOutput<typeof StaffMember>;

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
export const CannedResponse = v.object({
  id: Slug,
  shortcut: v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\d-]{1,30}$/u, 'shortcut')),
  text: localisedText(4_000),
});
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
  reviewOn: v.optional(ReviewOn),
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
