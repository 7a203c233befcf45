import * as v from 'valibot';
import { CaseStatus, type CaseTemplate, type CaseType, StaffStatus } from './case-type.ts';
import { FileRef, RefusedFile } from './file.ts';
import { Identity } from './identity.ts';
import * as LIMITS from './limits.ts';
import { type Author, StaffRef } from './message.ts';
import { Contact, Id, Language, Localised, Seq, Slug, Time, writtenText } from './primitives.ts';

/** `EKH-2026-000123`: the site, the year it was received, and its place in the series of that year. */
export const CaseNumber = v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,8}-\d{4}-\d{6,9}$/, 'case_number'));

/** One field as it was answered, with the words that were asked, which may change later. */
export const CaseAnswer = v.object({
  name: v.string(),
  label: Localised,
  value: v.union([v.string(), v.boolean()]),
  /** The words of a chosen option. */
  option: v.optional(Localised),
});
export type CaseAnswer = v.InferOutput<typeof CaseAnswer>;

/** The mail that something came in by. */
export const CaseMail = v.object({
  /** Its sender's id of it, which our answer names; empty where it has none. */
  messageId: v.string(),
  from: v.string(),
  subject: v.string(),
  /** It was longer than what is kept of it. */
  cut: v.optional(v.literal(true)),
});
export type CaseMail = v.InferOutput<typeof CaseMail>;

/** What a case begins with. */
export const CaseOpening = v.object({
  number: CaseNumber,
  siteId: Slug,
  /** The id of its {@link CaseType}. */
  kind: Slug,
  title: Localised,
  language: Language,
  formId: v.nullable(Slug),
  conversationId: v.nullable(Id),
  topicId: v.nullable(Slug),
  /** Who answers for it; null for the contact centre. */
  departmentId: v.nullable(Slug),
  contact: v.nullable(Contact),
  /** Who sent it by an e-identification (rule I4); left out when nobody vouches. */
  identity: v.optional(Identity),
  /** Others of the centre than its owner see that it exists (rule P6). */
  secret: v.boolean(),
  /** By when an answer is promised (rule O2). */
  promisedAt: Time,
  answers: v.array(CaseAnswer),
  files: v.array(FileRef),
  /** It came by e-mail. */
  mail: v.optional(CaseMail),
  /** What came with it and was not taken. */
  refused: v.optional(v.array(RefusedFile)),
  /** Its type stands before all others. */
  front: v.optional(v.literal(true)),
  /** Who answers for it from the beginning, and who of the department was asked by name. */
  owner: v.optional(StaffRef),
  handler: v.optional(StaffRef),
  /** What it is about in the staff's words; for them alone. */
  summary: v.optional(v.string()),
});
export type CaseOpening = v.InferOutput<typeof CaseOpening>;

/** What happened to a case. */
export const CaseEvent = v.variant('type', [
  v.object({ type: v.literal('received'), opening: CaseOpening }),
  v.object({
    type: v.literal('supplemented'),
    text: v.string(),
    files: v.array(FileRef),
    mail: v.optional(CaseMail),
    refused: v.optional(v.array(RefusedFile)),
  }),
  v.object({ type: v.literal('withdrawn') }),
  v.object({
    type: v.literal('statusSet'),
    status: CaseStatus,
    /** Why, or what is asked of the visitor. */
    text: v.optional(v.string()),
    /** Also for the visitors of cases that were merged into this one. */
    shared: v.optional(v.literal(true)),
  }),
  /** Another department answers for it, and has its own agreed time. */
  v.object({
    type: v.literal('departmentSet'),
    departmentId: v.nullable(Slug),
    promisedAt: Time,
    /** The department's matters are secret; what was secret stays so. */
    secret: v.optional(v.literal(true)),
  }),
  /** Who answers for it until it is resolved; null for whom it lies with. */
  v.object({ type: v.literal('ownerSet'), owner: v.nullable(StaffRef) }),
  /** Who works on it. */
  v.object({ type: v.literal('handlerSet'), handler: v.nullable(StaffRef) }),
  v.object({ type: v.literal('answered'), text: v.string(), shared: v.optional(v.literal(true)) }),
  v.object({ type: v.literal('noted'), text: v.string() }),
  v.object({ type: v.literal('promiseSet'), promisedAt: Time, reason: v.string() }),
  /** It is about the same as another case, which goes on for both. */
  v.object({ type: v.literal('merged'), into: CaseNumber }),
  v.object({ type: v.literal('reopened'), promisedAt: Time }),
  /** How to reach its visitor was wrong, and was put right by that person's wish (rule S4). */
  v.object({ type: v.literal('contactCorrected'), contact: v.nullable(Contact) }),
  /** Its number in the diary came back from the registrar. */
  v.object({ type: v.literal('diaryNumberSet'), diaryNumber: v.string() }),
  /** A program answered a mail about it: somebody is away (rule M3). */
  v.object({ type: v.literal('autoReplied'), text: v.string(), mail: CaseMail }),
  /** A mail about it did not reach the visitor; `status` is the mail server's reply (rule M4). */
  v.object({ type: v.literal('undelivered'), sentAt: Time, status: v.nullable(v.string()) }),
  /** The promised date is near, or has passed; whom that alerted (rule O6). */
  v.object({ type: v.literal('alerted'), alerted: v.picklist(['reminder', 'owner', 'manager']) }),
  /** A manager reads a secret one all the same, for a time (rule P6); its time is up. */
  v.object({ type: v.literal('glassBroken'), user: StaffRef, reason: v.string() }),
  v.object({ type: v.literal('glassMended'), user: StaffRef }),
]);
export type CaseEvent = v.InferOutput<typeof CaseEvent>;

/** One entry of a case's log. Entries are only ever added; `seq` counts them from 1, `id` is its sender's (rule D2). */
export interface CaseEntry {
  seq: number;
  id: string;
  author: Author;
  at: number;
  /** `staff` never reaches the visitor. */
  audience: 'public' | 'staff';
  event: CaseEvent;
}

/** A question that outlives its conversation: the fold of its log. */
export interface Case extends Omit<
  CaseOpening,
  'departmentId' | 'answers' | 'files' | 'mail' | 'refused' | 'front' | 'owner' | 'handler'
> {
  id: string;
  /** The department's id, or an empty string for the contact centre: lists are found by it. */
  departmentId: string;
  status: CaseStatus;
  /** 1 until it has ended. */
  open: 0 | 1;
  /** 0 stands before 1 in lists. */
  front: 0 | 1;
  /** Who answers for it until it is resolved; a move to another department does not change that. */
  owner: StaffRef | null;
  /** `owner.id`, or an empty string. */
  ownerId: string;
  /** Who works on it. */
  handler: StaffRef | null;
  /** `handler.id`, or an empty string. */
  handlerId: string;
  /** The beginning of what it is about, for lists; empty where nothing was written. */
  excerpt: string;
  /** The number of the case that goes on for this one. */
  mergedInto: string | null;
  /** `contact.email` as it is compared; null for none. */
  contactEmail: string | null;
  /** `contact.phone` as it is compared; null for none. */
  contactPhone: string | null;
  /** Its number in the diary; null where it has none. */
  diaryNumber: string | null;
  /** Whom its promised date alerts next (rule O6); an empty string for nobody. */
  watched: 'reminder' | 'owner' | 'manager' | '';
  /** Those who broke the glass, and until when they read it; the log says why. */
  glass: { user: StaffRef; until: number }[];
  /** When the first of them reads no more; null for nobody. */
  glassUntil: number | null;
  /** The last mail to the visitor did not reach it, and nothing has been heard or written since (rule M4). */
  undelivered?: boolean;
  receivedAt: number;
  lastAt: number;
  closedAt: number | null;
  seq: number;
}

/** What happened, as the visitor is told. */
export type VisitorCaseEvent =
  | { type: 'received' }
  | { type: 'supplemented'; text: string; files: FileRef[] }
  | { type: 'withdrawn' }
  | { type: 'statusSet'; status: CaseStatus; text?: string }
  | { type: 'departmentSet'; departmentId: string | null; promisedAt: number }
  | { type: 'answered'; text: string; name: string }
  | { type: 'promiseSet'; promisedAt: number; reason: string }
  | { type: 'merged' }
  | { type: 'reopened'; promisedAt: number };

/** A case as the one who has its secret sees it. */
export interface VisitorCase {
  number: string;
  siteId: string;
  title: Localised;
  language: string;
  status: CaseStatus;
  open: boolean;
  departmentId: string | null;
  /** Others have reported the same, and all are answered together: status and promise are that case's. */
  together: boolean;
  /** Who works on it, once somebody does. */
  handlerName: string | null;
  receivedAt: number;
  promisedAt: number;
  /** What was asked in the chat, before it became the case; nothing of a secret one. */
  asked: { at: number; text: string }[];
  answers: CaseAnswer[];
  files: FileRef[];
  log: { at: number; event: VisitorCaseEvent }[];
}

/** `POST /api/cases/{number}/supplements`. */
export const Supplement = v.object({ id: Id, text: writtenText(LIMITS.text) });
export type Supplement = v.InferOutput<typeof Supplement>;

/** `POST /api/cases/{number}/withdrawal`. */
export const Withdrawal = v.object({ id: Id });
export type Withdrawal = v.InferOutput<typeof Withdrawal>;

/**
 * The lists of cases: those this user works on, those it answers for, a department's (the contact centre's own is the
 * empty string), all open ones, what is overdue, and those that have ended.
 */
export const CaseBox = v.picklist(['mine', 'owned', 'department', 'all', 'overdue', 'ended']);
export type CaseBox = v.InferOutput<typeof CaseBox>;

/** Text to the visitor, where one is written. `shared`: also to the visitors of cases that were merged into it. */
const toVisitor = { text: writtenText(LIMITS.text), shared: v.optional(v.boolean(), false) };

/** What a member of the staff does to a case; each is one entry of its log. */
export const CaseChange = v.variant('type', [
  /** A text is needed where the visitor is asked for more, or where the case ends without having been done. */
  v.object({
    type: v.literal('status'),
    status: StaffStatus,
    text: v.optional(v.nullable(toVisitor.text), null),
    shared: toVisitor.shared,
  }),
  v.object({ type: v.literal('department'), departmentId: v.nullable(Slug) }),
  v.object({ type: v.literal('owner'), userId: v.nullable(Slug) }),
  /** Null gives it back to everybody in the department. */
  v.object({ type: v.literal('handler'), userId: v.nullable(Slug) }),
  v.object({ type: v.literal('answer'), ...toVisitor }),
  v.object({ type: v.literal('note'), text: writtenText(LIMITS.text) }),
  /** A local date; the promise holds until the house closes on it. */
  v.object({
    type: v.literal('promise'),
    date: v.pipe(v.string(), v.isoDate()),
    reason: writtenText(LIMITS.reason),
  }),
  v.object({ type: v.literal('merge'), into: CaseNumber }),
  v.object({ type: v.literal('reopen') }),
]);
export type CaseChange = v.InferOutput<typeof CaseChange>;

/** `case:list`, `case:get`, `case:update` of the console. */
export const caseRequests = {
  /** The types and templates that there are. */
  'cases:settings': v.object({}),
  /** A page of a list, what is put in front and then the earliest promise first; `after` is the `next` before. */
  'cases:list': v.object({
    box: CaseBox,
    /** Needed for `department`, and for `overdue` and `ended` outside the contact centre. */
    departmentId: v.nullable(v.union([Slug, v.literal('')])),
    /** Only of this type, only in this status. A page may then be short, or empty, and say that there is more. */
    kind: v.optional(v.nullable(Slug), null),
    status: v.optional(v.nullable(CaseStatus), null),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  'case:get': v.object({ number: CaseNumber }),
  /** `seen`: the last entry that this user had before it when it decided; null does not ask. */
  'case:update': v.object({
    number: CaseNumber,
    id: Id,
    seen: v.optional(v.nullable(Seq), null),
    change: CaseChange,
  }),
  /** A manager reads a secret case for four hours: with a reason, which is logged and seen by whoever has it (rule P6). */
  'case:break-glass': v.object({ number: CaseNumber, id: Id, reason: writtenText(LIMITS.reason) }),
  /** Makes a case of a conversation; of a hand-off, by whoever was asked (`handoffId`), it then answers for it. */
  'case:open': v.object({
    conversationId: Id,
    id: Id,
    kind: Slug,
    /** The conversation's when left out. */
    departmentId: v.optional(v.nullable(Slug), null),
    summary: v.optional(v.nullable(writtenText(LIMITS.text)), null),
    handoffId: v.optional(v.nullable(Id), null),
  }),
} as const;

/** A case with everything that happened to it, for the staff. */
export interface StaffCase {
  case: Case;
  log: CaseEntry[];
  /** Cases that were merged into it, the earliest first, as this user may see them; no more than `LIMITS.mergedCases`. */
  duplicates: Case[];
}

/** What those requests are answered with. */
export interface CaseAnswers {
  'cases:settings': { types: CaseType[]; templates: CaseTemplate[] };
  'cases:list': { cases: Case[]; next: string | null };
  'case:get': StaffCase;
  'case:update': StaffCase;
  'case:break-glass': StaffCase;
  'case:open': { number: string; promisedAt: number; departmentId: string | null };
}

/** Why somebody is alerted about a case. */
export type CaseAlert = 'reminder' | 'owner' | 'manager' | 'undelivered';

/** What a console is told of cases. */
export interface CaseFacts {
  /** To everybody in whose lists a case stands, or stood before. */
  'case:changed': { case: Case };
  /** To whoever answers for it: its promised date is near or has passed (rule O6), or a mail did not arrive (rule M4). */
  'case:alerted': { case: Case; alerted: CaseAlert };
}
