import * as v from 'valibot';
import { FileRef } from './file.ts';
import { CaseKind } from './form.ts';
import * as LIMITS from './limits.ts';
import { type Author, StaffRef } from './message.ts';
import { Contact, Id, Language, Localised, Slug, Time, writtenText } from './primitives.ts';

/** What a member of the staff can say of a case. */
const STAFF_STATUSES = [
  'received',
  'forwarded',
  'planned',
  'inProgress',
  'waitingForVisitor',
  'done',
  'notOurs',
  'duplicate',
] as const;

/** Where a case is. The last four end it. */
export const CaseStatus = v.picklist([...STAFF_STATUSES, 'withdrawn']);
export type CaseStatus = v.InferOutput<typeof CaseStatus>;

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

/** What a case begins with. */
export const CaseOpening = v.object({
  number: CaseNumber,
  siteId: Slug,
  kind: CaseKind,
  title: Localised,
  language: Language,
  formId: v.nullable(Slug),
  conversationId: v.nullable(Id),
  topicId: v.nullable(Slug),
  /** Who answers for it; null for the contact centre. */
  departmentId: v.nullable(Slug),
  contact: v.nullable(Contact),
  /** Others of the centre than its owner see that it exists (rule P6). */
  secret: v.boolean(),
  /** By when an answer is promised (rule O2). */
  promisedAt: Time,
  answers: v.array(CaseAnswer),
  files: v.array(FileRef),
});
export type CaseOpening = v.InferOutput<typeof CaseOpening>;

/** What happened to a case. */
export const CaseEvent = v.variant('type', [
  v.object({ type: v.literal('received'), opening: CaseOpening }),
  v.object({ type: v.literal('supplemented'), text: v.string(), files: v.array(FileRef) }),
  v.object({ type: v.literal('withdrawn') }),
  v.object({ type: v.literal('statusSet'), status: CaseStatus }),
  /** Another department answers for it, and has its own agreed time. */
  v.object({
    type: v.literal('departmentSet'),
    departmentId: v.nullable(Slug),
    promisedAt: Time,
    /** The department's matters are secret; what was secret stays so. */
    secret: v.optional(v.literal(true)),
  }),
  v.object({ type: v.literal('ownerSet'), owner: v.nullable(StaffRef) }),
  v.object({ type: v.literal('answered'), text: v.string() }),
  v.object({ type: v.literal('noted'), text: v.string() }),
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
export interface Case extends Omit<CaseOpening, 'departmentId' | 'answers' | 'files'> {
  id: string;
  /** The department's id, or an empty string for the contact centre: lists are found by it. */
  departmentId: string;
  status: CaseStatus;
  /** 1 until it has ended. */
  open: 0 | 1;
  owner: StaffRef | null;
  /** `owner.id`, or an empty string. */
  ownerId: string;
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
  | { type: 'statusSet'; status: CaseStatus }
  | { type: 'departmentSet'; departmentId: string | null; promisedAt: number }
  | { type: 'answered'; text: string; name: string };

/** A case as the one who has its secret sees it. */
export interface VisitorCase {
  number: string;
  siteId: string;
  title: Localised;
  language: string;
  status: CaseStatus;
  open: boolean;
  departmentId: string | null;
  /** Who works on it, once somebody does. */
  ownerName: string | null;
  receivedAt: number;
  promisedAt: number;
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

/** The lists of cases. `department` names one; the contact centre's own is the empty string. */
export const CaseBox = v.picklist(['mine', 'department', 'all', 'overdue']);
export type CaseBox = v.InferOutput<typeof CaseBox>;

/** What a member of the staff does to a case; each is one entry of its log. */
export const CaseChange = v.variant('type', [
  v.object({ type: v.literal('status'), status: v.picklist(STAFF_STATUSES) }),
  v.object({ type: v.literal('department'), departmentId: v.nullable(Slug) }),
  /** Null gives it back to everybody in the department. */
  v.object({ type: v.literal('owner'), userId: v.nullable(Slug) }),
  v.object({ type: v.literal('answer'), text: writtenText(LIMITS.text) }),
  v.object({ type: v.literal('note'), text: writtenText(LIMITS.text) }),
]);
export type CaseChange = v.InferOutput<typeof CaseChange>;

/** `case:list`, `case:get`, `case:update` of the console. */
export const caseRequests = {
  /** A page of a list, the earliest promise first; `after` is the `next` of the page before. */
  'cases:list': v.object({
    box: CaseBox,
    /** Needed for `department`, and for `overdue` outside the contact centre. */
    departmentId: v.nullable(v.union([Slug, v.literal('')])),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  'case:get': v.object({ number: CaseNumber }),
  'case:update': v.object({ number: CaseNumber, id: Id, change: CaseChange }),
} as const;

/** A case with everything that happened to it, for the staff. */
export interface StaffCase {
  case: Case;
  log: CaseEntry[];
}

/** What those requests are answered with. */
export interface CaseAnswers {
  'cases:list': { cases: Case[]; next: string | null };
  'case:get': StaffCase;
  'case:update': StaffCase;
}
