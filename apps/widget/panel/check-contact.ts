import { findPersonalNumbers, isPersonalNumberForPhone } from '@lotsa/core';
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

/** The details as protocol's `Contact` wants them, or the first thing that is wrong. The relay has the last word. */
export function checkContact(
  typed: Record<'name' | 'email' | 'phone', string>,
): { contact: Contact; error: null } | { contact: null; error: ContactError } {
  const [name, email, phone] = [typed.name.trim(), typed.email.trim(), typed.phone.trim()];
  const error =
    !email && !phone
      ? 'needContact'
      : findPersonalNumbers(email).length > 0
        ? 'numberInEmail'
        : email && !EMAIL.test(email)
          ? 'badEmail'
          : isPersonalNumberForPhone(phone)
            ? 'numberInPhone'
            : phone && !PHONE.test(phone)
              ? 'badPhone'
              : null;
  if (error) return { contact: null, error };
  return { contact: { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }, error };
}
