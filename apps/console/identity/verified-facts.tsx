import type { Identity } from '@lotsa/protocol';
import type { Fact } from '../facts/facts.tsx';
import type { Texts } from '../locales/index.ts';
import { verifiedWords } from './verified-words.ts';

/** What somebody vouches for of a visitor, in lines; by whom stands with the name. */
export function verifiedFacts(identity: Identity | undefined, t: Texts): readonly Fact[] {
  if (!identity) return [];
  const { email, phone, personalNumber, subject, assurance } = identity;
  const { by, name } = verifiedWords(identity, t);
  const texts: [string, string | undefined][] = [
    [t.verifiedEmail, email],
    [t.verifiedPhone, phone],
    [t.verifiedNumber, personalNumber],
    // Of an e-identification it is a sum that says nothing to anybody.
    [t.verifiedSubject, identity.by === 'site' ? subject : undefined],
  ];
  return [
    [
      t.verified,
      <span key="verified">
        <bdi>{name}</bdi> ({t.verifiedBadge({ by })})
      </span>,
    ],
    ...texts.flatMap(([label, text]) => (text ? [[label, <bdi key={label}>{text}</bdi>] as const] : [])),
    [t.verifiedLevel, t[`assurance_${assurance}`]],
  ];
}
