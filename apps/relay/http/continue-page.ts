import { fail } from '@lotsa/protocol';
import express, { type Request, type Response, Router } from 'express';
import { isDeviceLink, useDeviceLink } from '../mail/device-links.ts';
import { mailTongue } from '../mail/words/index.ts';
import { ContinuePage } from '../pages/continue-page.tsx';
import { renderPage } from '../pages/render.ts';
import { languageFor } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { newVisit } from '../visitors.ts';
import { rateLimit } from './rate-limit.ts';
import { plainPage } from './security.ts';

/** The page that a link in a mail opens. */
export const continueUrl = (siteId: string, key: string, language: string): string =>
  `/continue/${siteId}?key=${key}&lang=${language}`;

/** Links that one address opens in a quarter of an hour; a key cannot be guessed, but asking costs a reading. */
const PER_ADDRESS = 300;
const KEY = /^[\w-]{20,100}$/;

/**
 * `/continue/{site}?key={secret}`: goes on with a conversation on this device. Opening the page uses nothing up, for
 * programs that check mail open every link; its button does. It works without script.
 */
export function continuePageRouter(relay: Relay): Router {
  const { context } = relay;
  const limit = rateLimit(PER_ADDRESS, 15 * 60);
  const form = express.urlencoded({ extended: false, limit: '2kb' });
  const router = Router();

  router.get('/continue/:site', async (request, response) => {
    await limit.take(request.ip ?? '');
    const key = keyIn(request.query['key']);
    const good = key !== null && (await isDeviceLink(context, request.params.site, key));
    await show(request, response, good ? key : null);
  });

  router.post('/continue/:site', form, async (request, response) => {
    await limit.take(request.ip ?? '');
    const { site } = request.params;
    const key = keyIn((request.body as { key?: unknown } | undefined)?.key);
    const visitorId = key === null ? undefined : await useDeviceLink(context, site, key);
    if (visitorId === undefined) return show(request, response, null);
    const { cookie } = await newVisit(relay, site, visitorId);
    const { tag } = languageFor(request, (await relay.directory()).sites.get(site));
    response.append('Set-Cookie', cookie).redirect(303, `/chat/${site}?lang=${tag}`);
  });

  async function show(
    request: Request<{ site: string }>,
    response: Response,
    key: string | null,
  ): Promise<void> {
    const site = (await relay.directory()).sites.get(request.params.site);
    if (!site) throw fail('not_found', {});
    const language = languageFor(request, site);
    plainPage(response);
    const { words } = mailTongue(language.tag, site);
    response.status(key === null ? 410 : 200).type('html');
    response.send(renderPage(ContinuePage({ site, language, words, key })));
  }

  return router;
}

const keyIn = (given: unknown): string | null =>
  typeof given === 'string' && KEY.test(given) ? given : null;
