import * as v from 'valibot';
import * as LIMITS from './limits.ts';
import { Time, writtenText } from './primitives.ts';

/** How sure it is who somebody is: levels of assurance of the eIDAS regulation (EU 910/2014, article 8). */
export const Assurance = v.picklist(['low', 'substantial', 'high']);
export type Assurance = v.InferOutput<typeof Assurance>;

const line = (max: number) => v.pipe(writtenText(max), v.regex(/^[^\n\t]+$/, 'line'));

/** Who a visitor is, by somebody else's word: the site's own sign-in, or an e-identification. */
const who = {
  /** What whoever vouches calls this person, for ever; never a personal number as it is (rule P2). */
  subject: line(LIMITS.subject),
  name: v.optional(line(LIMITS.name)),
  email: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.email, 'too_long'), v.email('email'))),
  phone: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(LIMITS.phone, 'too_long'),
      v.regex(/^[+()\d][-+()\d\s./]{4,}$/, 'phone'),
    ),
  ),
  assurance: v.optional(Assurance, 'low'),
};

/** An identity as the records keep it (rules I1 to I3). */
export const Identity = v.object({
  ...who,
  by: v.picklist(['site', 'eid']),
  /** What the e-identification is called; empty for the site itself. */
  provider: v.string(),
  /** When it was verified. */
  at: Time,
  /** A personal number that was vouched for, masked but for the year of birth; left out when there was none. */
  personalNumber: v.optional(v.string()),
});
export type Identity = v.InferOutput<typeof Identity>;

/** What a site says of its visitor in a signed token (JSON Web Token, RFC 7519), besides the claims about the token. */
export const IdentityClaims = v.object({
  sub: who.subject,
  name: who.name,
  email: who.email,
  phone: who.phone,
  assurance: who.assurance,
});

/** `POST /api/sites/:site/identity`: the page around the panel vouches for the visitor. */
export const HandOver = v.object({
  token: v.pipe(v.string(), v.maxLength(LIMITS.identityToken, 'too_long')),
});

/** `POST /api/sites/:site/identity/code`: the visitor was identified in another window, which showed this code. */
export const IdentityCode = v.object({ code: v.pipe(v.string(), v.trim(), v.maxLength(20, 'too_long')) });

/** As whom a visitor is known, as it is told itself. */
export type KnownAs = Pick<Identity, 'by' | 'provider' | 'name'>;

/** What it is answered with: also the token of another visitor, where the browser keeps no cookie. */
export interface HandedOver {
  identity: KnownAs;
  /** It is another person than before in this browser, and so another visitor: the panel begins anew. */
  another: boolean;
  /** Only for whoever is known by a token. */
  token?: string;
}

/** Why a signed token was not taken. */
export type IdentityRefusal =
  /** The site takes none: an administrator has made no secret. */
  | 'off'
  /** It is no token, or not signed with the secret by HS256. */
  | 'signature'
  /** Its time is over, or has not come. */
  | 'expired'
  /** It is good for longer than ten minutes. */
  | 'lifetime'
  /** It is for another site. */
  | 'audience'
  /** A claim is missing or does not fit; `field` says which. */
  | 'claims'
  /** No e-identification waits behind the code, or not any more. */
  | 'code'
  /** It was used by another visitor, or ended by this one. */
  | 'used';

/** `GET /api/identity-secrets/:site`: whether a site may vouch, and since when. */
export interface IdentitySecretState {
  /** When the secret was made; null without one. */
  madeAt: number | null;
  /** Until when the one before is taken too; null when it is not. */
  previousUntil: number | null;
}

/**
 * What whoever makes or removes a secret has before it: when the one that there is was made. Where that is another by now,
 * `changed_meanwhile`, so that nobody's secret is lost unseen.
 */
export const IdentitySecretSeen = v.strictObject({ madeAt: v.nullable(Time) });

/** `POST /api/identity-secrets/:site`: a new secret, told once. */
export interface IdentitySecretMade extends IdentitySecretState {
  secret: string;
}
