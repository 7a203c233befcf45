import type { Contact } from '@lotsa/protocol';

/** What is written of a case while a contact is registered. */
export interface CaseDraft {
  readonly kind: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Nothing is written yet. */
export const NO_CASE: CaseDraft = { kind: 'question', name: '', email: '', phone: '' };

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^[+()\d][-+()\d\s./]{4,}$/;

/** What it asks for, and the field that the relay would refuse. Without e-mail and phone there is nobody to reach. */
export function caseAsked({ kind, name, email, phone }: CaseDraft): {
  kind: string;
  contact: Contact | null;
  wrong: 'email' | 'phone' | null;
} {
  const [who, mail, call] = [name.trim(), email.trim(), phone.trim()];
  const wrong = mail && !EMAIL.test(mail) ? 'email' : call && !PHONE.test(call) ? 'phone' : null;
  const contact = {
    ...(who ? { name: who } : {}),
    ...(mail ? { email: mail } : {}),
    ...(call ? { phone: call } : {}),
  };
  return { kind, contact: mail || call ? contact : null, wrong };
}
