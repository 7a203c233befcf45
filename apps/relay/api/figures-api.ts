import { DEFINITIONS } from '@lotsa/core';
import {
  type ApiDirectory,
  type ApiSiteStatus,
  type ApiStatistics,
  ApiStatisticsQuery,
  decode,
  fail,
  FigureId,
  StatSelection,
} from '@lotsa/protocol';
import { Router } from 'express';
import { offerOf } from '../offers.ts';
import type { ApiDesk } from './desk.ts';

/** Waiting conversations that are counted. */
const MOST = 1_000;

/** `/api/v1/statistics`, `/directory` and `/sites/{site}/status`: figures, what the rest names, and whether a site answers now. */
export function figuresRouter(desk: ApiDesk): Router {
  const { relay } = desk;
  const { storage, now } = relay.context;
  const router = Router();

  router.get('/api/v1/statistics', async (request, response) => {
    const asker = await desk.asker(request, response, 'statistics:read');
    const asked = decode(ApiStatisticsQuery, request.query);
    const selection = decode(StatSelection, { ...asked, compare: 'none' });
    await desk.read(asker, `statistics ${asked.siteId} ${asked.from}–${asked.to}`);
    const { figures, series, by } = await relay.statistics.report(
      { ...asker.user, departmentIds: [] },
      selection,
    );
    response.json({
      ...asked,
      figures: FigureId.options.map((id) => {
        const { name, counts: definition } = DEFINITIONS[id];
        return { id, name, definition, value: figures[id].value, of: figures[id].of };
      }),
      series,
      by,
    } satisfies ApiStatistics);
  });

  router.get('/api/v1/directory', async (request, response) => {
    const asker = await desk.asker(request, response, 'directory:read');
    await desk.read(asker, 'directory');
    const { sites, departments, topics, caseTypes } = await relay.directory();
    response.json({
      sites: [...sites.values()].map(({ id, name, languages }) => ({ id, name, languages })),
      departments: [...departments.values()]
        .filter(({ retired }) => !retired)
        .map(({ id, name }) => ({ id, name })),
      topics: [...topics.values()]
        .filter(({ retired }) => !retired)
        .map(({ id, name, departmentId }) => ({ id, name, departmentId })),
      caseTypes: caseTypes.map(({ id, name, statuses }) => ({ id, name, statuses })),
    } satisfies ApiDirectory);
  });

  router.get('/api/v1/sites/:site/status', async (request, response) => {
    const asker = await desk.asker(request, response, 'directory:read');
    const site = (await relay.directory()).sites.get(request.params.site);
    if (!site) throw fail('not_found', {});
    await desk.read(asker, `status ${site.id}`);
    const query = { index: 'byQueue', equals: { siteId: site.id, status: 'queued' } } as const;
    const [waiting, { docs }, agents] = await Promise.all([
      storage.count('conversations', { ...query, limit: MOST }),
      storage.find('conversations', { ...query, limit: 1 }),
      relay.presence.availableAgents(),
    ]);
    const [first] = docs;
    response.json({
      siteId: site.id,
      ...offerOf(site, agents, now()),
      waiting,
      longestWaitMs: first ? Math.max(0, now() - first.waitingSince) : null,
    } satisfies ApiSiteStatus);
  });

  return router;
}
