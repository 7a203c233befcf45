import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { RecordClass, type StaffRef } from './message.ts';
import { Id, Slug, writtenText } from './primitives.ts';
import { CaseNumber } from './case.ts';

/** What is kept: each type has its own beginning of the time it is kept for (`EVENTS` in core). */
export const RecordType = v.picklist([
  'conversation',
  'case',
  'survey',
  'statistics',
  'audit',
  'visitorToken',
  'webGap',
  'departmentMonth',
  'internalSurvey',
  'subjectRequest',
]);
export type RecordType = v.InferOutput<typeof RecordType>;

/** What becomes of a record when its time is out. `export`: it is erased after its transfer was confirmed; `hold`: a person decides. */
export const RetentionAction = v.picklist(['erase', 'export', 'anonymise', 'preserve', 'hold']);
export type RetentionAction = v.InferOutput<typeof RetentionAction>;

/** For how long a record of a type is kept, and by whose decision (rule P4). */
export const RetentionRule = v.object({
  id: Slug,
  /** What it is about, in the words of the retention plan. */
  name: writtenText(LIMITS.name),
  record: RecordType,
  /** Of conversations: how they were classed when they were closed. */
  recordClass: v.nullable(RecordClass),
  /** Of cases: the types that it is for. */
  kinds: v.pipe(v.array(Slug), v.maxLength(50)),
  action: RetentionAction,
  /** Null where nothing is counted: what is preserved or held. */
  after: v.nullable(
    v.object({
      amount: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(36_500)),
      unit: v.picklist(['hours', 'days']),
    }),
  ),
  /** The decision of the competent board (arkivlagen 10 §), such as `KS 2026/123 § 45`. Without one nothing is erased. */
  decision: v.nullable(writtenText(200)),
  inForce: v.boolean(),
  /** A visitor may erase its own conversation before the time (rule P5). */
  visitorMayErase: v.boolean(),
});
export type RetentionRule = v.InferOutput<typeof RetentionRule>;

/** What a record is, for a hold or a registration. */
export const RecordRef = v.variant('type', [
  v.object({ type: v.literal('conversation'), id: Id }),
  v.object({ type: v.literal('case'), id: CaseNumber }),
]);
export type RecordRef = v.InferOutput<typeof RecordRef>;

/** Nothing erases a record as long as it is held: a dispute, a request for it, an inspection. */
export interface LegalHold {
  /** `conversation:{id}` or `case:{number}`. */
  id: string;
  of: RecordRef;
  reason: string;
  by: StaffRef;
  at: number;
  /** Its person asked for that (GDPR art. 18): it is not found among earlier answers either (rule S6). */
  restricted?: true;
}

/** What a run did of one rule in one batch; written before it begins, and when it is done. Names no person and no content. */
export interface RetentionLogEntry {
  id: string;
  at: number;
  /** `begun` and never done: it was interrupted, and the next run went on. */
  state: 'begun' | 'done';
  ruleId: string;
  ruleName: string;
  decision: string;
  action: RetentionAction;
  record: RecordType;
  /** SHA-256 of the ids, so that one can be asked for and none be read. */
  ids: string[];
  erased: number;
  /** Under a legal hold, and passed over. */
  held: number;
  /** Of the audit log: the hash of the last entry that was erased; the next one goes on from it. */
  lastHash: string | null;
  /** Null: by the timer, or by the visitor itself (rule P5). */
  by: StaffRef | null;
  byVisitor?: true;
}

/** What a run would do now by one rule. */
export interface RetentionPreview {
  rule: RetentionRule;
  /** A run would act on it: it is in force, with a decision, and its action is done by runs. */
  acts: boolean;
  /** What was closed before this is due; null where no time counts. */
  before: number | null;
  /** Up to {@link LIMITS.retentionCount}. */
  due: number;
  held: number;
  /** Due, and waiting to be transferred first. */
  waiting: number;
  /** A few of them, by id or number, with the time from which it counts. */
  examples: { id: string; at: number; held: boolean }[];
}

const page = { after: v.nullable(v.pipe(v.string(), v.maxLength(500))) };

/** Looking after retention in the console. */
export const retentionRequests = {
  /** What a run would do now; nothing is changed. */
  'retention:preview': v.object({}),
  /** Runs all rules that are in force, now. */
  'retention:run': v.object({}),
  /** A page of the proof log, the newest first. */
  'retention:log': v.object(page),
  'holds:list': v.object(page),
  'hold:set': v.object({ of: RecordRef, reason: writtenText(LIMITS.reason) }),
  'hold:lift': v.object({ of: RecordRef, reason: writtenText(LIMITS.reason) }),
} as const;

/** What they are answered with. */
export interface RetentionAnswers {
  'retention:preview': { rules: RetentionPreview[]; unclassed: number };
  /** `more`: so much was due that it stopped on the way; run again. */
  'retention:run': { erased: number; held: number; more: boolean };
  'retention:log': { entries: RetentionLogEntry[]; next: string | null };
  'holds:list': { holds: LegalHold[]; next: string | null };
  'hold:set': LegalHold;
  'hold:lift': null;
}
