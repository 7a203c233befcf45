import { createHash, randomBytes } from 'node:crypto';
import type { SessionDoc } from '@lotsa/storage';
import type { Context } from './context.ts';

/** A token that cannot be guessed: 32 random bytes, 43 characters of base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What a token is stored as: its SHA-256, in hexadecimal. Tokens are random, so no salt and no slow hash is needed. */
export function tokenId(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** The session that a token opens, unless there is none, it is of the other kind, or it has ended. */
export async function sessionOf(
  context: Context,
  kind: SessionDoc['kind'],
  token: string | undefined,
): Promise<SessionDoc | undefined> {
  if (!token) return undefined;
  const session = await context.storage.get('sessions', tokenId(token));
  return session?.kind === kind && session.expiresAt > context.now() ? session : undefined;
}
