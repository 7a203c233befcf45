import type { Contact } from '@lotsa/protocol';

/** An e-mail address as it is compared: people write the same one in more than one way. Null for none. */
export const contactEmailOf = (contact: Contact | null): string | null =>
  contact?.email ? contact.email.trim().normalize('NFC').toLowerCase() : null;
