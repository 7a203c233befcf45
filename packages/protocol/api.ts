import * as v from 'valibot';
import { CaseEvent, CaseNumber } from './case.ts';
import { CaseStatus, StaffStatus } from './case-type.ts';
import { Guide } from './directory.ts';
import { GuideContent } from './guide.ts';
import * as LIMITS from './limits.ts';
import { Channel, Outcome } from './message.ts';
import { Contact, Id, Language, Localised, Seq, Slug, Time, writtenText } from './primitives.ts';
import { FigureId } from './statistics.ts';

// The API that other systems use with a key, below `/api/v1`: what is sent, and what is answered.

/** A page: `after` is the `next` of the page before, `limit` from 1 to 100. */
const page = {
  after: v.optional(v.pipe(v.string(), v.maxLength(500)), ''),
  limit: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,3}$/, 'number'),
      v.transform(Number),
      v.minValue(1, 'number'),
      v.maxValue(100, 'number'),
    ),
    '50',
  ),
};
/** `GET /api/v1/conversations`: the latest first. */
export const ApiConversationsQuery = v.object({
  ...page,
  state: v.optional(v.picklist(['open', 'closed']), 'open'),
  /** Only what something happened in since this time, in milliseconds. */
  since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'time'), v.transform(Number), Time)),
});
/** `GET /api/v1/conversations/{id}/messages`. */
export const ApiMessagesQuery = v.object(page);
/** `GET /api/v1/cases`: open ones by promised date, ended ones the latest first. */
export const ApiCasesQuery = v.object({
  ...page,
  state: v.optional(v.picklist(['open', 'ended']), 'open'),
  /** Only this department's; the empty string is the contact centre's own. */
  department: v.optional(v.union([Slug, v.literal('')])),
});
/** `GET /api/v1/guides`. */
export const ApiGuidesQuery = v.object(page);

/** `POST /api/v1/cases`. The same `id` again by the same key is the same case (rule D2). */
export const ApiNewCase = v.object({
  id: Id,
  siteId: Slug,
  /** Id of a type of case. */
  kind: Slug,
  title: v.optional(v.nullable(writtenText(200)), null),
  /** What it is about, in the citizen's words. */
  text: writtenText(LIMITS.text),
  language: v.optional(Language, 'sv'),
  topicId: v.optional(v.nullable(Slug), null),
  /** The topic's when left out. */
  departmentId: v.optional(v.nullable(Slug), null),
  contact: v.optional(v.nullable(Contact), null),
});
export type ApiNewCase = v.InferOutput<typeof ApiNewCase>;

/** `POST /api/v1/cases/{number}/entries`: a note for the staff, an answer to the citizen, or where it stands now. */
export const ApiNewEntry = v.variant('type', [
  v.object({ type: v.literal('note'), id: Id, text: writtenText(LIMITS.text) }),
  v.object({ type: v.literal('answer'), id: Id, text: writtenText(LIMITS.text) }),
  v.object({
    type: v.literal('status'),
    id: Id,
    status: StaffStatus,
    /** Needed where the citizen is asked for more, or nothing will be done. */
    text: v.optional(v.nullable(writtenText(LIMITS.text)), null),
  }),
]);
export type ApiNewEntry = v.InferOutput<typeof ApiNewEntry>;

/** `PUT /api/v1/guides/{id}`. `version` is the published one that it was made from, null for a new guide. */
export const ApiGuidePut = v.object({
  content: GuideContent,
  version: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** `GET /api/v1/statistics`. */
export const ApiStatisticsQuery = v.object({
  siteId: Slug,
  from: v.pipe(v.string(), v.isoDate('date')),
  to: v.pipe(v.string(), v.isoDate('date')),
});

/** A conversation by its facts. Of a secret one it is told that it exists; what it is about is null (rule P6). */
export const ApiConversation = v.strictObject({
  id: Id,
  siteId: Slug,
  secret: v.boolean(),
  status: v.picklist(['queued', 'assigned', 'handedOff', 'closed']),
  channel: Channel,
  language: v.nullable(Language),
  topicId: v.nullable(Slug),
  departmentId: v.nullable(Slug),
  ownerId: v.nullable(Slug),
  startedAt: Time,
  lastAt: Time,
  firstReplyAt: v.nullable(Time),
  closedAt: v.nullable(Time),
  outcome: v.nullable(Outcome),
  caseNumber: v.nullable(v.string()),
});
export type ApiConversation = v.InferOutput<typeof ApiConversation>;
export const ApiConversations = v.strictObject({
  conversations: v.array(ApiConversation),
  next: v.nullable(v.string()),
});

/** A message. Of a file its name; of an event its kind. `staff` is not for the citizen. */
export const ApiMessage = v.strictObject({
  seq: Seq,
  id: Id,
  at: Time,
  audience: v.picklist(['public', 'staff']),
  author: v.strictObject({ type: v.picklist(['visitor', 'staff', 'system']), name: v.nullable(v.string()) }),
  kind: v.picklist(['text', 'note', 'file', 'event']),
  text: v.nullable(v.string()),
});
export type ApiMessage = v.InferOutput<typeof ApiMessage>;
export const ApiMessages = v.strictObject({ messages: v.array(ApiMessage), next: v.nullable(v.string()) });

/** A case by its facts. Of a secret one what it is about is null (rule P6). */
export const ApiCase = v.strictObject({
  number: CaseNumber,
  siteId: Slug,
  secret: v.boolean(),
  status: CaseStatus,
  open: v.boolean(),
  kind: v.nullable(Slug),
  title: v.nullable(Localised),
  language: v.nullable(Language),
  topicId: v.nullable(Slug),
  departmentId: v.nullable(Slug),
  ownerId: v.nullable(Slug),
  handlerId: v.nullable(Slug),
  conversationId: v.nullable(Id),
  mergedInto: v.nullable(v.string()),
  receivedAt: Time,
  promisedAt: Time,
  lastAt: Time,
  closedAt: v.nullable(Time),
});
export type ApiCase = v.InferOutput<typeof ApiCase>;
export const ApiCases = v.strictObject({ cases: v.array(ApiCase), next: v.nullable(v.string()) });

/** An entry of a case's log. */
export const ApiEntry = v.strictObject({
  seq: Seq,
  id: v.string(),
  at: Time,
  audience: v.picklist(['public', 'staff']),
  author: v.strictObject({ type: v.picklist(['visitor', 'staff', 'system']), name: v.nullable(v.string()) }),
  event: CaseEvent,
});
export type ApiEntry = v.InferOutput<typeof ApiEntry>;
export const ApiWholeCase = v.strictObject({
  case: ApiCase,
  contact: v.nullable(Contact),
  log: v.array(ApiEntry),
});
export type ApiWholeCase = v.InferOutput<typeof ApiWholeCase>;

/** Where a case stands, for whoever asks on a citizen's behalf. */
export const ApiCaseStatus = v.strictObject({
  number: CaseNumber,
  status: CaseStatus,
  open: v.boolean(),
  promisedAt: Time,
  lastAt: Time,
});
export type ApiCaseStatus = v.InferOutput<typeof ApiCaseStatus>;

export const ApiGuides = v.strictObject({ guides: v.array(Guide), next: v.nullable(v.string()) });

const row = v.strictObject({
  key: v.string(),
  contacts: v.number(),
  answerRate: v.nullable(v.number()),
  solveRate: v.nullable(v.number()),
  medianWait: v.nullable(v.number()),
});
/** Figures of a period; how each is counted stands in `definition`. */
export const ApiStatistics = v.strictObject({
  siteId: Slug,
  from: v.string(),
  to: v.string(),
  figures: v.array(
    v.strictObject({
      id: FigureId,
      name: Localised,
      definition: Localised,
      value: v.nullable(v.number()),
      of: v.nullable(v.number()),
    }),
  ),
  series: v.array(row),
  by: v.record(v.string(), v.array(row)),
});
export type ApiStatistics = v.InferOutput<typeof ApiStatistics>;

/** What other records name: sites, departments, topics, types of case, e-services. */
export const ApiDirectory = v.strictObject({
  sites: v.array(v.strictObject({ id: Slug, name: Localised, languages: v.array(v.string()) })),
  departments: v.array(v.strictObject({ id: Slug, name: Localised })),
  topics: v.array(v.strictObject({ id: Slug, name: Localised, departmentId: v.nullable(Slug) })),
  caseTypes: v.array(v.strictObject({ id: Slug, name: Localised, statuses: v.array(StaffStatus) })),
});
export type ApiDirectory = v.InferOutput<typeof ApiDirectory>;

/** Whether a site answers now, and how long its queue is. */
export const ApiSiteStatus = v.strictObject({
  siteId: Slug,
  chat: v.boolean(),
  reason: v.picklist(['open', 'closed', 'noAgent']),
  closesAt: v.nullable(Time),
  opensAt: v.nullable(Time),
  /** No more than 1,000 are counted. */
  waiting: v.number(),
  longestWaitMs: v.nullable(v.number()),
});
export type ApiSiteStatus = v.InferOutput<typeof ApiSiteStatus>;
