import * as v from 'valibot';
import { Role } from './directory.ts';
import { Slug } from './primitives.ts';

/** A second thing that proves who somebody is: an app's code, a passkey, or one of the codes kept for when both are lost. */
export type SecondFactor = 'totp' | 'passkey' | 'recovery';
/** What proves once more who sits there: a second factor, the password, or the municipality's own sign-in. */
export type StepUpMethod = 'password' | 'totp' | 'passkey' | 'sso';

const Password = v.pipe(v.string(), v.minLength(1, 'empty'), v.maxLength(256, 'too_long'));
const Code = v.pipe(v.string(), v.trim(), v.minLength(6, 'code'), v.maxLength(40, 'code'));
const Token = v.pipe(v.string(), v.maxLength(4096));

/** A code of the app, or a recovery code. */
export const CodeGiven = v.object({ code: Code });

/** The password once more. */
export const PasswordGiven = v.object({ password: Password });

/** Changes the password of whoever is signed in. */
export const NewPassword = v.object({
  password: v.pipe(v.string(), v.minLength(12, 'too_short'), v.maxLength(256, 'too_long')),
});

const Id = v.pipe(v.string(), v.regex(/^[\w-]{1,1400}$/, 'id'));
const Transports = v.optional(v.array(v.pipe(v.string(), v.maxLength(20))));

/** What a browser answers when it made a passkey (W3C WebAuthn, 5.1); its parts are read by the relay's library. */
export const PasskeyMade = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(60, 'too_long')),
  response: v.object({
    id: Id,
    rawId: Id,
    type: v.literal('public-key'),
    clientExtensionResults: v.object({}),
    response: v.object({
      clientDataJSON: Token,
      attestationObject: v.pipe(v.string(), v.maxLength(65_536)),
      transports: Transports,
    }),
  }),
});

/** What a browser answers when a passkey was used (W3C WebAuthn, 5.1.4). */
export const PasskeyUsed = v.object({
  response: v.object({
    id: Id,
    rawId: Id,
    type: v.literal('public-key'),
    clientExtensionResults: v.object({}),
    response: v.object({
      clientDataJSON: Token,
      authenticatorData: Token,
      signature: Token,
      userHandle: v.optional(v.pipe(v.string(), v.maxLength(100))),
    }),
  }),
});

/** Names a passkey that is to go. */
export const PasskeyNamed = v.object({ id: Id });

/** Names a sign-in that is to end; null ends all but the one that asks. */
export const SessionNamed = v.object({ id: v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'id'))) });

/** Whose sign-ins end, or whose second factors are taken away, by an administrator. */
export const UserNamed = v.object({ userId: Slug });

/** Who has to have two factors. */
export const SignInPolicy = v.object({ twoFactorRoles: v.array(Role) });
export type SignInPolicy = v.InferOutput<typeof SignInPolicy>;

/** How somebody can sign in here. */
export interface SignInWays {
  /** The name of the municipality's own sign-in; null without one. */
  sso: string | null;
  /** Passkeys work at this address: they need a host name, not a number. */
  passkeys: boolean;
}

/** A sign-in that is going on. */
export interface SignedInDevice {
  id: string;
  /** `Firefox, Linux`; empty when the browser did not say. */
  device: string;
  createdAt: number;
  seenAt: number;
  /** It is the one that asks. */
  current: boolean;
}

/** How safe somebody's sign-in is. */
export interface AccountSecurity {
  password: boolean;
  totp: boolean;
  /** Recovery codes that are not used yet. */
  recoveryCodes: number;
  passkeys: { id: string; name: string; createdAt: number; usedAt: number | null }[];
  sessions: SignedInDevice[];
  /** The role has to have two factors. */
  required: boolean;
  /** Comes in by the municipality's own sign-in. */
  sso: boolean;
  ways: SignInWays;
}

/** What an app needs to make codes: to be scanned, or typed. */
export interface TotpOffer {
  secret: string;
  /** A QR code of the same, as SVG. */
  qr: string;
}

/** Codes for when the app or the passkey is lost; told once. */
export interface RecoveryCodes {
  codes: string[];
}

/** Whether an export is given without asking again, and what would be asked for. */
export interface StepUpState {
  fresh: boolean;
  methods: StepUpMethod[];
}

/** What an administrator sees of somebody's sign-in. */
export interface UserSignIn {
  totp: boolean;
  /** How many. */
  passkeys: number;
  sessions: number;
}

/** The policy as an administrator sees it. */
export interface SignInSettings extends SignInPolicy {
  sso: { name: string; issuer: string; roles: { group: string; role: Role }[]; callback: string } | null;
  /** Secrets of apps are encrypted where they are stored (`ENCRYPTION_KEYS`). */
  encrypted: boolean;
}
