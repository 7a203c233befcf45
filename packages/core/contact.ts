import type { Contact } from '@lotsa/protocol';
import { findPersonalNumbers, maskPersonalNumbers } from './personal-number.ts';

/** An e-mail address as it is compared: people write the same one in more than one way. Null for none. */
export const contactEmailOf = (contact: Contact | null): string | null =>
  contact?.email ? contact.email.trim().normalize('NFC').toLowerCase() : null;

/**
 * A phone number as it is compared, in international form: `070-123 45 67`, `+46 (0)70 1234567` and `0046701234567` are one. A
 * number without a country is Swedish. Null for none, and for what has too few digits to be one.
 */
export function phoneKeyOf(phone: string | null | undefined): string | null {
  const dialled = (phone ?? '').replace(/\(0\)/g, '').replace(/[^\d+]/g, '');
  const key = dialled
    .replace(/^00/, '+')
    .replace(/^0+(?=\d)/, '+46')
    .replace(/^\+460+/, '+46');
  return key.replace(/\D/g, '').length < 5 ? null : key;
}

/** What lists find somebody's conversations and cases by. */
export const contactKeys = (
  contact: Contact | null,
): { contactEmail: string | null; contactPhone: string | null } => ({
  contactEmail: contactEmailOf(contact),
  contactPhone: phoneKeyOf(contact?.phone),
});

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
