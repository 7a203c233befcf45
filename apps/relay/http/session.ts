import { CodeGiven, decode, fail, PasskeyUsed, SignIn, type SignInWays } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import { Router } from 'express';
import type { Context } from '../context.ts';
import { isPassword } from '../passwords.ts';
import type { SignInDesk } from '../sign-in/desk.ts';
import { factorsOf } from '../sign-in/factors.ts';
import { partyOf, useOptions, userOfPasskey } from '../sign-in/passkeys.ts';
import {
  beginPending,
  clearStaffCookie,
  noteSeen,
  pendingOf,
  signedInBy,
  takePending,
} from '../sign-in/sessions.ts';
import { jsonBody } from './body.ts';
import { meOf } from './me.ts';
import { rateLimit } from './rate-limit.ts';

/** The member of the staff whose session a `Cookie` header carries; undefined without one that is still good. */
export const staffSession = async (
  cookieHeader: string | undefined,
  context: Context,
): Promise<UserDoc | undefined> => (await signedInBy(cookieHeader, context))?.user;

/**
 * `/api/session`: POST signs in by password and GET tells who is signed in, both answered with `Me`, or null when nobody is;
 * DELETE signs out. `/code` and `/passkey` are the second half of a sign-in, and a passkey is also a whole one.
 */
export function sessionRouter(desk: SignInDesk): Router {
  const { relay } = desk;
  const { context } = relay;
  const { config, storage } = context;
  const asking = rateLimit(60, 300);
  const router = Router();

  router.get('/api/sign-in', (request, response) => {
    const passkeys = partyOf(config, `${request.protocol}://${request.headers.host}`) !== null;
    response.json({ sso: config.sso?.name ?? null, passkeys } satisfies SignInWays);
  });

  router.post('/api/session', jsonBody, async (request, response) => {
    const { user: name, password } = decode(SignIn, request.body);
    const attempt = await desk.attempt(request, name);
    const user = await desk.user(name);
    const right = await isPassword(user?.passwordHash, password);
    if (!user || !right) return desk.wrong(user, 'password');
    await desk.right(attempt);
    const needed = await desk.needs(user);
    if (needed) {
      await beginPending(context, response, user.id, needed.step);
      throw needed.error;
    }
    response.json(await desk.enter(request, response, user, 'password', 'password'));
  });

  router.post('/api/session/code', jsonBody, async (request, response) => {
    const { code } = decode(CodeGiven, request.body);
    const pending = await pendingOf(context, request.headers.cookie, ['factor']);
    const user = pending && (await desk.user(pending.subjectId));
    if (!pending || !user) throw fail('unauthenticated', {});
    const taken = await desk.code(request, user, code);
    if (!(await takePending(context, response, pending))) throw fail('unauthenticated', {});
    response.json(await desk.enter(request, response, user, 'password', `password, ${taken}`));
  });

  router.post('/api/session/passkey/options', async (request, response) => {
    const party = desk.party(request);
    // Anybody may ask, and each is remembered for a while.
    await asking.take(request.ip ?? '');
    const pending = await pendingOf(context, request.headers.cookie, ['factor', 'passkey']);
    const factors = pending?.subjectId ? await factorsOf(context, pending.subjectId) : undefined;
    const options = await useOptions(party, factors);
    const { challenge } = options;
    if (pending) await storage.update('sessions', pending.id, { challenge });
    else await beginPending(context, response, '', 'passkey', { challenge });
    response.json(options);
  });

  router.post('/api/session/passkey', jsonBody, async (request, response) => {
    const given = decode(PasskeyUsed, request.body);
    const party = desk.party(request);
    const pending = await pendingOf(context, request.headers.cookie, ['factor', 'passkey']);
    if (!pending) throw fail('unauthenticated', {});
    const attempt = await desk.attempt(request, pending.subjectId);
    const userId = await userOfPasskey(context, party, pending, given, pending.subjectId);
    const user = userId === null ? undefined : await desk.user(userId);
    if (!user) return desk.wrong(await desk.user(pending.subjectId), 'passkey');
    await desk.right(attempt);
    if (!(await takePending(context, response, pending))) throw fail('unauthenticated', {});
    const by = pending.step === 'factor' ? 'password, passkey' : 'passkey';
    response.json(
      await desk.enter(request, response, user, pending.step === 'factor' ? 'password' : 'passkey', by),
    );
  });

  router.get('/api/session', async (request, response) => {
    const signedIn = await signedInBy(request.headers.cookie, context);
    if (signedIn) await noteSeen(context, signedIn.session);
    // Nobody is no error: every console asks this before its sign-in, and a browser reports each refusal to its user.
    response.json(signedIn ? meOf(signedIn.user) : null);
  });

  router.delete('/api/session', async (request, response) => {
    const signedIn = await signedInBy(request.headers.cookie, context);
    clearStaffCookie(context, response);
    if (!signedIn) return response.status(204).end();
    const { user, session } = signedIn;
    await relay.audit(user, 'signedOut', `users:${user.id}`);
    await desk.end([session.id]);
    // It is signed out there too, or the next one at this desk would come in as it.
    const there =
      session.how === 'sso' ? await desk.sso?.endUrl(`${config.publicUrl}/console/`).catch(() => null) : null;
    return there ? response.json({ goTo: there }) : response.status(204).end();
  });

  return router;
}
