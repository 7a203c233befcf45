import { decode, SetPassword } from '@lotsa/protocol';
import { Router } from 'express';
import { setPassword } from '../settings/invites.ts';
import type { Relay } from '../sockets/relay.ts';
import { jsonBody } from './body.ts';
import { rateLimit } from './rate-limit.ts';
import { meOf } from './me.ts';

/** `POST /api/password`: a user sets its password by its one-time link, and can sign in with it. */
export function passwordRouter(relay: Relay): Router {
  const limit = rateLimit(20, 600);
  const router = Router();
  router.post('/api/password', jsonBody, async (request, response) => {
    await limit.take(request.ip ?? '');
    const { token, password } = decode(SetPassword, request.body);
    response.json(meOf(await setPassword(relay, token, password)));
  });
  return router;
}
