import {
  decode,
  fail,
  HandOver,
  type HandedOver,
  type Identity,
  IdentityCode,
  IdentitySecretSeen,
} from '@lotsa/protocol';
import { knownAs } from '@lotsa/core';
import { type Request, type Response, Router } from 'express';
import { takeCode } from '../identity/eid.ts';
import { endIdentity, identify, useToken } from '../identity/identities.ts';
import { readToken } from '../identity/read-token.ts';
import { keysOf, makeSecret, removeSecret, secretState, seenSecret } from '../identity/secrets.ts';
import type { Relay } from '../sockets/relay.ts';
import type { VisitorIdentity } from '../sockets/server.ts';
import { visitorOf } from '../visitors.ts';
import { bearerOf } from './bearer.ts';
import { jsonBody } from './body.ts';
import { rateLimit } from './rate-limit.ts';
import { isAdministrator, staffOnly } from './staff-only.ts';

/** Tokens of one visitor in ten minutes: a page of its own each time, and somebody who tries. */
const PER_VISITOR = 60;

/**
 * `/api/sites/{site}/identity`: the page around the panel vouches for the visitor by a signed token, and the visitor ends that.
 * `/api/identity-secrets/{site}`: what the tokens are signed with, for administrators.
 */
export function identityApiRouter(relay: Relay): Router {
  const { context } = relay;
  const limit = rateLimit(PER_VISITOR, 600);
  const staffLimit = rateLimit(120, 300);
  const router = Router();

  async function asking(request: Request<{ site: string }>) {
    const { site: siteId } = request.params;
    const visitor = await visitorOf(context, siteId, request.headers.cookie, bearerOf(request));
    if (!visitor) throw fail('unauthenticated', {});
    await limit.take(visitor.visitorId);
    return visitor;
  }

  router.post('/api/sites/:site/identity', jsonBody, async (request, response) => {
    const visitor = await asking(request);
    const { token } = decode(HandOver, request.body);
    const { siteId } = visitor;
    const read = await readToken(token, siteId, await keysOf(context, siteId), context.now());
    await useToken(relay, visitor, read);
    await answer(request, response, visitor, read.identity);
  });

  router.post('/api/sites/:site/identity/code', jsonBody, async (request, response) => {
    const visitor = await asking(request);
    const { code } = decode(IdentityCode, request.body);
    const identity = await takeCode(context, visitor.siteId, code);
    if (!identity) throw fail('identity_refused', { reason: 'code' });
    await answer(request, response, visitor, identity);
  });

  async function answer(
    request: Request,
    response: Response,
    visitor: VisitorIdentity,
    identity: Identity,
  ): Promise<void> {
    const visit = await identify(relay, visitor, identity);
    if (visit) response.append('Set-Cookie', visit.cookie);
    response.setHeader('Cache-Control', 'no-store').json({
      identity: knownAs(identity),
      another: visit !== null,
      ...(visit && bearerOf(request) !== undefined ? { token: visit.token } : {}),
    } satisfies HandedOver);
  }

  router.delete('/api/sites/:site/identity', async (request, response) => {
    await endIdentity(relay, await asking(request));
    response.status(204).end();
  });

  async function administrator(request: Request<{ site: string }>, fresh: boolean) {
    const { user } = await staffOnly(context, request, { may: isAdministrator, limit: staffLimit, fresh });
    const site = (await relay.directory()).sites.get(request.params.site);
    if (!site) throw fail('not_found', {});
    return { user, siteId: site.id };
  }

  router.get('/api/identity-secrets/:site', async (request, response) => {
    const { siteId } = await administrator(request, false);
    response.setHeader('Cache-Control', 'no-store').json(await secretState(context, siteId));
  });

  router.post('/api/identity-secrets/:site', jsonBody, async (request, response) => {
    const { user, siteId } = await administrator(request, true);
    const seen = await seenSecret(context, siteId, decode(IdentitySecretSeen, request.body).madeAt);
    await relay.audit(user, 'identitySecretMade', `sites:${siteId}`);
    response
      .setHeader('Cache-Control', 'no-store')
      .status(201)
      .json(await makeSecret(context, seen));
  });

  router.post('/api/identity-secrets/:site/remove', jsonBody, async (request, response) => {
    const { user, siteId } = await administrator(request, true);
    const seen = await seenSecret(context, siteId, decode(IdentitySecretSeen, request.body).madeAt);
    await relay.audit(user, 'identitySecretRemoved', `sites:${siteId}`);
    await removeSecret(context, seen);
    response.status(204).end();
  });

  return router;
}
