import * as protocol from '@lotsa/protocol';
import * as v from 'valibot';
import type { Describes } from './answers.ts';

export const SignInWays: Describes<protocol.SignInWays> = v.strictObject({
  sso: v.nullable(v.string()),
  passkeys: v.boolean(),
});

export const AccountSecurity: Describes<protocol.AccountSecurity> = v.strictObject({
  password: v.boolean(),
  totp: v.boolean(),
  recoveryCodes: v.number(),
  passkeys: v.array(
    v.strictObject({
      id: v.string(),
      name: v.string(),
      createdAt: protocol.Time,
      usedAt: v.nullable(protocol.Time),
    }),
  ),
  sessions: v.array(
    v.strictObject({
      id: v.string(),
      device: v.string(),
      createdAt: protocol.Time,
      seenAt: protocol.Time,
      current: v.boolean(),
    }),
  ),
  required: v.boolean(),
  sso: v.boolean(),
  ways: SignInWays,
});

export const StepUpState: Describes<protocol.StepUpState> = v.strictObject({
  fresh: v.boolean(),
  methods: v.array(v.picklist(['password', 'totp', 'passkey', 'sso'])),
});

export const TotpOffer: Describes<protocol.TotpOffer> = v.strictObject({
  secret: v.string(),
  qr: v.string(),
});

export const RecoveryCodes: Describes<protocol.RecoveryCodes> = v.strictObject({
  codes: v.array(v.string()),
});

export const SignInSettings: Describes<protocol.SignInSettings> = v.strictObject({
  twoFactorRoles: v.array(protocol.Role),
  sso: v.nullable(
    v.strictObject({
      name: v.string(),
      issuer: v.string(),
      roles: v.array(v.strictObject({ group: v.string(), role: protocol.Role })),
      callback: v.string(),
    }),
  ),
  encrypted: v.boolean(),
});

export const UserSignIn: Describes<protocol.UserSignIn> = v.strictObject({
  totp: v.boolean(),
  passkeys: v.number(),
  sessions: v.number(),
});

export const SignedOut = v.strictObject({ goTo: v.string() });
