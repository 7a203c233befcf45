import { Contact } from '@lotsa/protocol';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { checkContact } from '../../../apps/widget/panel/check-contact.ts';

const typed = (fields: Partial<Record<'name' | 'email' | 'phone', string>>) => ({
  name: '',
  email: '',
  phone: '',
  ...fields,
});

describe('contact details', () => {
  it.each([
    { email: 'anna@exempel.se' },
    { phone: '070-123 45 67' },
    // The digits of a personal number, written as a phone number.
    { phone: '0701012304' },
    { phone: '+46 (0)70 123 45 67', email: ' anna.berg@kommun.exempel.se ', name: ' Anna ' },
  ])('are taken as the relay takes them: %j', (fields) => {
    const { contact } = checkContact(typed(fields));
    expect(v.safeParse(Contact, contact).success).toBe(true);
    expect(JSON.stringify(contact)).not.toMatch(/" | "/);
  });

  it.each([
    [{}, 'needContact'],
    [{ name: 'Anna', email: '  ' }, 'needContact'],
    [{ email: 'anna@' }, 'badEmail'],
    [{ email: 'anna exempel.se', phone: '0701234567' }, 'badEmail'],
    [{ phone: 'ring mig' }, 'badPhone'],
    [{ phone: '12' }, 'badPhone'],
    [{ phone: '19121212-1212' }, 'numberInPhone'],
    [{ phone: '121212-1212' }, 'numberInPhone'],
    [{ email: '19121212-1212' }, 'numberInEmail'],
    [{ email: '191212121212@exempel.se' }, 'numberInEmail'],
  ])('name what is wrong: %j', (fields, error) => {
    expect(checkContact(typed(fields))).toEqual({ contact: null, error });
  });
});
