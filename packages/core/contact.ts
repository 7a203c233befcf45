import type { Contact } from '@lotsa/protocol';
import { findPersonalNumbers, maskPersonalNumbers } from './personal-number.ts';

/** An e-mail address as it is compared: people write the same one in more than one way. Null for none. */
export const contactEmailOf = (contact: Contact | null): string | null =>
  contact?.email ? contact.email.trim().normalize('NFC').toLowerCase() : null;

/** Digits that begin with a zero are a Swedish phone number, unless the last four of ten stand by themselves. */
const DIALLED = /^0(?!\d{5}\D+\d{4}$)[\d\s-]{8,13}$/;

/**
 * Whether a personal number was written where a phone number is asked for (rule P2). A phone number may have the digits of
 * one, and nobody may be kept from leaving theirs: written as it is dialled, it is taken for a phone number.
 */
export const isPersonalNumberForPhone = (phone: string): boolean =>
  findPersonalNumbers(phone).length > 0 && !DIALLED.test(phone.trim());

/** The details with the personal numbers in them masked (rule P2). */
export function maskedContact(contact: Contact): Contact {
  const { name, email, phone } = contact;
  const masked = (text: string): string => maskPersonalNumbers(text).text;
  return {
    ...(name === undefined ? {} : { name: masked(name) }),
    ...(email === undefined ? {} : { email: masked(email) }),
    ...(phone === undefined ? {} : { phone: isPersonalNumberForPhone(phone) ? masked(phone) : phone }),
  };
}
