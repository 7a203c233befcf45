import { fail, type SecondFactor } from '@lotsa/protocol';
import type { FactorsDoc, PasskeyDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { newRecoveryCodes, recoveryId, stepOfCode } from './one-time-codes.ts';

const none = (id: string): FactorsDoc => ({
  id,
  version: 0,
  totp: '',
  offered: '',
  usedStep: 0,
  recovery: [],
  passkeys: [],
});

/** What a user has besides a password. */
export const factorsOf = async ({ storage }: Context, userId: string): Promise<FactorsDoc> =>
  (await storage.get('factors', userId)) ?? none(userId);

/** By what the user can prove who it is, besides the password; none when it has no second factor. */
export function secondFactors({ totp, passkeys, recovery }: FactorsDoc): SecondFactor[] {
  const has: SecondFactor[] = [
    ...(totp ? ['totp' as const] : []),
    ...(passkeys.length > 0 ? ['passkey' as const] : []),
  ];
  return has.length > 0 && recovery.length > 0 ? [...has, 'recovery'] : has;
}

/**
 * Changes a user's factors; of two changes at once the second is made anew on what the first left, so that a code, a
 * recovery code and a passkey's counter each count once on all relays.
 * @param change gives the fields that change; null for none, and then nothing is stored.
 */
async function changeFactors(
  context: Context,
  userId: string,
  change: (factors: FactorsDoc) => Partial<FactorsDoc> | null,
): Promise<FactorsDoc | null> {
  const { storage } = context;
  for (;;) {
    const stored = await storage.get('factors', userId);
    const before = stored ?? none(userId);
    const changed = change(before);
    if (!changed) return null;
    const after = { ...before, ...changed, version: before.version + 1 };
    const done = stored
      ? await storage.update('factors', userId, after, { version: before.version })
      : (await storage.insert('factors', [after])) === 1;
    if (done) return after;
  }
}

/** Keeps the secret of an app that is being set up, until a code of it has been given. */
export const offerTotp = (context: Context, userId: string, offered: string): Promise<FactorsDoc | null> =>
  changeFactors(context, userId, () => ({ offered }));

/** Keeps the secret that was offered, confirmed by the code of a step. @returns null when another was offered since. */
export const keepTotp = (
  context: Context,
  userId: string,
  secret: string,
  step: number,
): Promise<FactorsDoc | null> =>
  changeFactors(context, userId, ({ offered }) =>
    offered === secret ? { totp: secret, offered: '', usedStep: step } : null,
  );

/** Takes the app away; without a passkey the recovery codes go too. */
export const removeTotp = (context: Context, userId: string): Promise<FactorsDoc | null> =>
  changeFactors(context, userId, ({ totp, passkeys }) =>
    totp ? { totp: '', usedStep: 0, ...(passkeys.length === 0 && { recovery: [] }) } : null,
  );

/** Makes new recovery codes; those from before hold no more. */
export async function renewRecovery(context: Context, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await changeFactors(context, userId, () => ({ recovery: codes.map(recoveryId) }));
  return codes;
}

/** Most passkeys that a user may have. */
const PASSKEYS = 10;

export const addPasskey = (
  context: Context,
  userId: string,
  passkey: PasskeyDoc,
): Promise<FactorsDoc | null> =>
  changeFactors(context, userId, ({ passkeys }) => {
    if (passkeys.length >= PASSKEYS) throw fail('invalid_payload', { field: 'name', rule: 'too_many' });
    return passkeys.some(({ id }) => id === passkey.id) ? null : { passkeys: [...passkeys, passkey] };
  });

/** Takes a passkey away; when it was the last second factor the recovery codes go too. */
export const removePasskey = (
  context: Context,
  userId: string,
  passkeyId: string,
): Promise<FactorsDoc | null> =>
  changeFactors(context, userId, ({ passkeys, totp }) => {
    const left = passkeys.filter(({ id }) => id !== passkeyId);
    if (left.length === passkeys.length) return null;
    return { passkeys: left, ...(left.length === 0 && !totp && { recovery: [] }) };
  });

/** Notes that a passkey was used. One whose counter goes back has been copied (W3C WebAuthn, 6.1.1): false. */
export async function passkeyUsed(
  context: Context,
  userId: string,
  passkeyId: string,
  counter: number,
): Promise<boolean> {
  const done = await changeFactors(context, userId, ({ passkeys }) => {
    const passkey = passkeys.find(({ id }) => id === passkeyId);
    if (!passkey || (counter <= passkey.counter && (counter > 0 || passkey.counter > 0))) return null;
    const used = { ...passkey, counter, usedAt: context.now() };
    return { passkeys: passkeys.map((each) => (each === passkey ? used : each)) };
  });
  return done !== null;
}

/** Forgets everything but the password, for whoever has lost it all. */
export const resetFactors = (context: Context, userId: string): Promise<FactorsDoc | null> =>
  changeFactors(context, userId, () => ({ totp: '', offered: '', usedStep: 0, recovery: [], passkeys: [] }));

/** Takes a code: of the app, or one of those kept for when it is lost. None is taken twice. @returns which it was. */
export async function takeCode(
  context: Context,
  userId: string,
  code: string,
): Promise<'totp' | 'recovery' | null> {
  let taken: 'totp' | 'recovery' | null = null;
  await changeFactors(context, userId, (factors) => {
    taken = null;
    const step = factors.totp ? stepOfCode(factors.totp, code, context.now()) : null;
    if (step !== null) {
      if (step <= factors.usedStep) return null;
      taken = 'totp';
      return { usedStep: step };
    }
    const recovery = factors.recovery.filter((id) => id !== recoveryId(code));
    if (recovery.length === factors.recovery.length) return null;
    taken = 'recovery';
    return { recovery };
  });
  return taken;
}
