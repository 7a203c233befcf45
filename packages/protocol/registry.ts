import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { ClosingClass, type RecordClass, type StaffRef } from './message.ts';
import { Id, type Localised, writtenText } from './primitives.ts';
import type { RecordDocument, Release } from './record.ts';
import { RecordRef } from './retention.ts';
import type { Changed } from './staff.ts';

/**
 * Where a record is on its way to the diary. `waiting`: to be registered. `registered`: it has a number. `transferred`: it was
 * received there, and may be erased. `erased`: it was. `dismissed`: not to be registered after all.
 */
export const RegistrationState = v.picklist(['waiting', 'registered', 'transferred', 'erased', 'dismissed']);
export type RegistrationState = v.InferOutput<typeof RegistrationState>;

/** A record that is to be registered, or to be transferred before it is erased (rule P4). */
export interface Registration {
  /** `conversation:{id}` or `case:{number}`. */
  id: string;
  of: RecordRef;
  /** The retention rule that asks for its transfer; empty where only its class or a person does. */
  ruleId: string;
  state: RegistrationState;
  /** From when its time for erasing counts; null while it is open. */
  closedAt: number | null;
  /** Since when it is to be registered. */
  since: number;
  /** By when. */
  deadline: number;
  secret: boolean;
  diaryNumber: string | null;
  /** SHA-256 of the package that was exported last. */
  checksum: string | null;
  /** The last message or entry that was in it. */
  exportedSeq: number | null;
  /** Why it is not to be registered. */
  reason: string | null;
  by: StaffRef | null;
  at: number;
}

/** A line of the registrar's queue. Of a secret record who and what are null. */
export interface RegistrationEntry {
  registration: Registration;
  /** What it is about: the topic of a conversation, the title of a case. Null where it is erased, too. */
  subject: Localised | null;
  /** Whom it is from. */
  sender: string | null;
  departmentId: string | null;
  recordClass: RecordClass | null;
  /** When it came in. */
  receivedAt: number | null;
}

/** A closed conversation of which nobody has said what it is. */
export interface UnclassedEntry {
  id: string;
  topicId: string | null;
  departmentId: string | null;
  /** The beginning of what was written last; null of a secret one. */
  excerpt: string | null;
  secret: boolean;
  startedAt: number;
  closedAt: number;
}

const page = { after: v.nullable(v.pipe(v.string(), v.maxLength(500))) };
const change = { of: RecordRef, id: Id };

/** Registering and classing records. */
export const registryRequests = {
  /** A page of the queue, the earliest deadline first. */
  'registrations:list': v.object({ state: RegistrationState, ...page }),
  /** Closed conversations without a class, the oldest first. */
  'records:unclassed': v.object(page),
  /** Where a record is on its way; null where it is not to be registered. */
  'registration:get': v.object({ of: RecordRef }),
  /** Puts a case in the registrar's queue. */
  'registration:ask': v.object({ of: RecordRef }),
  /** The number that came back from the diary, or another one for one that was wrong. */
  'registration:register': v.object({ ...change, diaryNumber: writtenText(LIMITS.diaryNumber) }),
  /** The package was received and checked: the record may be erased by its rule. */
  'registration:confirm': v.object({ of: RecordRef }),
  /** Not to be registered after all; a conversation is something else then. */
  'registration:dismiss': v.object({
    ...change,
    reason: writtenText(LIMITS.reason),
    recordClass: v.nullable(v.pipe(ClosingClass, v.notValue('register'))),
  }),
  /** Back to the queue. */
  'registration:restore': v.object({ ...change, reason: writtenText(LIMITS.reason) }),
  /** Says anew what a closed conversation is as a record, and why. */
  'conversation:classify': v.object({
    conversationId: Id,
    id: Id,
    recordClass: ClosingClass,
    reason: writtenText(LIMITS.reason),
  }),
  /** The whole record in words; `reason` where it is secret and another's. */
  'record:read': v.object({ of: RecordRef, reason: v.nullable(writtenText(LIMITS.reason)) }),
  /** What was given out of a record, the latest first. */
  'releases:list': v.object({ of: RecordRef, ...page }),
} as const;

/** What they are answered with. */
export interface RegistryAnswers {
  'conversation:classify': Changed;
  'registrations:list': { entries: RegistrationEntry[]; next: string | null };
  'records:unclassed': { entries: UnclassedEntry[]; next: string | null };
  'registration:get': Registration | null;
  'registration:ask': Registration;
  'registration:register': Registration;
  'registration:confirm': Registration;
  'registration:dismiss': Registration;
  'registration:restore': Registration;
  'record:read': RecordDocument;
  'releases:list': { releases: Release[]; next: string | null };
}

/** `POST /api/records/{type}/{id}/package`. */
export const PackageRequest = v.object({ reason: v.nullable(writtenText(LIMITS.reason)) });
export type PackageRequest = v.InferOutput<typeof PackageRequest>;
