import type { Identity, KnownAs } from '@lotsa/protocol';
import { isPersonalNumberForPhone } from './contact.ts';
import { maskPersonalNumbers } from './personal-number.ts';

/** For how long somebody's word about a visitor counts in its browser (rule I2): a form takes that long, a chat too. */
export const IDENTITY_MS = 2 * 60 * 60_000;

/** The identity with the personal numbers in it masked (rule P2): whoever vouches may know them, the records need not. */
export function maskedIdentity(identity: Identity): Identity {
  const { subject, name, phone } = identity;
  const masked = (text: string): string => maskPersonalNumbers(text).text;
  return {
    ...identity,
    subject: masked(subject),
    ...(name === undefined ? {} : { name: masked(name) }),
    ...(phone === undefined ? {} : { phone: isPersonalNumberForPhone(phone) ? masked(phone) : phone }),
  };
}

/** As whom a visitor is known, for the visitor. */
export const knownAs = ({ by, provider, name }: Identity): KnownAs => ({
  by,
  provider,
  ...(name === undefined ? {} : { name }),
});
