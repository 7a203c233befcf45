import { decode, fail, ImportRequest } from '@lotsa/protocol';
import express, { Router } from 'express';
import { exportSettings, importSettings } from '../settings/transfer.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
import { requireFresh, signedInBy } from '../sign-in/sessions.ts';

/** A municipality with thousands of guides and questions. */
const fileBody = express.json({ limit: '16mb' });

/** `/api/settings/file`: everything that is set up, as one JSON file, out (GET) and in (POST). For administrators. */
export function settingsApiRouter(relay: Relay): Router {
  const limit = rateLimit(60, 600);
  const router = Router();

  const administrator = async (cookie: string | undefined) => {
    const signedIn = await signedInBy(cookie, relay.context);
    if (!signedIn) throw fail('unauthenticated', {});
    const { user } = signedIn;
    if (user.role !== 'administrator') throw fail('forbidden', {});
    await limit.take(user.id);
    return signedIn;
  };

  router.get('/api/settings/file', async (request, response) => {
    const signedIn = await administrator(request.headers.cookie);
    await requireFresh(relay.context, signedIn);
    const { user } = signedIn;
    const file = await exportSettings(relay, user);
    response
      .attachment(`lotsa-${new Date(relay.context.now()).toISOString().slice(0, 10)}.json`)
      .setHeader('Cache-Control', 'no-store')
      .type('application/json')
      .send(JSON.stringify(file, null, 2));
  });

  router.post(
    '/api/settings/file',
    // Who may, before a long body is read.
    async (request, _response, next) => {
      await administrator(request.headers.cookie);
      next();
    },
    fileBody,
    async (request, response) => {
      const { user } = await administrator(request.headers.cookie);
      response.json(await importSettings(relay, user, decode(ImportRequest, request.body)));
    },
  );

  return router;
}
