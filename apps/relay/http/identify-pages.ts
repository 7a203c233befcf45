import { fail, type Site } from '@lotsa/protocol';
import { type Request, type Response, Router } from 'express';
import { codeFor, forgetInForms, identityFrom, keepForForms } from '../identity/eid.ts';
import { cookieName } from '../cookies.ts';
import { IdentifyPage, type IdentifyPageProps } from '../pages/identify-page.tsx';
import { renderPage } from '../pages/render.ts';
import { type Language, languageFor } from '../pages/words/index.ts';
import { beginPending, pendingOf, takePending } from '../sign-in/sessions.ts';
import { createSso } from '../sign-in/sso.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
import { plainPage } from './security.ts';

/** Identifications from one address in ten minutes: a library has many. */
const PER_ADDRESS = 300;

/**
 * `/identify/{site}`: to the visitors' e-identification and back, without script. It ends in a form, or in a code that the visitor
 * writes in the chat: the panel's cookie is not this window's (CHIPS), and nobody can send somebody here to be identified for
 * another's chat.
 */
export function identifyPageRouter(relay: Relay): Router {
  const { context } = relay;
  const { config, log } = context;
  const { visitorSso } = config;
  const sso = visitorSso && createSso(visitorSso);
  const callback = `${config.publicUrl}/identify/callback`;
  const limit = rateLimit(PER_ADDRESS, 600);
  const cookie = { httpOnly: true, sameSite: 'lax', secure: config.cookies.secure, path: '/' } as const;
  const router = Router();

  router.get('/identify/callback', async (request, response) => {
    if (!sso || !visitorSso) throw fail('not_found', {});
    await limit.take(request.ip ?? '');
    const pending = await pendingOf(context, request.headers.cookie, ['eid']);
    if (!pending?.sso || !(await takePending(context, response, pending))) throw fail('not_found', {});
    const site = (await relay.directory()).sites.get(pending.siteId);
    if (!site) throw fail('not_found', {});
    const { subjectId: formId, language: lang = 'sv' } = pending;
    const language = languageFor({ query: { lang }, acceptsLanguages: (() => 'sv') as never }, site);
    const current = new URL(callback);
    current.search = new URL(request.originalUrl, config.publicUrl).search;
    try {
      const claims = await sso.finish(current, pending.sso, false);
      const identity = await identityFrom(context, visitorSso, claims);
      if (formId) {
        const token = await keepForForms(context, site.id, identity);
        response.cookie(cookieName(config, 'identified'), token, cookie);
        return response.redirect(303, formPath(site, formId, language));
      }
      show(response, site, language, { code: await codeFor(context, site.id, identity) });
    } catch (error) {
      log.warn({ err: error }, 'an e-identification does not hold');
      show(response.status(403), site, language, { failed: true, formId });
    }
  });

  router.get('/identify/:site', async (request, response) => {
    const { site, language, formId } = await asked(request);
    show(response, site, language, { formId });
  });

  router.get('/identify/:site/begin', async (request, response) => {
    if (!sso) throw fail('not_found', {});
    await limit.take(request.ip ?? '');
    const { site, language, formId } = await asked(request);
    try {
      const { url, ...tied } = await sso.begin(callback, false);
      await beginPending(context, response, formId, 'eid', {
        siteId: site.id,
        language: language.tag,
        sso: { ...tied, stepUp: '' },
      });
      response.redirect(url);
    } catch (error) {
      log.warn({ err: error }, "the visitors' OpenID provider does not answer");
      show(response.status(503), site, language, { failed: true, formId });
    }
  });

  router.get('/identify/:site/end', async (request, response) => {
    const { site, language, formId } = await asked(request);
    await forgetInForms(context, request.headers.cookie);
    response.clearCookie(cookieName(config, 'identified'), cookie);
    response.redirect(303, formId ? formPath(site, formId, language) : `/identify/${site.id}`);
  });

  async function asked(request: Request<{ site: string }>) {
    if (!sso) throw fail('not_found', {});
    const { sites, forms } = await relay.directory();
    const site = sites.get(request.params.site);
    if (!site || site.retired) throw fail('not_found', {});
    const { form } = request.query;
    const known = typeof form === 'string' ? forms.get(form) : undefined;
    return { site, language: languageFor(request, site), formId: known?.siteId === site.id ? known.id : '' };
  }

  function show(
    response: Response,
    site: Site,
    language: Language,
    state: Pick<IdentifyPageProps, 'code' | 'failed' | 'formId'>,
  ): void {
    plainPage(response);
    const page = IdentifyPage({ site, language, provider: visitorSso?.name ?? '', ...state });
    response.type('html').send(renderPage(page));
  }

  return router;
}

const formPath = (site: Site, formId: string, { tag }: Language): string =>
  `/form/${site.id}/${formId}?lang=${tag}`;
