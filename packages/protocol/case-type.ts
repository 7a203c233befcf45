import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { localisedText, Slug } from './primitives.ts';

/** What a member of the staff can set a case to; moving, merging and withdrawing are acts of their own. */
export const STAFF_STATUSES = [
  'planned',
  'inProgress',
  'waitingForVisitor',
  'done',
  'notOurs',
  'refused',
] as const;
/** A status that the staff choose. */
export const StaffStatus = v.picklist(STAFF_STATUSES);
export type StaffStatus = v.InferOutput<typeof StaffStatus>;

/** Where a case is. The last five end it. */
export const CaseStatus = v.picklist(['received', 'forwarded', ...STAFF_STATUSES, 'duplicate', 'withdrawn']);
export type CaseStatus = v.InferOutput<typeof CaseStatus>;

/** A type of case, with the flow of its statuses. `core` has those that every municipality has; others are data. */
export const CaseType = v.object({
  id: Slug,
  name: localisedText(100),
  /** What its cases can be set to, in their order. */
  statuses: v.pipe(v.array(StaffStatus), v.minLength(1, 'empty')),
  /** Working days until the promised answer, where it is not the department's agreed time. */
  replyWorkdays: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Its cases stand before all others in every list. */
  front: v.optional(v.boolean(), false),
  /** Nobody is asked for name or purpose. */
  anonymous: v.optional(v.boolean(), false),
});
export type CaseType = v.InferOutput<typeof CaseType>;

/** The answer to a routine matter, written once. `{number}`, `{title}`, `{date}` and `{name}` are filled in. */
export const CaseTemplate = v.object({
  id: Slug,
  name: localisedText(100),
  /** The types it fits; empty for all. */
  typeIds: v.array(Slug),
  /** What the case is set to with it; null leaves it as it is. */
  status: v.nullable(StaffStatus),
  text: localisedText(LIMITS.text),
});
export type CaseTemplate = v.InferOutput<typeof CaseTemplate>;
