import { fail, LIMITS, type Site } from '@lotsa/protocol';
import express, { type Request, type Response, Router } from 'express';
import { publicGuide, searchHit } from '../knowledge/public-texts.ts';
import { GuidePage, type GuidePageProps } from '../pages/guide-page.tsx';
import { GuidesPage, guidesPath, hitPath } from '../pages/guides-page.tsx';
import { renderPage } from '../pages/render.ts';
import { languageFor, languagesOf } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import type { KnowledgeLimits } from './knowledge-api.ts';
import { plainPage } from './security.ts';

/** How long an answer may be kept: a guide that is mended is soon seen. */
const CACHE = 'public, max-age=60';
const HITS = 10;

/** A guide's address has `guide`, an answer's has `answer`. */
type ItemParams = { site: string; guide?: string; answer?: string };

/**
 * `/guides/{site}`, `/guides/{site}/{guide}` and `/guides/{site}/answers/{answer}`: pages without script, for readers and for
 * search engines, with `/guides/sitemap.xml` for the latter.
 */
export function guidePageRouter(relay: Relay, limits: KnowledgeLimits): Router {
  const { knowledge, helpCounts, context } = relay;
  const origin = context.config.publicUrl;
  const router = Router();

  const siteOf = async (id: string | undefined): Promise<Site> => {
    const site = (await relay.directory()).sites.get(id ?? '');
    if (!site) throw fail('not_found', {});
    return site;
  };

  router.get('/guides', async (_request, response) => {
    const [site] = (await relay.directory()).sites.values();
    if (!site) throw fail('not_found', {});
    response.redirect(guidesPath(site));
  });

  router.get('/guides/sitemap.xml', async (_request, response) => {
    const { sites } = await relay.directory();
    const [guides, questions] = await Promise.all([knowledge.guides(), knowledge.questions()]);
    const pages = [...sites.values()].flatMap((site) => {
      const offered = languagesOf(site);
      const inEach = (path: string, written: readonly string[], publishedAt: number | null = null) =>
        offered
          .filter((tag) => written.includes(tag))
          .map((tag) => ({ address: `${origin}${path}?lang=${tag}`, publishedAt }));
      return [
        ...inEach(guidesPath(site), offered),
        ...guides.flatMap(({ id, steps, publishedAt }) =>
          inEach(guidesPath(site, id), Object.keys(steps), publishedAt),
        ),
        ...questions.flatMap(({ id, answer }) =>
          inEach(hitPath(site, { kind: 'answer', id }), Object.keys(answer)),
        ),
      ];
    });
    response
      .setHeader('Cache-Control', CACHE)
      .type('application/xml')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n` +
          pages
            .map(({ address, publishedAt }) => {
              const changed =
                publishedAt === null ? '' : `<lastmod>${new Date(publishedAt).toISOString()}</lastmod>`;
              return `<url><loc>${address.replaceAll('&', '&amp;')}</loc>${changed}</url>\n`;
            })
            .join('') +
          '</urlset>\n',
      );
  });

  router.get('/robots.txt', (_request, response) => {
    const closed = ['/api/', '/console/', '/case/', '/chat/'].map((path) => `Disallow: ${path}\n`).join('');
    response.type('text/plain').send(`User-agent: *\n${closed}Sitemap: ${origin}/guides/sitemap.xml\n`);
  });

  router.get('/guides/:site', async (request, response) => {
    const site = await siteOf(request.params.site);
    const language = languageFor(request, site);
    const asked = typeof request.query['q'] === 'string' ? request.query['q'].trim() : '';
    const tooLong = asked.length > LIMITS.searchQuery;
    let hits: Awaited<ReturnType<typeof knowledge.search>> = [];
    if (asked !== '' && !tooLong) {
      await limits.search.take(request.ip ?? '');
      hits = await knowledge.search(asked, language.tag, HITS);
      if (hits.length === 0) await helpCounts.missed(site, asked, language.tag);
    }
    const guides = (await knowledge.guides()).map((guide) =>
      searchHit({ kind: 'guide', guide }, language.tag),
    );
    const query = asked === '' ? null : asked;
    const page = GuidesPage({ site, language, origin, guides, query, hits, tooLong });
    send(response.status(tooLong ? 400 : 200), page, query === null);
  });

  async function shownOf(
    request: Request<ItemParams>,
    site: Site,
  ): Promise<Pick<GuidePageProps, 'shown' | 'language'>> {
    const language = languageFor(request, site);
    const { guide: guideId, answer: answerId } = request.params;
    if (guideId !== undefined) {
      const guide = await knowledge.guide(guideId);
      if (!guide) throw fail('not_found', {});
      return { language, shown: { kind: 'guide', guide: publicGuide(guide, language.tag) } };
    }
    const answer = await knowledge.publicAnswer(answerId ?? '', language.tag);
    if (!answer) throw fail('not_found', {});
    return { language, shown: { kind: 'answer', answer } };
  }

  const paths = ['/guides/:site/:guide', '/guides/:site/answers/:answer'];

  router.get(paths, async (request: Request<ItemParams>, response) => {
    const site = await siteOf(request.params.site);
    const { thanks } = request.query;
    const thanked = thanks === 'yes' || thanks === 'no' ? thanks : null;
    const page = GuidePage({ site, origin, thanked, ...(await shownOf(request, site)) });
    send(response, page, thanked === null);
  });

  router.post(
    paths,
    express.urlencoded({ extended: false, limit: '1kb' }),
    async (request: Request<ItemParams>, response) => {
      await limits.judge.take(request.ip ?? '');
      const site = await siteOf(request.params.site);
      const { shown, language } = await shownOf(request, site);
      const helped = (request.body as { helped?: unknown } | undefined)?.helped;
      if (helped !== 'yes' && helped !== 'no')
        throw fail('invalid_payload', { field: 'helped', rule: 'picklist' });
      const id = shown.kind === 'guide' ? shown.guide.id : shown.answer.id;
      await helpCounts.count(site, { kind: shown.kind, id }, helped === 'yes');
      response.redirect(
        303,
        `${hitPath(site, { kind: shown.kind, id })}?lang=${language.tag}&thanks=${helped}#helped`,
      );
    },
  );

  return router;
}

function send(response: Response, page: Parameters<typeof renderPage>[0], kept: boolean): void {
  plainPage(response);
  if (kept) response.setHeader('Cache-Control', CACHE);
  // Without `?lang=` the language is the browser's.
  response.vary('Accept-Language').type('html').send(renderPage(page));
}
