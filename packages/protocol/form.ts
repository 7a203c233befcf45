import * as v from 'valibot';
import { FileType } from './file.ts';
import * as LIMITS from './limits.ts';
import { Id, Language, Localised, Slug } from './primitives.ts';

/** The name of a field in its form: an HTML name that collides with nothing of ours. */
const FieldName = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/, 'field_name'));

const field = {
  name: FieldName,
  label: Localised,
  help: v.optional(Localised),
  required: v.optional(v.boolean(), false),
  /** Shown, and counted, only while each of these fields has the value. Names fields before it. */
  showIf: v.optional(v.record(FieldName, v.union([v.boolean(), v.string()]))),
  /** At least one of these fields must be filled in, while this one is shown. */
  requireOneOf: v.optional(v.array(FieldName)),
  /** What the browser may fill in (HTML, autofill field names; WCAG 1.3.5). */
  autocomplete: v.optional(v.picklist(['name', 'email', 'tel', 'street-address'])),
};
const maxLength = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.text)));
const option = v.object({ value: Slug, label: Localised });

/** One field of a {@link Form}. */
export const FormField = v.variant('type', [
  v.object({ ...field, type: v.literal('text'), maxLength }),
  v.object({ ...field, type: v.literal('textarea'), maxLength }),
  v.object({ ...field, type: v.literal('email') }),
  v.object({ ...field, type: v.literal('tel') }),
  v.object({ ...field, type: v.literal('date') }),
  /** A date and a time of the day on the visitor's wall. */
  v.object({ ...field, type: v.literal('datetime') }),
  v.object({
    ...field,
    type: v.literal('boolean'),
    /** Ticked, it shows this phone number to call at once. */
    onTrue: v.optional(v.object({ showUrgentPhone: v.string() })),
  }),
  v.object({ ...field, type: v.literal('radio'), options: v.array(option) }),
  v.object({
    ...field,
    type: v.literal('select'),
    options: v.optional(v.array(option), []),
    /** The site's departments instead; the case goes to the one that is chosen. */
    optionsFrom: v.optional(v.literal('departments')),
  }),
  v.object({
    ...field,
    type: v.literal('file'),
    accept: v.array(FileType),
    maxFiles: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.filesOfField)),
    maxBytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.fileBytes)),
  }),
]);
export type FormField = v.InferOutput<typeof FormField>;

/** A form that a citizen fills in, with or without script. What is sent becomes a case. */
export const Form = v.object({
  id: Slug,
  siteId: Slug,
  /** The id of the type of case that it becomes. */
  kind: Slug,
  title: Localised,
  intro: v.optional(Localised),
  /** Who gets the cases; null for the contact centre. */
  departmentId: v.nullable(Slug),
  topicId: v.nullable(Slug),
  /** Who sends it has to be identified by an e-identification (rule I4). */
  eid: v.optional(v.boolean()),
  /** Working days until the promised answer, where it is not the department's. */
  replyWorkdays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  fields: v.pipe(
    v.array(FormField),
    v.check((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, 'field_twice'),
    v.check(namesKnownFields, 'unknown_field'),
  ),
});
export type Form = v.InferOutput<typeof Form>;

function namesKnownFields(fields: FormField[]): boolean {
  const names = fields.map(({ name }) => name);
  return fields.every(
    ({ showIf = {}, requireOneOf = [] }, i) =>
      Object.keys(showIf).every((name) => names.slice(0, i).includes(name)) &&
      requireOneOf.every((name) => names.includes(name)),
  );
}

/** What was filled in, by the name of the field: text, a tick, or files. Fields that were not shown are not there. */
export type Answers = Record<string, string | boolean | string[]>;

/** `POST /api/sites/{site}/forms/{form}` without files. */
export const Submission = v.object({
  /** Made by the sender: a retry of the same answers with the same id is the same case (rule D2). Unguessable. */
  id: Id,
  language: Language,
  answers: v.record(FieldName, v.union([v.string(), v.boolean(), v.array(v.string())])),
});
export type Submission = v.InferOutput<typeof Submission>;

/** What a submission is answered with. */
export interface Submitted {
  number: string;
  /** The secret of the case: with it the visitor follows it. It cannot be asked for again. */
  key: string;
  /** Where the case is followed, with the secret. */
  url: string;
  promisedAt: number;
  departmentId: string | null;
}

/** What is wrong in one field: the check that failed, and its limit where there is one. */
export interface FieldError {
  field: string;
  rule: string;
  limit?: number;
}
