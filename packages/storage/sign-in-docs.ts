import type { Identity } from '@lotsa/protocol';

/**
 * A signed-in staff member, a visitor's token, a link that makes another device a visitor's, a one-time link by which a
 * user sets its password, a sign-in that waits for its second half, a browser that a user has signed in with before, a token of a site that
 * was used, or an e-identification: behind a code for the chat, or for the forms of one browser. `id` is the SHA-256 of the token, so that a copy of it is no key.
 */
export interface SessionDoc {
  id: string;
  kind: 'staff' | 'visitor' | 'link' | 'invite' | 'pending' | 'device' | 'token' | 'code' | 'identified';
  /** The user's id, the visitor's id, or the session that used a token. */
  subjectId: string;
  /** The visitor's site; empty for staff. */
  siteId: string;
  createdAt: number;
  expiresAt: number;
  /** When a panel of the visitor was last known to be connected, to the minute, while it waits for an answer. */
  seenAt: number;
  /** Who somebody vouches that the visitor is, and until when that counts (rules I1, I2). */
  identity?: { who: Identity; until: number };
  /** When a member of the staff last proved who it is. */
  authAt?: number;
  /** By what it signed in. */
  how?: 'password' | 'passkey' | 'sso';
  /** The browser, in two words. */
  device?: string;
  /** What a sign-in waits for. */
  step?: 'factor' | 'enrol' | 'passkey' | 'sso' | 'eid';
  /** The language of whoever waits. */
  language?: string;
  /** What a passkey has to sign, once; empty when it did. */
  challenge?: string;
  /** What ties the answer of the municipality's own sign-in to this browser (RFC 6749, 10.12; OpenID Connect Core, 15.5.2; RFC 7636). */
  sso?: { state: string; nonce: string; verifier: string; stepUp: string };
}

/** What proves who a user is besides its password. Its id is the user's; every change is on the condition of `version`. */
export interface FactorsDoc {
  id: string;
  version: number;
  /** The secret of its app; empty without one. */
  totp: string;
  /** The secret of an app that is being set up; empty otherwise. */
  offered: string;
  /** The last step of time whose code was taken (RFC 6238, 5.2): none before it is taken again. */
  usedStep: number;
  /** SHA-256 of recovery codes that are not used. */
  recovery: string[];
  passkeys: PasskeyDoc[];
}

/** A passkey: its public half. */
export interface PasskeyDoc {
  id: string;
  /** COSE key, base64url. */
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  createdAt: number;
  usedAt: number | null;
}

/** How staff have to sign in: one document, `signIn`. */
export interface SignInPolicyDoc {
  id: string;
  twoFactorRoles: string[];
}

/** What a site signs its tokens about visitors with. Its id is the site's; empty texts are no secrets. */
export interface IdentitySecretDoc {
  id: string;
  secret: string;
  madeAt: number;
  /** The one before, which is taken too until then. */
  previous: string;
  previousUntil: number;
}
