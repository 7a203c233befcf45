import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import type { Context } from '../context.ts';

/** How long a page of a site may keep the loader before it asks for a newer one, in seconds. */
const LOADER_MAX_AGE_S = 10 * 60;
const YEAR_S = 365 * 24 * 60 * 60;

/** What a version of the loader is called: the beginning of its SHA-384, in hexadecimal. */
const versionOf = (code: Buffer): string => createHash('sha384').update(code).digest('hex').slice(0, 16);

/**
 * `/widget.js` and what it fetches when it is used; and `/widget-<version>.js`, one version for ever, for pages that pin it
 * (Subresource Integrity). Each version that was ever current is kept beside the files, so that a page that pins one goes
 * on after an upgrade. Any page may load them, also one that asks for Cross-Origin-Embedder-Policy or uses `crossorigin`.
 * @param files the build's folder.
 */
export function loaderRouter({ config, log }: Context, files: string): Router {
  const router = Router();
  const kept = join(config.filesDir, 'loaders');
  const pathOf = (version: string): string => join(kept, `${version}.js`);

  async function keepCurrent(): Promise<void> {
    const code = await readFile(join(files, 'widget.js'));
    const path = pathOf(versionOf(code));
    await mkdir(kept, { recursive: true, mode: 0o700 });
    await writeFile(`${path}.${process.pid}`, code);
    await rename(`${path}.${process.pid}`, path);
  }
  const keeping = keepCurrent().catch((error: unknown) =>
    log.warn(
      { err: error },
      'this version of the loader is not kept; pages that pin it need it from elsewhere',
    ),
  );

  router.use(['/widget.js', '/widget-:part.js'], (_request, response, next) => {
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    response.setHeader('Access-Control-Allow-Origin', '*');
    next();
  });

  router.get(['/widget.js', '/widget-more.js', '/widget-theme.js'], (request, response) => {
    response.setHeader('Cache-Control', `public, max-age=${LOADER_MAX_AGE_S}`);
    response.sendFile(request.path.slice(1), { root: files, cacheControl: false });
  });

  router.get('/widget-:version.js', async (request, response, next) => {
    const { version } = request.params;
    if (!/^[0-9a-f]{16}$/.test(version)) return next();
    await keeping;
    const code = await readFile(pathOf(version)).catch(() => null);
    if (!code || versionOf(code) !== version) return next();
    response.setHeader('Cache-Control', `public, max-age=${YEAR_S}, immutable`);
    response.type('text/javascript').send(code);
  });

  return router;
}
