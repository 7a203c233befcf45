import { decode, PaperName } from '@lotsa/protocol';
import { Router } from 'express';
import * as v from 'valibot';
import { everyDocument } from '../directory.ts';
import { PaperPage } from '../pages/paper-page.tsx';
import { renderPage } from '../pages/render.ts';
import { languageFor } from '../pages/words/index.ts';
import { paperFacts } from '../papers/facts.ts';
import { markdownOf } from '../papers/markdown.ts';
import { makePaper } from '../papers/papers.ts';
import { sitePrivacy } from '../papers/privacy.ts';
import type { Relay } from '../sockets/relay.ts';
import { PrivacyPage } from '../pages/privacy-page.tsx';
import { rateLimit } from './rate-limit.ts';
import { plainPage } from './security.ts';
import { isAdministrator, staffOnly } from './staff-only.ts';

const Query = v.object({
  language: v.optional(v.picklist(['sv', 'en']), 'sv'),
  format: v.optional(v.picklist(['html', 'markdown']), 'html'),
});

/**
 * `GET /api/papers/{paper}`: a paper made of the running settings, for administrators; and `GET /privacy/{site}`, the privacy notice of a
 * site for everybody, without script.
 */
export function papersRouter(relay: Relay): Router {
  const { context } = relay;
  const limit = rateLimit(120, 600);
  const router = Router();

  router.get('/api/papers/:paper', async (request, response) => {
    const { user } = await staffOnly(context, request, { may: isAdministrator, limit });
    const name = decode(PaperName, request.params.paper);
    const { language, format } = decode(Query, request.query);
    await relay.audit(user, 'papersMade', name);
    const facts = await paperFacts(context.config, context.storage, context.now());
    const paper = makePaper(name, facts, language);
    if (format === 'html') {
      plainPage(response);
      response.type('html').send(renderPage(PaperPage({ paper })));
      return;
    }
    response
      .attachment(`${name}-${language}.md`)
      .setHeader('Cache-Control', 'no-store')
      .type('text/markdown; charset=utf-8')
      .send(markdownOf(paper));
  });

  router.get('/privacy/:site', async (request, response, next) => {
    const site = (await relay.directory()).sites.get(request.params.site);
    if (!site) return next();
    const language = languageFor(request, site);
    const rules = await everyDocument(context.storage, 'retentionRules');
    const facts = { rules, encrypted: context.config.encryptionKeys.length > 0 };
    const sections = sitePrivacy(facts, site, language.tag, language.say);
    plainPage(response);
    response.type('html').send(renderPage(PrivacyPage({ site, language, sections })));
  });

  return router;
}
