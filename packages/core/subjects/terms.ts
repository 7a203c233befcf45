import { CaseNumber, fits, Id, MailAddress, Slug } from '@lotsa/protocol';
import { contactEmailOf, phoneKeyOf } from '../contact.ts';

/** What a person's data is looked for by, as it is compared. */
export type SubjectTerm =
  | { type: 'email'; value: string }
  | { type: 'phone'; value: string }
  | { type: 'case'; value: string }
  /** The id of a conversation, a visitor or a member of the staff, or the token that a visitor's browser keeps. */
  | { type: 'key'; value: string };

const PHONE = /^[+(]?[-+()\d\s./]{4,}$/;

/**
 * What somebody wrote to look a person up by: an e-mail address, a phone number in any spelling, a case's number, an id. Null for
 * what is none of them, such as a name: names are not unique, and nothing is found by them.
 */
export function subjectTermOf(written: string): SubjectTerm | null {
  const text = written.trim();
  const email = contactEmailOf({ email: text });
  if (email !== null && fits(MailAddress, text)) return { type: 'email', value: email };
  const number = text.toUpperCase();
  if (fits(CaseNumber, number)) return { type: 'case', value: number };
  const phone = PHONE.test(text) ? phoneKeyOf(text) : null;
  if (phone !== null) return { type: 'phone', value: phone };
  return fits(Id, text) || fits(Slug, text) ? { type: 'key', value: text } : null;
}
