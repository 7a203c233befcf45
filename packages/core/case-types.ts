import type { CaseType, StaffStatus } from '@lotsa/protocol';

const ANSWERED: StaffStatus[] = ['planned', 'inProgress', 'waitingForVisitor', 'done', 'notOurs'];

/** The types that every municipality has; others are data, and one of the same id takes its place. */
const CASE_TYPES: readonly CaseType[] = [
  {
    id: 'question',
    name: { sv: 'Fråga', en: 'Question' },
    statuses: ANSWERED,
    front: false,
    anonymous: false,
  },
  {
    id: 'faultReport',
    name: { sv: 'Felanmälan', en: 'Fault report' },
    statuses: ANSWERED,
    front: false,
    anonymous: false,
  },
  {
    id: 'complaint',
    name: { sv: 'Synpunkt eller klagomål', en: 'Complaint' },
    statuses: ['inProgress', 'waitingForVisitor', 'done', 'notOurs'],
    front: false,
    anonymous: false,
  },
  {
    // Lagen om tillgänglighet till digital offentlig service (2018:1937), 15 §: the public body answers what it did.
    id: 'accessibilityComplaint',
    name: { sv: 'Brist i digital tillgänglighet', en: 'Accessibility complaint' },
    statuses: ANSWERED,
    front: false,
    anonymous: false,
  },
  {
    // Tryckfrihetsförordningen 2:16 (at once, before all else), 2:18 (neither who nor why is asked).
    id: 'recordRequest',
    name: { sv: 'Begäran om allmän handling', en: 'Request for a public record' },
    statuses: ['inProgress', 'waitingForVisitor', 'done', 'refused', 'notOurs'],
    replyWorkdays: 1,
    front: true,
    anonymous: true,
  },
];

/** All types: the built-in ones in their order, then a municipality's own. */
export function caseTypes(own: readonly CaseType[]): CaseType[] {
  const builtIn = CASE_TYPES.map((type) => own.find(({ id }) => id === type.id) ?? type);
  return [...builtIn, ...own.filter(({ id }) => !CASE_TYPES.some((type) => type.id === id))];
}

/** The type of an id; one that is not there any more is treated as a question, so that its cases can still be ended. */
export function caseTypeOf(types: readonly CaseType[], id: string): CaseType {
  const found = types.find((type) => type.id === id) ?? types.find((type) => type.id === 'question');
  if (!found) throw new Error('there is no type of case');
  return found;
}

/** The built-in type of an id. */
export const builtInType = (id: string): CaseType | undefined => CASE_TYPES.find((type) => type.id === id);

/** What a type's case can be set to from where it is. An ended one is reopened first. */
export const nextStatuses = (
  { statuses }: Pick<CaseType, 'statuses'>,
  { status, open }: { status: string; open: 0 | 1 },
): StaffStatus[] => (open === 0 ? [] : statuses.filter((each) => each !== status));

/** The visitor must be told what is asked of it, or why nothing will be done. */
export const needsText = (status: StaffStatus): boolean =>
  status === 'waitingForVisitor' || status === 'notOurs' || status === 'refused';
