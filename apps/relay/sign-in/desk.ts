import { isActive } from '@lotsa/core';
import { fail, type Me, type StaffRef } from '@lotsa/protocol';
import type { SessionDoc, UserDoc } from '@lotsa/storage';
import type { Request, Response } from 'express';
import { meOf } from '../http/me.ts';
import type { Relay } from '../sockets/relay.ts';
import { rooms } from '../sockets/server.ts';
import { factorsOf, secondFactors, takeCode } from './factors.ts';
import { type Attempt, SignInLimits } from './limits.ts';
import { type Party, partyOf } from './passkeys.ts';
import { needsTwo } from './policy.ts';
import { knownDevice, openSession, type SignedIn, signedInBy } from './sessions.ts';
import { createSso, type Sso } from './sso.ts';

/** Whoever is not known: the name that was typed may be a password in the wrong field, so it is not written down. */
const NOBODY: StaffRef = { id: 'unknown', name: '–' };

/** What every way of signing in shares. */
export interface SignInDesk {
  relay: Relay;
  sso: Sso | null;
  /** Whoever is signed in in this browser. @throws LotsaError `unauthenticated`. */
  signedIn(request: Request): Promise<SignedIn>;
  /** Counts an attempt for a user. @throws LotsaError `rate_limited`. */
  attempt(request: Request, userId: string): Promise<Attempt>;
  right(attempt: Attempt): Promise<void>;
  /** Writes a failed attempt down, and says no more than that it failed. @throws LotsaError `wrong_credentials`. */
  wrong(user: UserDoc | undefined, by: string): Promise<never>;
  /** Takes a code of this user. @throws LotsaError `rate_limited` or `wrong_credentials`. */
  code(request: Request, user: UserDoc, code: string): Promise<'totp' | 'recovery'>;
  /** Signs in, after everything that is needed was shown. */
  enter(
    request: Request,
    response: Response,
    user: UserDoc,
    how: NonNullable<SessionDoc['how']>,
    by: string,
  ): Promise<Me>;
  /** An active user by its id. */
  user(id: string): Promise<UserDoc | undefined>;
  /** What is still needed after the password: a second factor, or to set one up. */
  needs(user: UserDoc): Promise<{ step: 'factor' | 'enrol'; error: ReturnType<typeof fail> } | null>;
  /** Ends sign-ins, and tells their consoles on all relays. */
  end(sessionIds: readonly string[]): Promise<void>;
  /** Where passkeys hold. @throws LotsaError `not_found` where none do. */
  party(request: Request): Party;
}

/** Makes it. */
export function createSignInDesk(relay: Relay): SignInDesk {
  const { context } = relay;
  const { storage, config, now } = context;
  const limits = new SignInLimits();

  const desk: SignInDesk = {
    relay,
    sso: config.sso && createSso(config.sso),
    async signedIn(request) {
      const signedIn = await signedInBy(request.headers.cookie, context);
      if (!signedIn) throw fail('unauthenticated', {});
      return signedIn;
    },
    async attempt(request, userId) {
      const device = await knownDevice(context, request.headers.cookie, userId);
      const attempt = { user: userId, address: request.ip ?? '', device };
      await limits.attempt(attempt);
      return attempt;
    },
    right: (attempt) => limits.succeeded(attempt),
    async wrong(user, by) {
      const who = user ?? NOBODY;
      await relay.audit(who, 'signInFailed', `users:${who.id}`, { reason: by });
      throw fail('wrong_credentials', {});
    },
    async code(request, user, code) {
      const attempt = await desk.attempt(request, user.id);
      const taken = await takeCode(context, user.id, code);
      if (!taken) return desk.wrong(user, 'code');
      await desk.right(attempt);
      if (taken === 'recovery') await relay.audit(user, 'recoveryCodeUsed', `users:${user.id}`);
      return taken;
    },
    async enter(request, response, user, how, by) {
      await relay.audit(user, 'signedIn', `users:${user.id}`, { reason: by });
      await openSession(context, request, response, user, how);
      return meOf(user);
    },
    async user(id) {
      const user = await storage.get('users', id);
      return user && isActive(user) ? user : undefined;
    },
    async needs(user) {
      const methods = secondFactors(await factorsOf(context, user.id));
      if (methods.length > 0) return { step: 'factor', error: fail('second_factor', { methods }) };
      return (await needsTwo(storage, user.role)) ? { step: 'enrol', error: fail('enrol_factor', {}) } : null;
    },
    async end(sessionIds) {
      for (const id of sessionIds) {
        if (!(await storage.update('sessions', id, { expiresAt: now() }, { kind: 'staff' }))) continue;
        relay.staff.to(rooms.session(id)).emit('session:ended', {});
        relay.staff.in(rooms.session(id)).disconnectSockets(true);
      }
      // Relays that are not told by this one look at who is signed in when settings change.
      if (sessionIds.length > 0) await relay.settingsChanged();
    },
    party(request) {
      const party = partyOf(config, request.headers.origin);
      if (!party) throw fail('not_found', {});
      return party;
    },
  };
  return desk;
}
