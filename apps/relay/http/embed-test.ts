import { EmbedOptions } from '@lotsa/protocol';
import { embedStyle } from '@lotsa/core';
import { type Request, Router } from 'express';
import * as v from 'valibot';
import type { Context } from '../context.ts';
import { EmbedTestPage } from '../pages/embed-test-page.tsx';
import { renderPage } from '../pages/render.ts';
import { embeddingPage } from './security.ts';

/**
 * `/embed-test/:site`, a page that embeds the site as the options in its address say, under the policy that a webmaster is
 * told to use; the console shows it. `/embed-test.css` is its style sheet.
 */
export function embedTestRouter({ storage }: Context): Router {
  const router = Router();

  router.get('/embed-test.css', (request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.type('text/css').send(embedStyle(optionsOf(request)));
  });

  router.get('/embed-test/:site', async (request, response, next) => {
    const site = await storage.get('sites', request.params.site);
    if (!site) return next();
    const options = optionsOf(request);
    embeddingPage(response);
    response.setHeader('Cache-Control', 'no-store');
    response.type('html').send(renderPage(EmbedTestPage({ site, options })));
  });

  return router;
}

/** The options that are right; what is not is left out, as a page may have any attribute. */
function optionsOf({ query }: Request): EmbedOptions {
  const given = Object.entries(EmbedOptions.entries).flatMap(([name, schema]) => {
    const value = v.safeParse(schema, query[name]);
    return value.success && value.output !== undefined ? [[name, value.output] as const] : [];
  });
  return Object.fromEntries(given);
}
