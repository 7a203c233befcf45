import { decode, fail, Helped, Language, SearchQuery, type Site } from '@lotsa/protocol';
import { type Request, Router } from 'express';
import * as v from 'valibot';
import type { Relay } from '../sockets/relay.ts';
import { jsonBody } from './body.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';

/** What is searched from one address in a minute: a library's readers, each with a search while it types. */
const SEARCHES = 1_200;
/** What one address may say helped, in ten minutes. */
const JUDGEMENTS = 300;
/** How many at most are shown. */
const HITS = 3;
/** How long an answer may be kept: a guide that is mended is soon seen. */
const CACHE = 'public, max-age=60';

/** The limits that the API and the pages share. */
export interface KnowledgeLimits {
  search: RateLimit;
  judge: RateLimit;
}
export const knowledgeLimits = (): KnowledgeLimits => ({
  search: rateLimit(SEARCHES, 60),
  judge: rateLimit(JUDGEMENTS, 600),
});

/** `/api/sites/{site}/search`, `/guides/{id}`, `/answers/{id}`, `/helped` and `/not-helped`. Open to everybody. */
export function knowledgeApiRouter(relay: Relay, limits: KnowledgeLimits): Router {
  const { knowledge, helpCounts } = relay;
  const router = Router();

  const siteOf = async (id: string | undefined): Promise<Site> => {
    const site = (await relay.directory()).sites.get(id ?? '');
    if (!site) throw fail('not_found', {});
    return site;
  };

  router.get('/api/sites/:site/search', async (request, response) => {
    await limits.search.take(request.ip ?? '');
    const site = await siteOf(request.params.site);
    const { q, lang, asked } = decode(SearchQuery, request.query);
    const hits = await knowledge.search(q, lang, HITS);
    if (asked === '1' && hits.length === 0) await helpCounts.missed(site, q, lang);
    response.setHeader('Cache-Control', asked === '1' ? 'no-store' : CACHE).json({ hits });
  });

  router.get('/api/sites/:site/guides/:id', async (request, response) => {
    await siteOf(request.params.site);
    const guide = await knowledge.publicGuide(request.params.id, languageOf(request));
    if (!guide) throw fail('not_found', {});
    response.setHeader('Cache-Control', CACHE).json(guide);
  });

  router.get('/api/sites/:site/answers/:id', async (request, response) => {
    await siteOf(request.params.site);
    const answer = await knowledge.publicAnswer(request.params.id, languageOf(request));
    if (!answer) throw fail('not_found', {});
    response.setHeader('Cache-Control', CACHE).json(answer);
  });

  for (const [path, helped] of [
    ['helped', true],
    ['not-helped', false],
  ] as const) {
    router.post(`/api/sites/:site/${path}`, jsonBody, async (request, response) => {
      await limits.judge.take(request.ip ?? '');
      const site = await siteOf(request.params['site']);
      const what = decode(Helped, request.body);
      if (!(await knowledge.has(what))) throw fail('not_found', {});
      await helpCounts.count(site, what, helped);
      response.status(204).end();
    });
  }

  return router;
}

/** The language of `?lang=`; Swedish where it is none. */
function languageOf({ query }: Request): string {
  return v.is(Language, query['lang']) ? query['lang'] : 'sv';
}
