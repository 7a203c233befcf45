import { type ApiGuides, ApiGuidePut, ApiGuidesQuery, decode, fail, type Guide, Slug } from '@lotsa/protocol';
import { Router } from 'express';
import type * as v from 'valibot';
import { jsonBody } from '../http/body.ts';
import { complete } from '../knowledge/knowledge.ts';
import type { ApiDesk } from './desk.ts';

/** `/api/v1/guides`: the published ones, and publishing from where a municipality writes its pages. */
export function guidesRouter(desk: ApiDesk): Router {
  const { relay } = desk;
  const { storage } = relay.context;
  const router = Router();

  router.get('/api/v1/guides', async (request, response) => {
    const asker = await desk.asker(request, response, 'guides:read');
    const { after, limit } = decode(ApiGuidesQuery, request.query);
    await desk.read(asker, 'guides');
    const { docs, next } = await storage.find('guides', { index: 'all', limit, after: after || null });
    const guides = docs.map(complete);
    response.json({ guides, next } satisfies v.InferOutput<typeof ApiGuides>);
  });

  router.get('/api/v1/guides/:id', async (request, response) => {
    const asker = await desk.asker(request, response, 'guides:read');
    const guide = await storage.get('guides', request.params.id);
    if (!guide) throw fail('not_found', {});
    await desk.read(asker, guide.id);
    response.json(complete(guide) satisfies Guide);
  });

  router.put('/api/v1/guides/:id', jsonBody, async (request, response) => {
    const asker = await desk.asker(request, response, 'guides:write');
    const { content, version } = decode(ApiGuidePut, request.body);
    const id = decode(Slug, request.params['id']);
    if (!(await relay.directory()).departments.has(content.departmentId))
      throw fail('invalid_payload', { field: 'content.departmentId', rule: 'unknown' });
    response.json(await relay.guides.publishFrom(asker.user, id, content, version));
  });

  router.delete('/api/v1/guides/:id', async (request, response) => {
    const asker = await desk.asker(request, response, 'guides:write');
    await relay.guides.act(asker.user, request.params.id, { type: 'withdraw', withdrawn: true }, null);
    response.status(204).end();
  });

  return router;
}
