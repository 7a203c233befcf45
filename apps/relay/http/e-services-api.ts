import { eServiceIn, eServicesOf } from '@lotsa/core';
import { decode, EServicesQuery, fail, type PublicEServices } from '@lotsa/protocol';
import { Router } from 'express';
import type { Relay } from '../sockets/relay.ts';
import type { KnowledgeLimits } from './knowledge-api.ts';

/** As many as a panel shows. */
const SHOWN = 4;
const CACHE = 'public, max-age=60';

/** `/api/sites/{site}/e-services`: what can be done on the web about a topic. Open to everybody. */
export function eServicesRouter(relay: Relay, limits: KnowledgeLimits): Router {
  const router = Router();
  router.get('/api/sites/:site/e-services', async (request, response) => {
    await limits.search.take(request.ip ?? '');
    const { sites, eServices } = await relay.directory();
    if (!sites.has(request.params.site)) throw fail('not_found', {});
    const { topic, lang } = decode(EServicesQuery, request.query);
    const services = eServicesOf(eServices.values(), topic)
      .slice(0, SHOWN)
      .map((service) => eServiceIn(service, lang));
    response.setHeader('Cache-Control', CACHE).json({ services } satisfies PublicEServices);
  });
  return router;
}
