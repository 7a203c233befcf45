import { join } from 'node:path';
import compression from 'compression';
import express, { type Response, Router } from 'express';
import type { Context } from '../context.ts';
import { publicDir } from '../public-dir.ts';
import { embedTestRouter } from './embed-test.ts';
import { loaderRouter } from './loader-files.ts';
import { consolePage, demoPage, panelPage } from './security.ts';

/** Kept, but asked about each time: the answer is 304 until the next build. */
const REVALIDATE = 'no-cache';

/**
 * What browsers load: the loader, the panel, the console, Ekhamra's pages and their files. Compressed: nothing here depends
 * on who asks, so that the size of an answer tells nothing.
 * @param files the build's folder.
 */
export function pageRouter(context: Context, files: string = publicDir): Router {
  const { config, storage } = context;
  const router = Router();
  router.use(compression());

  router.get('/', (_request, response) => {
    response.redirect(config.demo === 'off' ? '/console/' : '/demo/');
  });

  router.use(loaderRouter(context, files), embedTestRouter(context));

  router.get('/pages.css', (_request, response) => {
    response.setHeader('Cache-Control', REVALIDATE);
    sendPage(response, 'pages.css');
  });

  router.get('/chat/:site', async (request, response, next) => {
    const site = await storage.get('sites', request.params.site);
    if (!site || site.retired) return next();
    // The panel is one page for all sites: where no script runs, its link can only say `?contact`.
    if ('contact' in request.query) return response.redirect(`/contact/${site.id}`);
    panelPage(response, site);
    response.setHeader('Cache-Control', REVALIDATE);
    sendPage(response, 'panel.html');
  });

  // Their names carry a hash of what is in them.
  for (const folder of ['assets', 'console/assets']) {
    router.use(
      `/${folder}`,
      express.static(join(files, folder), { immutable: true, maxAge: '1y', index: false, redirect: false }),
      (_request, _response, next) => next('router'),
    );
  }

  router.get(['/console', '/console/{*screen}'], (request, response) => {
    if (request.path === '/console') return response.redirect('/console/');
    consolePage(response);
    response.setHeader('Cache-Control', REVALIDATE);
    sendPage(response, 'console/index.html');
  });

  if (config.demo !== 'off') {
    const setHeaders = (response: Response): void => {
      demoPage(response);
      response.setHeader('Cache-Control', REVALIDATE);
    };
    router.use('/demo', express.static(join(files, 'demo'), { setHeaders, cacheControl: false }));
  }

  function sendPage(response: Response, file: string): void {
    response.sendFile(file, { root: files, cacheControl: false });
  }

  return router;
}
