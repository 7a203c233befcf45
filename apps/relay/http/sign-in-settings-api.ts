import { decode, fail, SignInPolicy, type SignInSettings, UserNamed, type UserSignIn } from '@lotsa/protocol';
import { type Request, Router } from 'express';
import type { SignInDesk } from '../sign-in/desk.ts';
import { factorsOf, resetFactors } from '../sign-in/factors.ts';
import { policyOf, setPolicy } from '../sign-in/policy.ts';
import { sessionsOf } from '../sign-in/sessions.ts';
import { callbackOf } from '../sign-in/sso.ts';
import { jsonBody } from './body.ts';
import { rateLimit } from './rate-limit.ts';
import { isAdministrator, staffOnly } from './staff-only.ts';

/** `/api/sign-in-settings`: what administrators decide about sign-in, and what they do for users who lost a device. */
export function signInSettingsRouter(desk: SignInDesk): Router {
  const { relay } = desk;
  const { context } = relay;
  const { config, storage } = context;
  const limit = rateLimit(120, 300);
  const router = Router();

  const administrator = (request: Request, fresh = false) =>
    staffOnly(context, request, { may: isAdministrator, limit, fresh });

  router.get('/api/sign-in-settings', async (request, response) => {
    await administrator(request);
    const { sso } = config;
    response.setHeader('Cache-Control', 'no-store').json({
      ...(await policyOf(storage)),
      encrypted: config.encryptionKeys.length > 0,
      sso: sso && { name: sso.name, issuer: sso.issuer, roles: sso.roles, callback: callbackOf(config) },
    } satisfies SignInSettings);
  });

  router.post('/api/sign-in-settings', jsonBody, async (request, response) => {
    const { user } = await administrator(request, true);
    const after = decode(SignInPolicy, request.body);
    const before = await policyOf(storage);
    await relay.audit(user, 'signInPolicyChanged', 'signIn', { change: { before, after } });
    await setPolicy(storage, after);
    response.status(204).end();
  });

  router.get('/api/users/:user/sign-in', async (request, response) => {
    const { session } = await administrator(request);
    const user = await storage.get('users', request.params.user);
    if (!user) throw fail('not_found', {});
    const { totp, passkeys } = await factorsOf(context, user.id);
    const sessions = await sessionsOf(context, user.id, session.id);
    response.setHeader('Cache-Control', 'no-store');
    const told = { totp: totp !== '', passkeys: passkeys.length, sessions: sessions.length };
    response.json(told satisfies UserSignIn);
  });

  router.post('/api/users/sign-out', jsonBody, async (request, response) => {
    const { user: by, session } = await administrator(request);
    const { userId } = decode(UserNamed, request.body);
    if (!(await storage.get('users', userId))) throw fail('not_found', {});
    const sessions = await sessionsOf(context, userId, session.id);
    await relay.audit(by, 'sessionsEnded', `users:${userId}`, { reason: String(sessions.length) });
    await desk.end(sessions.filter(({ current }) => !current).map(({ id }) => id));
    response.status(204).end();
  });

  router.post('/api/users/reset-factors', jsonBody, async (request, response) => {
    const { user: by, session } = await administrator(request, true);
    const { userId } = decode(UserNamed, request.body);
    if (!(await storage.get('users', userId))) throw fail('not_found', {});
    await relay.audit(by, 'factorsReset', `users:${userId}`);
    await resetFactors(context, userId);
    const sessions = await sessionsOf(context, userId, session.id);
    await desk.end(sessions.filter(({ current }) => !current).map(({ id }) => id));
    response.status(204).end();
  });

  return router;
}
