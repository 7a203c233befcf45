import { fail } from '@lotsa/protocol';
import { Router } from 'express';
import type { SignInDesk } from '../sign-in/desk.ts';
import { beginPending, pendingOf, signedInBy, takePending } from '../sign-in/sessions.ts';
import { callbackOf, provision, ssoUserId } from '../sign-in/sso.ts';
import { rateLimit } from './rate-limit.ts';

/** Where the console says why the municipality's sign-in did not lead in. */
const REFUSED = '/console/?sign-in=refused';
const FAILED = '/console/?sign-in=failed';

/** `/api/session/sso`: to the municipality's own sign-in, and back from it. `?again` proves once more who sits there. */
export function ssoRouter(desk: SignInDesk): Router {
  const { relay, sso } = desk;
  const { context } = relay;
  const { config, log } = context;
  const limit = rateLimit(60, 300);
  const router = Router();

  router.get('/api/session/sso', async (request, response) => {
    if (!sso) throw fail('not_found', {});
    await limit.take(request.ip ?? '');
    const again = 'again' in request.query;
    const stepUp = again ? await desk.signedIn(request) : null;
    let begun: Awaited<ReturnType<typeof sso.begin>>;
    try {
      begun = await sso.begin(callbackOf(config), again);
    } catch (error) {
      log.warn({ err: error }, 'the OpenID provider does not answer');
      return response.redirect(FAILED);
    }
    const { url, ...tied } = begun;
    await beginPending(context, response, stepUp?.user.id ?? '', 'sso', {
      sso: { ...tied, stepUp: stepUp?.session.id ?? '' },
    });
    response.redirect(url);
  });

  router.get('/api/session/sso/callback', async (request, response) => {
    if (!sso || !config.sso) throw fail('not_found', {});
    await limit.take(request.ip ?? '');
    const pending = await pendingOf(context, request.headers.cookie, ['sso']);
    if (!pending?.sso || !(await takePending(context, response, pending))) return response.redirect(FAILED);
    const again = pending.sso.stepUp !== '';
    const current = new URL(callbackOf(config));
    current.search = new URL(request.originalUrl, config.publicUrl).search;
    let claims: Awaited<ReturnType<typeof sso.finish>>;
    try {
      claims = await sso.finish(current, pending.sso, again);
    } catch (error) {
      log.warn({ err: error }, 'a sign-in by OpenID Connect does not hold');
      await desk.wrong(undefined, 'sso').catch(() => undefined);
      return response.redirect(FAILED);
    }
    if (again) {
      const user = ssoUserId(claims) === pending.subjectId ? await desk.user(pending.subjectId) : undefined;
      if (!user) return response.redirect(REFUSED);
      await relay.audit(user, 'steppedUp', `users:${user.id}`, { reason: 'sso' });
      await context.storage.update(
        'sessions',
        pending.sso.stepUp,
        { authAt: context.now() },
        { kind: 'staff' },
      );
      return response.redirect('/console/?sign-in=again');
    }
    const user = await provision(relay, config.sso, claims);
    if (!user) {
      await desk.wrong(await context.storage.get('users', ssoUserId(claims)), 'sso').catch(() => undefined);
      return response.redirect(REFUSED);
    }
    // Whoever was signed in in this browser is out.
    const before = await signedInBy(request.headers.cookie, context);
    if (before) await desk.end([before.session.id]);
    await desk.enter(request, response, user, 'sso', 'sso');
    return response.redirect('/console/');
  });

  return router;
}
