import { hash, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's password storage cheat sheet asks for at least: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 };

/** Hashes a password, with a salt of its own, in PHC form. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, COST);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password is the one of the hash. Without a hash (there is no such user, or one that never got a
 * password) it takes as long as with one, so that the time does not tell which user names exist.
 */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  if (passwordHash) return verify(passwordHash, password);
  nobodys ??= hashPassword('');
  await verify(await nobodys, password);
  return false;
}
