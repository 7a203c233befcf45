import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { PasskeyMade, PasskeyUsed } from '@lotsa/protocol';
import type { FactorsDoc, PasskeyDoc, SessionDoc, UserDoc } from '@lotsa/storage';
import type * as v from 'valibot';
import type { Config } from '../config.ts';
import type { Context } from '../context.ts';
import { factorsOf, passkeyUsed } from './factors.ts';

/** The page that passkeys are bound to, and its name (W3C WebAuthn, 5.1.2: a host name, never a number). */
export interface Party {
  origin: string;
  id: string;
}

/**
 * Where passkeys hold: at the public address. On this machine alone, at whatever name and port the browser came by, for the
 * public address of a trial is a guess. Null where browsers know none.
 */
export function partyOf({ publicUrl, cookies }: Config, origin: string | undefined): Party | null {
  const own = new URL(publicUrl);
  const from = origin && URL.canParse(origin) ? new URL(origin) : own;
  const here = isLocal(own.hostname) && isLocal(from.hostname) ? from : own;
  const isNumber = /^[\d.]+$|^\[/.test(here.hostname);
  return cookies.secure && !isNumber ? { origin: here.origin, id: here.hostname } : null;
}

const isLocal = (name: string): boolean => /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name);

/** What a browser is asked for when a passkey is made. It holds the user's name itself, so that none has to be typed. */
export function makeOptions({ id }: Party, user: UserDoc, { passkeys }: FactorsDoc) {
  return generateRegistrationOptions({
    rpName: 'Lotsa',
    rpID: id,
    userName: user.id,
    userDisplayName: user.name,
    userID: new Uint8Array(Buffer.from(user.id)),
    excludeCredentials: passkeys.map(({ id: known }) => ({ id: known })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/** The passkey that a browser made, or null when its answer does not hold. */
export async function madePasskey(
  { origin, id: rpId }: Party,
  challenge: string,
  { name, response }: v.InferOutput<typeof PasskeyMade>,
  now: number,
): Promise<PasskeyDoc | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    const { transports = [] } = response.response;
    return {
      id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      counter,
      transports,
      name,
      createdAt: now,
      usedAt: null,
    };
  } catch {
    return null;
  }
}

/** What a browser is asked for when a passkey is used: any of this place's, or one of a user's. */
export const useOptions = ({ id }: Party, factors?: FactorsDoc) =>
  generateAuthenticationOptions({
    rpID: id,
    userVerification: 'required',
    ...(factors && { allowCredentials: factors.passkeys.map(({ id: known }) => ({ id: known })) }),
  });

/**
 * Whose passkey was used, or null when the answer does not hold: each challenge holds once.
 * @param by who has to have used it; empty for anybody.
 */
export async function userOfPasskey(
  context: Context,
  { origin, id: rpId }: Party,
  { id: sessionId, challenge }: Pick<SessionDoc, 'id' | 'challenge'>,
  { response }: v.InferOutput<typeof PasskeyUsed>,
  by: string,
): Promise<string | null> {
  if (!challenge) return null;
  if (!(await context.storage.update('sessions', sessionId, { challenge: '' }, { challenge }))) return null;
  const { userHandle } = response.response;
  const userId = by || (userHandle ? Buffer.from(userHandle, 'base64url').toString('utf8') : '');
  if (!userId || userId.length > 64) return null;
  const passkey = (await factorsOf(context, userId)).passkeys.find(({ id }) => id === response.id);
  if (!passkey) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.id,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: passkey.counter,
      },
    });
    if (!verified) return null;
    return (await passkeyUsed(context, userId, passkey.id, authenticationInfo.newCounter)) ? userId : null;
  } catch {
    return null;
  }
}
