import {
  type AccountSecurity,
  CodeGiven,
  decode,
  fail,
  NewPassword,
  PasskeyMade,
  PasskeyNamed,
  PasskeyUsed,
  PasswordGiven,
  type RecoveryCodes,
  SessionNamed,
  type StepUpState,
  type TotpOffer,
} from '@lotsa/protocol';
import type { SessionDoc, UserDoc } from '@lotsa/storage';
import { type Request, type Response, Router } from 'express';
import { hashPassword, isPassword } from '../passwords.ts';
import type { SignInDesk } from '../sign-in/desk.ts';
import {
  addPasskey,
  factorsOf,
  keepTotp,
  offerTotp,
  removePasskey,
  removeTotp,
  renewRecovery,
  secondFactors,
} from '../sign-in/factors.ts';
import { newTotpSecret, qrOf, stepOfCode } from '../sign-in/one-time-codes.ts';
import { madePasskey, makeOptions, partyOf, useOptions, userOfPasskey } from '../sign-in/passkeys.ts';
import { needsTwo } from '../sign-in/policy.ts';
import { isFresh, pendingOf, sessionsOf, stepUpMethods, takePending } from '../sign-in/sessions.ts';
import { refuseWeak } from '../sign-in/weak-passwords.ts';
import { weakNames } from '../sign-in/weak-names.ts';
import { jsonBody } from './body.ts';
import { rateLimit } from './rate-limit.ts';
import { staffOnly } from './staff-only.ts';

/** Somebody who sets up a second factor: signed in, or on the way in to a role that has to have one. */
interface Enrolling {
  user: UserDoc;
  session: SessionDoc;
  /** Its sign-in waits for this. */
  entering: boolean;
}

/** `/api/account`: what somebody does about its own sign-in. Whatever makes it less safe asks again who sits there. */
export function accountRouter(desk: SignInDesk): Router {
  const { relay } = desk;
  const { context } = relay;
  const { config, storage, now } = context;
  const limit = rateLimit(120, 300);
  const router = Router();

  const fresh = (request: Request) => staffOnly(context, request, { limit, fresh: true });

  async function enrolling(request: Request): Promise<Enrolling> {
    const pending = await pendingOf(context, request.headers.cookie, ['enrol']);
    const user = pending && (await desk.user(pending.subjectId));
    // Still without one: what was begun in another window may have ended there.
    if (pending && user && (await desk.needs(user))?.step === 'enrol') {
      await limit.take(user.id);
      return { user, session: pending, entering: true };
    }
    return { ...(await fresh(request)), entering: false };
  }

  /** The first factor comes with recovery codes; whoever waited for it is in. */
  async function enrolled(
    request: Request,
    response: Response,
    { user, session, entering }: Enrolling,
    had: boolean,
  ): Promise<void> {
    const codes = had ? [] : await renewRecovery(context, user.id);
    if (!had) await relay.audit(user, 'recoveryCodesMade', `users:${user.id}`);
    if (entering && (await takePending(context, response, session)))
      await desk.enter(request, response, user, 'password', 'password, enrolled');
    response.json({ codes } satisfies RecoveryCodes);
  }
  const hasFactor = async ({ user }: Enrolling) =>
    secondFactors(await factorsOf(context, user.id)).length > 0;

  router.use('/api/account', (_request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });

  router.get('/api/account/security', async (request, response) => {
    const { user, session } = await desk.signedIn(request);
    const factors = await factorsOf(context, user.id);
    response.json({
      password: user.passwordHash !== '',
      totp: factors.totp !== '',
      recoveryCodes: factors.recovery.length,
      passkeys: factors.passkeys.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt })),
      sessions: await sessionsOf(context, user.id, session.id),
      required: await needsTwo(storage, user.role),
      sso: session.how === 'sso',
      ways: {
        sso: config.sso?.name ?? null,
        passkeys: partyOf(config, `${request.protocol}://${request.headers.host}`) !== null,
      },
    } satisfies AccountSecurity);
  });

  router.get('/api/account/step-up', async (request, response) => {
    const signedIn = await desk.signedIn(request);
    const state = {
      fresh: isFresh(context, signedIn.session),
      methods: await stepUpMethods(context, signedIn),
    };
    response.json(state satisfies StepUpState);
  });

  async function steppedUp(
    response: Response,
    user: UserDoc,
    session: SessionDoc,
    by: string,
  ): Promise<void> {
    await relay.audit(user, 'steppedUp', `users:${user.id}`, { reason: by });
    await storage.update('sessions', session.id, { authAt: now() }, { kind: 'staff' });
    response.status(204).end();
  }

  router.post('/api/account/step-up/password', jsonBody, async (request, response) => {
    const { user, session } = await desk.signedIn(request);
    const { password } = decode(PasswordGiven, request.body);
    const attempt = await desk.attempt(request, user.id);
    if (!(await isPassword(user.passwordHash, password))) return desk.wrong(user, 'password');
    await desk.right(attempt);
    return steppedUp(response, user, session, 'password');
  });

  router.post('/api/account/step-up/code', jsonBody, async (request, response) => {
    const { user, session } = await desk.signedIn(request);
    const taken = await desk.code(request, user, decode(CodeGiven, request.body).code);
    await steppedUp(response, user, session, taken);
  });

  router.post('/api/account/step-up/passkey/options', async (request, response) => {
    const { user, session } = await desk.signedIn(request);
    const options = await useOptions(desk.party(request), await factorsOf(context, user.id));
    await storage.update('sessions', session.id, { challenge: options.challenge });
    response.json(options);
  });

  router.post('/api/account/step-up/passkey', jsonBody, async (request, response) => {
    const { user, session } = await desk.signedIn(request);
    const given = decode(PasskeyUsed, request.body);
    const attempt = await desk.attempt(request, user.id);
    if (!(await userOfPasskey(context, desk.party(request), session, given, user.id)))
      return desk.wrong(user, 'passkey');
    await desk.right(attempt);
    return steppedUp(response, user, session, 'passkey');
  });

  router.post('/api/account/password', jsonBody, async (request, response) => {
    const { user, session } = await fresh(request);
    // Whoever comes in by the municipality's sign-in has its password there.
    if (!user.passwordHash) throw fail('forbidden', {});
    const { password } = decode(NewPassword, request.body);
    refuseWeak(password, await weakNames(relay, user));
    const passwordHash = await hashPassword(password);
    await relay.audit(user, 'passwordSet', `users:${user.id}`);
    await storage.update('users', user.id, { passwordHash });
    const all = await sessionsOf(context, user.id, session.id);
    await desk.end(all.filter(({ current }) => !current).map(({ id }) => id));
    response.status(204).end();
  });

  router.post('/api/account/totp', async (request, response) => {
    const { user } = await enrolling(request);
    const secret = newTotpSecret();
    await offerTotp(context, user.id, secret);
    const offer: TotpOffer = {
      secret,
      qr: qrOf(secret, user.id, `Lotsa ${new URL(config.publicUrl).hostname}`),
    };
    response.json(offer);
  });

  router.post('/api/account/totp/confirm', jsonBody, async (request, response) => {
    const who = await enrolling(request);
    const { user } = who;
    const { code } = decode(CodeGiven, request.body);
    const attempt = await desk.attempt(request, user.id);
    const { offered } = await factorsOf(context, user.id);
    const step = offered ? stepOfCode(offered, code, now()) : null;
    const wrong = fail('invalid_payload', { field: 'code', rule: 'wrong_code' });
    if (step === null) throw wrong;
    await desk.right(attempt);
    const had = await hasFactor(who);
    await relay.audit(user, 'totpEnrolled', `users:${user.id}`);
    if (!(await keepTotp(context, user.id, offered, step))) throw wrong;
    await enrolled(request, response, who, had);
  });

  router.post('/api/account/totp/remove', async (request, response) => {
    const { user } = await fresh(request);
    await relay.audit(user, 'totpRemoved', `users:${user.id}`);
    await removeTotp(context, user.id);
    response.status(204).end();
  });

  router.post('/api/account/recovery-codes', async (request, response) => {
    const { user } = await fresh(request);
    if (secondFactors(await factorsOf(context, user.id)).length === 0) throw fail('not_found', {});
    await relay.audit(user, 'recoveryCodesMade', `users:${user.id}`);
    response.json({ codes: await renewRecovery(context, user.id) } satisfies RecoveryCodes);
  });

  router.post('/api/account/passkeys/options', async (request, response) => {
    const { user, session } = await enrolling(request);
    const options = await makeOptions(desk.party(request), user, await factorsOf(context, user.id));
    await storage.update('sessions', session.id, { challenge: options.challenge });
    response.json(options);
  });

  router.post('/api/account/passkeys', jsonBody, async (request, response) => {
    const who = await enrolling(request);
    const { user, session } = who;
    const given = decode(PasskeyMade, request.body);
    const { challenge } = session;
    const once =
      challenge && (await storage.update('sessions', session.id, { challenge: '' }, { challenge }));
    const passkey = once ? await madePasskey(desk.party(request), challenge, given, now()) : null;
    if (!passkey) throw fail('invalid_payload', { field: 'response', rule: 'passkey' });
    const had = await hasFactor(who);
    await relay.audit(user, 'passkeyEnrolled', `users:${user.id}`, { reason: passkey.name });
    await addPasskey(context, user.id, passkey);
    await enrolled(request, response, who, had);
  });

  router.post('/api/account/passkeys/remove', jsonBody, async (request, response) => {
    const { user } = await fresh(request);
    const { id } = decode(PasskeyNamed, request.body);
    await relay.audit(user, 'passkeyRemoved', `users:${user.id}`);
    if (!(await removePasskey(context, user.id, id))) throw fail('not_found', {});
    response.status(204).end();
  });

  router.post('/api/account/sessions/end', jsonBody, async (request, response) => {
    const { user, session } = await staffOnly(context, request, { limit });
    const { id } = decode(SessionNamed, request.body);
    const mine = await sessionsOf(context, user.id, session.id);
    const ending = mine.filter((each) => (id === null ? !each.current : each.id === id));
    if (id !== null && ending.length === 0) throw fail('not_found', {});
    await relay.audit(user, 'sessionsEnded', `users:${user.id}`, { reason: String(ending.length) });
    await desk.end(ending.map((each) => each.id));
    response.status(204).end();
  });

  return router;
}
