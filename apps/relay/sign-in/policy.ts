import { decode, type Role, SignInPolicy } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';

const ID = 'signIn';

/** Whose role has to have two factors; nobody's until an administrator says so. */
export async function policyOf(storage: Storage): Promise<SignInPolicy> {
  const doc = await storage.get('signInPolicy', ID);
  return doc ? decode(SignInPolicy, { twoFactorRoles: doc.twoFactorRoles }) : { twoFactorRoles: [] };
}

/** Sets it. Whoever is signed in stays so until it signs in next. */
export const setPolicy = (storage: Storage, { twoFactorRoles }: SignInPolicy): Promise<void> =>
  storage.put('signInPolicy', { id: ID, twoFactorRoles });

/** Whether a role has to have two factors. */
export const needsTwo = async (storage: Storage, role: Role): Promise<boolean> =>
  (await policyOf(storage)).twoFactorRoles.includes(role);
