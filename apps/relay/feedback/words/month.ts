import { staffSv } from '../../mail/words/staff-sv.ts';

/** The words of a department's month: its own address has nobody's choice of language, so they are the authority's (språklagen 2009:600, 10 §). */
export const monthWords = {
  footer: staffSv.footer,
  monthSubject: (department: string, month: string) => `${department}: frågorna i ${month}`,
  monthIntro:
    'Det här mötte kontaktcentret för er förvaltning under månaden. Inom parentes står månaden före.',
  monthFrom: 'Ni får mejlet för att adressen står som förvaltningens i Lotsa.',
  monthNumber: (n: number, before: number) => `${n} (${before})`,
  monthLate: (n: number, of: number, before: number) => `${n} av ${of} (${before})`,
  monthContacts: 'Kontakter',
  monthAvoidable: 'Undvikbara',
  monthLateName: 'Försenade svar',
  monthDeviations: 'Avvikelser',
  monthTop: 'Det som frågades mest',
  monthLink: 'Se månaden och svara, punkt för punkt',
};
