import { decode, ImportRequest } from '@lotsa/protocol';
import express, { type Request, Router } from 'express';
import { exportSettings, importSettings } from '../settings/transfer.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
import { isAdministrator, staffOnly } from './staff-only.ts';

/** A municipality with thousands of guides and questions. */
const fileBody = express.json({ limit: '16mb' });

/** `/api/settings/file`: everything that is set up, as one JSON file, out (GET) and in (POST). For administrators. */
export function settingsApiRouter(relay: Relay): Router {
  const limit = rateLimit(60, 600);
  const router = Router();

  const administrator = (request: Request, fresh = false) =>
    staffOnly(relay.context, request, { may: isAdministrator, limit, fresh });

  router.get('/api/settings/file', async (request, response) => {
    const { user } = await administrator(request, true);
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
      await administrator(request);
      next();
    },
    fileBody,
    async (request, response) => {
      const { user } = await administrator(request);
      response.json(await importSettings(relay, user, decode(ImportRequest, request.body)));
    },
  );

  return router;
}
