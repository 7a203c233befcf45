import { fail } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Request } from 'express';
import type { Context } from '../context.ts';
import { requireFresh, type SignedIn, signedInBy } from '../sign-in/sessions.ts';
import type { RateLimit } from './rate-limit.ts';

/** What a request has to show besides a session. */
interface StaffRule {
  /** Who may; everybody of the staff when left out. */
  may?: (user: UserDoc) => boolean;
  /** Counts by user. */
  limit: RateLimit;
  /** Whoever sits there has proved within five minutes who it is ({@link requireFresh}). */
  fresh?: boolean;
}

/** Whoever of the staff asks, when it may. @throws LotsaError `unauthenticated`, `forbidden`, `rate_limited` or `step_up`. */
export async function staffOnly(
  context: Context,
  request: Request,
  { may, limit, fresh = false }: StaffRule,
): Promise<SignedIn> {
  const signedIn = await signedInBy(request.headers.cookie, context);
  if (!signedIn) throw fail('unauthenticated', {});
  if (may && !may(signedIn.user)) throw fail('forbidden', {});
  await limit.take(signedIn.user.id);
  if (fresh) await requireFresh(context, signedIn);
  return signedIn;
}

/** {@link StaffRule.may} of what is the administrators'. */
export const isAdministrator = ({ role }: UserDoc): boolean => role === 'administrator';
