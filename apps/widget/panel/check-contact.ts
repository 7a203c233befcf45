import { findPersonalNumbers } from '@lotsa/core';
import type { Contact } from '@lotsa/protocol';

/** What is wrong with a form of contact details: a text of the catalogue. */
export type ContactError =
  | 'needQuestion'
  | 'needContact'
  | 'badEmail'
  | 'badPhone'
  | 'numberInEmail'
  | 'numberInPhone';

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const PHONE = /^[+()\d][-+()\d\s./]{4,}$/;
/** Ten digits that begin with a zero are a Swedish phone number, unless the last four stand by themselves. */
const DIALLED = /^0(?!\d{5}\D+\d{4}$)[\d\s-]{8,13}$/;

/** The details as protocol's `Contact` wants them, or the first thing that is wrong. The relay has the last word. */
export function checkContact(
  typed: Record<'name' | 'email' | 'phone', string>,
): { contact: Contact; error: null } | { contact: null; error: ContactError } {
  const [name, email, phone] = [typed.name.trim(), typed.email.trim(), typed.phone.trim()];
  const error =
    !email && !phone
      ? 'needContact'
      : email && !EMAIL.test(email)
        ? 'badEmail'
        : phone && !PHONE.test(phone)
          ? 'badPhone'
          : findPersonalNumbers(email).length > 0
            ? 'numberInEmail'
            : findPersonalNumbers(phone).length > 0 && !DIALLED.test(phone)
              ? 'numberInPhone'
              : null;
  if (error) return { contact: null, error };
  return { contact: { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }, error };
}
