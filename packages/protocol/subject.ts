import * as v from 'valibot';

import * as LIMITS from './limits.ts';
import type { MailKind, MailState } from './mail.ts';
import type { RecordClass, StaffRef } from './message.ts';
import { Contact, Id, Time, writtenText } from './primitives.ts';
import { RecordRef } from './retention.ts';
import type { Role } from './directory.ts';

/** What a person asks for: articles 15, 16, 17 and 18 of the GDPR. */
export const SubjectRequestKind = v.picklist(['access', 'rectification', 'erasure', 'restriction']);
export type SubjectRequestKind = v.InferOutput<typeof SubjectRequestKind>;

/** How it was made sure that the person is who it says (art. 12.6); `none`: not yet, or it could not be. */
export const IdentityCheck = v.picklist(['eId', 'document', 'reply', 'known', 'none']);
export type IdentityCheck = v.InferOutput<typeof IdentityCheck>;

/** How a request ended. `partly`: some of what was asked for was done, and the rest was refused with reasons. */
export const SubjectOutcome = v.picklist(['granted', 'partly', 'refused', 'nothingFound', 'withdrawn']);
export type SubjectOutcome = v.InferOutput<typeof SubjectOutcome>;

/** On what a no, or a part of it, rests; each has its words and its law in both languages (`core/subjects`). */
export const SubjectGround = v.picklist([
  'archive',
  'notYet',
  'openMatter',
  'release',
  'legalClaim',
  'publicTask',
  'secrecy',
  'others',
  'unidentified',
  'excessive',
  'correct',
]);
export type SubjectGround = v.InferOutput<typeof SubjectGround>;

/** Why a record is not erased (rule S5). */
export type KeptBecause = 'open' | 'held' | 'unclassed' | 'noDecision' | 'mustBeKept' | 'notYet';

/** What was done by a request, in order. Names no content. */
export type SubjectAct =
  | { type: 'searched' | 'exported'; at: number; by: StaffRef; records: number; protected: number }
  | { type: 'rectified'; at: number; by: StaffRef; of: RecordRef }
  | { type: 'erased'; at: number; by: StaffRef; records: number; kept: number }
  | { type: 'restricted'; at: number; by: StaffRef; records: number }
  | { type: 'changed' | 'decided'; at: number; by: StaffRef };

/** A person's request about its own data, in the register (rule S1). */
export interface SubjectRequest {
  id: string;
  kind: SubjectRequestKind;
  state: 'open' | 'done';
  /** Whose it is, as it was told. */
  name: string;
  /** Where the answer goes: an address as it was written; empty where it is fetched. */
  replyTo: string;
  language: 'sv' | 'en';
  receivedAt: number;
  /** By when it has to be answered (art. 12.3). */
  deadline: number;
  /** Why it takes two months more; null where it does not. The person is told within the first month. */
  extended: string | null;
  identity: IdentityCheck;
  /** How that was done, in the officer's words. */
  identityNote: string;
  /** What its data is looked for by, as it was written. */
  terms: string[];
  /** What else was said, for those who handle it. */
  note: string;
  outcome: SubjectOutcome | null;
  grounds: SubjectGround[];
  /** What the person was answered. */
  answer: string | null;
  decidedAt: number | null;
  decidedBy: StaffRef | null;
  acts: SubjectAct[];
  /** Raised by each change; what was decided on an older one is refused. */
  revision: number;
}

/** By what a record was found; `visitor`: the same browser; `linked`: the case of a conversation, or the other way round. */
export type FoundBy = 'email' | 'phone' | 'case' | 'key' | 'visitor' | 'linked' | 'text';

/** A record about the person that the officer may read. */
export interface FoundRecord {
  of: RecordRef;
  by: FoundBy;
  /** When it began. */
  at: number;
  title: string;
  excerpt: string;
  siteId: string;
  departmentId: string | null;
  contact: Contact | null;
  open: boolean;
  recordClass: RecordClass | null;
  /** There is an answer of the survey to it. */
  rated: boolean;
  /** Null: it may be erased. */
  kept: KeptBecause | null;
  /** Until when it is kept, where that is known. */
  keptUntil: number | null;
}

/** A mail to the person. What was in it is not shown: it may hold a link that opens a case. */
export interface FoundMail {
  id: string;
  kind: MailKind;
  state: MailState;
  at: number;
}

/** A member of the staff that is the person. */
export interface FoundUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  active: boolean;
  /** Counted up to {@link LIMITS.subjectCount}. */
  auditEntries: number;
  conversations: number;
  cases: number;
  sessions: number;
}

/** Everything that is found about a person. */
export interface SubjectFound {
  records: FoundRecord[];
  /** Records that are secret: how many there are, and which department is to be asked (rule P6). */
  protected: { departmentId: string | null; conversations: number; cases: number }[];
  mails: FoundMail[];
  /** Mails from the person, with the case that each is in; what is in no case is read among incoming mails. */
  incoming: { id: string; caseNumber: string | null; at: number }[];
  users: FoundUser[];
  /** Kept out of the chat until then (rule B3). */
  bans: { until: number; at: number }[];
  /** Browsers that hold a token of the person. */
  tokens: number;
  /** There was more than {@link LIMITS.subjectRecords}: look by something narrower. */
  more: boolean;
}

const terms = v.pipe(
  v.array(writtenText(LIMITS.email)),
  v.minLength(1, 'empty'),
  v.maxLength(20, 'too_long'),
);
const fields = {
  name: writtenText(LIMITS.name),
  replyTo: v.pipe(v.string(), v.trim(), v.maxLength(500, 'too_long')),
  language: v.picklist(['sv', 'en']),
  receivedAt: Time,
  identity: IdentityCheck,
  identityNote: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.reason, 'too_long')),
  terms,
  note: v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.reason, 'too_long')),
};
const of = { requestId: Id };
const changing = { ...of, revision: v.pipe(v.number(), v.integer(), v.minValue(0)) };

/** What the officer's console may ask (rules S1–S6). Each is an entry of the audit log. */
export const subjectRequests = {
  /** A page of the register: those that are open, the most urgent first, or those that are done. */
  'subject-requests:list': v.object({
    state: v.picklist(['open', 'done']),
    after: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  }),
  'subject-request:get': v.object(of),
  /** Enters one. The same id again is the one that was entered (rule D2). */
  'subject-request:enter': v.object({ ...of, kind: SubjectRequestKind, ...fields }),
  /** `extended`: why it takes two months more. */
  'subject-request:change': v.object({
    ...changing,
    ...fields,
    extended: v.nullable(writtenText(LIMITS.reason)),
  }),
  /** Looks for everything about the person; in what was written and answered only when `words` are given. */
  'subject-request:find': v.object({
    ...of,
    words: v.optional(v.nullable(writtenText(LIMITS.searchQuery)), null),
  }),
  /** Puts right how the person is reached. Null removes it. */
  'subject-request:rectify': v.object({ ...changing, record: RecordRef, contact: v.nullable(Contact) }),
  /** Erases what may be erased of these; the rest is kept and says why. */
  'subject-request:erase': v.object({
    ...changing,
    records: v.pipe(v.array(RecordRef), v.minLength(1, 'empty'), v.maxLength(LIMITS.subjectRecords)),
  }),
  /** Keeps these from being erased and from being found among earlier answers (art. 18). */
  'subject-request:restrict': v.object({
    ...changing,
    records: v.pipe(v.array(RecordRef), v.minLength(1, 'empty'), v.maxLength(LIMITS.subjectRecords)),
  }),
  /** Ends it. Grounds are needed where something is refused. */
  'subject-request:decide': v.object({
    ...changing,
    outcome: SubjectOutcome,
    grounds: v.pipe(v.array(SubjectGround), v.maxLength(SubjectGround.options.length)),
    answer: writtenText(LIMITS.subjectAnswer),
  }),
} as const;

/** What they are answered with. */
export interface SubjectAnswers {
  'subject-requests:list': { requests: SubjectRequest[]; next: string | null };
  'subject-request:get': SubjectRequest;
  'subject-request:enter': SubjectRequest;
  'subject-request:change': SubjectRequest;
  'subject-request:find': SubjectFound;
  'subject-request:rectify': SubjectRequest;
  'subject-request:erase': { request: SubjectRequest; erased: number; kept: number };
  'subject-request:restrict': SubjectRequest;
  'subject-request:decide': SubjectRequest;
}
