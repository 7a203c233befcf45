import type { Answers, FieldError, FileRef, Form, FormField } from '@lotsa/protocol';
import { maskPersonalNumbers } from './personal-number.ts';

/** What a form is filled in with: anything, by the name of the field; files that were taken in, by the same name. */
export interface FilledIn {
  answers: Readonly<Record<string, unknown>>;
  files?: Readonly<Record<string, readonly FileRef[]>>;
  /** Ids of what `optionsFrom: 'departments'` offers. */
  departments?: readonly string[];
}

/** The answers as they are kept, or what is wrong in each field, in the order of the fields. */
export type CheckedForm = { ok: true; value: Answers } | { ok: false; errors: FieldError[] };

const EMAIL = /^[^\s@]{1,64}@(?:[^\s@.]+\.)+[^\s@.]{2,}$/;
const PHONE = /^[+()\d][-+()\d\s./]{4,}$/;
/** Lengths of fields that set none. */
const LENGTHS = { text: 200, textarea: 4_000, email: 254, tel: 40 } as const;

/**
 * Checks what a form was filled in with. Fields that are not shown are left out, whatever they hold; text is trimmed, and
 * personal numbers in it are masked (rule P2). Panel and relay share this one definition.
 */
export function checkForm(form: Pick<Form, 'fields'>, filled: FilledIn): CheckedForm {
  const value: Answers = {};
  const errors: FieldError[] = [];
  const shown = form.fields.filter((field) => {
    // In the order of the fields, so that what depends on a hidden field is hidden too.
    if (!isShown(field, value)) return false;
    const read = readField(field, filled);
    if (read !== undefined) Object.defineProperty(value, field.name, { value: read, ...OWN });
    return true;
  });
  for (const field of shown) {
    const error = faultOf(field, value, filled);
    if (error) errors.push({ field: field.name, ...error });
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value };
}

/** A property like any other, also under a name such as `constructor`. */
const OWN = { enumerable: true, writable: true, configurable: true } as const;

const own = (from: object, name: string): unknown =>
  Object.hasOwn(from, name) ? (from as Record<string, unknown>)[name] : undefined;

/** Whether a field is shown with what was answered before it. An unticked box and an answer of `false` are the same. */
export function isShown({ showIf = {} }: Pick<FormField, 'showIf'>, value: Answers): boolean {
  return Object.entries(showIf).every(([name, wanted]) => (own(value, name) ?? false) === wanted);
}

function readField(field: FormField, { answers, files = {} }: FilledIn): Answers[string] | undefined {
  if (field.type === 'file') {
    const sent = own(files, field.name) as readonly FileRef[] | undefined;
    return sent?.length ? sent.map(({ id }) => id) : undefined;
  }
  const given = own(answers, field.name);
  if (field.type === 'boolean')
    return given === true || given === 'true' || given === 'on' ? true : undefined;
  if (typeof given !== 'string') return undefined;
  const text = clean(given, field.type === 'textarea');
  if (text === '') return undefined;
  // A phone number may have the digits of a personal number; nothing else can be written there.
  return field.type === 'text' || field.type === 'textarea' ? maskPersonalNumbers(text).text : text;
}

/** Without control characters, and without what can make text read other than it is (Unicode TR 36, 3.2). */
function clean(text: string, lines: boolean): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202d\u202e]/g, '');
  return (lines ? plain : plain.replace(/[\n\t]/g, ' ')).trim();
}

function faultOf(
  field: FormField,
  value: Answers,
  { files = {}, departments = [] }: FilledIn,
): Omit<FieldError, 'field'> | undefined {
  const given = own(value, field.name);
  if (given === undefined) {
    if (field.required) return { rule: 'required' };
    const one = field.requireOneOf;
    return one && one.every((name) => own(value, name) === undefined)
      ? { rule: 'require_one_of' }
      : undefined;
  }
  const text = typeof given === 'string' ? given : '';
  switch (field.type) {
    case 'text':
    case 'textarea':
      return tooLong(text, field.maxLength ?? LENGTHS[field.type]);
    case 'email':
      return EMAIL.test(text) ? tooLong(text, LENGTHS.email) : { rule: 'email' };
    case 'tel':
      return PHONE.test(text) ? tooLong(text, LENGTHS.tel) : { rule: 'phone' };
    case 'date':
      return isDate(text) ? undefined : { rule: 'date' };
    case 'datetime':
      return isDateTime(text) ? undefined : { rule: 'datetime' };
    case 'radio':
      return field.options.some((option) => option.value === text) ? undefined : { rule: 'option' };
    case 'select':
      return field.options.some((option) => option.value === text) ||
        (field.optionsFrom === 'departments' && departments.includes(text))
        ? undefined
        : { rule: 'option' };
    case 'file': {
      const sent = (own(files, field.name) ?? []) as readonly FileRef[];
      if (sent.length > field.maxFiles) return { rule: 'too_many_files', limit: field.maxFiles };
      if (sent.some(({ type }) => !field.accept.includes(type))) return { rule: 'file_type' };
      return sent.some(({ size }) => size > field.maxBytes)
        ? { rule: 'file_too_large', limit: field.maxBytes }
        : undefined;
    }
    case 'boolean':
      return undefined;
  }
}

const tooLong = (text: string, limit: number): Omit<FieldError, 'field'> | undefined =>
  text.length > limit ? { rule: 'too_long', limit } : undefined;

/** A day that exists, as `<input type="date">` gives it, in a year that somebody living may mean. */
function isDate(text: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return year >= '1900' && year <= '2199' && date.toISOString().startsWith(text);
}

function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.split('T');
  return isDate(date) && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time);
}

/** A form that asks for a name, or does not go on without a way to reach whoever sends it. */
export const asksWho = ({ fields }: Pick<Form, 'fields'>): boolean =>
  fields.some(
    ({ autocomplete, required, showIf, requireOneOf }) =>
      autocomplete === 'name' ||
      // What is shown only to who has chosen to be answered there may be needed for that.
      (showIf === undefined && ((autocomplete !== undefined && required) || requireOneOf !== undefined)),
  );
