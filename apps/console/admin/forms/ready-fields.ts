import type { FormField } from '@lotsa/protocol';

const optional = { required: false } as const;

/** Fields that most forms have, with their labels in every language that visitors are met in. */
const READY = {
  question: {
    ...optional,
    type: 'textarea',
    required: true,
    maxLength: 4_000,
    label: {
      sv: 'Din fråga',
      en: 'Your question',
      ar: 'سؤالك',
      fi: 'Kysymyksesi',
      'sv-x-easy': 'Din fråga',
    },
  },
  name: {
    ...optional,
    type: 'text',
    maxLength: 120,
    autocomplete: 'name',
    label: { sv: 'Namn', en: 'Name', ar: 'الاسم', fi: 'Nimi', 'sv-x-easy': 'Namn' },
  },
  email: {
    ...optional,
    type: 'email',
    autocomplete: 'email',
    label: {
      sv: 'E-post',
      en: 'Email',
      ar: 'البريد الإلكتروني',
      fi: 'Sähköposti',
      'sv-x-easy': 'E-post',
    },
  },
  phone: {
    ...optional,
    type: 'tel',
    autocomplete: 'tel',
    label: { sv: 'Telefon', en: 'Phone', ar: 'الهاتف', fi: 'Puhelin', 'sv-x-easy': 'Telefon' },
  },
  department: {
    ...optional,
    type: 'select',
    options: [],
    optionsFrom: 'departments',
    label: {
      sv: 'Vad gäller det?',
      en: 'What is it about?',
      ar: 'ما موضوع السؤال؟',
      fi: 'Mitä asia koskee?',
      'sv-x-easy': 'Vad handlar det om?',
    },
  },
} as const;

/** What can be added to a form: the ready ones, then one of each type. */
export const ADDABLE = [
  'question',
  'name',
  'email',
  'phone',
  'department',
  'text',
  'textarea',
  'boolean',
  'radio',
  'select',
  'date',
  'datetime',
  'file',
] as const;
export type Addable = (typeof ADDABLE)[number];

/** The types that a field can be turned into. */
export const FIELD_TYPES = [
  'text',
  'textarea',
  'email',
  'tel',
  'date',
  'datetime',
  'boolean',
  'radio',
  'select',
  'file',
] as const satisfies readonly FormField['type'][];

type Common = Pick<FormField, 'name' | 'label' | 'help' | 'required' | 'showIf' | 'requireOneOf'>;

/** A field of a type, with what only that type has as most want it. */
export function fieldOfType(type: FormField['type'], common: Common): FormField {
  switch (type) {
    case 'radio':
    case 'select':
      return { ...common, type, options: [{ value: 'val1', label: { sv: '' } }] };
    case 'file':
      return {
        ...common,
        type,
        accept: ['image/jpeg', 'image/png', 'application/pdf'],
        maxFiles: 3,
        maxBytes: 10 * 1024 * 1024,
      };
    case 'email':
      return { ...common, type, autocomplete: 'email' };
    case 'tel':
      return { ...common, type, autocomplete: 'tel' };
    default:
      return { ...common, type };
  }
}

/** A new field: its name is not taken, and never changes, as answers are kept by it. */
export function newField(of: Addable, fields: readonly FormField[]): FormField {
  const name = freeName(
    of === 'department' ? 'departmentId' : of,
    fields.map((field) => field.name),
  );
  if (!Object.hasOwn(READY, of))
    return fieldOfType(of as FormField['type'], { name, label: { sv: '' }, required: false });
  // Parts of a draft are edited: each new field has its own.
  return { ...structuredClone(READY[of as keyof typeof READY]), name } as FormField;
}

/** The value of a new choice; it never changes either. */
export const newOption = (options: readonly { value: string }[]): string =>
  freeName(
    'val',
    options.map(({ value }) => value),
    1,
  );

function freeName(base: string, taken: readonly string[], from = 0): string {
  let number = from;
  const of = () => (number === 0 ? base : `${base}${number}`);
  while (taken.includes(of())) number = Math.max(2, number + 1);
  return of();
}
