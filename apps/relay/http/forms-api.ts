import { decode, fail, type Form, Language, Submission } from '@lotsa/protocol';
import { type Request, type Response, Router } from 'express';
import { type SentForm, submitForm } from '../forms/submit-form.ts';
import { identityInForms } from '../identity/eid.ts';
import type { Relay } from '../sockets/relay.ts';
import { jsonBody } from './body.ts';
import { formOf } from './form-pages.ts';
import type { RateLimit } from './rate-limit.ts';
import { readUpload, type Upload } from './uploads.ts';

/**
 * `/api/sites/{site}/forms`: the forms of a site; `/{form}`: one of them, and with POST what was filled in, as JSON or,
 * with files, as `multipart/form-data` with the fields `id`, `language` and the form's own.
 */
export function formsApiRouter(relay: Relay, limit: RateLimit): Router {
  const router = Router();

  router.get('/api/sites/:site/forms', async (request, response) => {
    const { sites, forms } = await relay.directory();
    if (!sites.has(request.params.site)) throw fail('not_found', {});
    const own = [...forms.values()].filter(({ siteId }) => siteId === request.params.site);
    response.json({ forms: own });
  });

  router.get('/api/sites/:site/forms/:form', async (request, response) => {
    const { form } = await formOf(relay, request.params.site, request.params.form);
    const { departments } = await relay.directory();
    response.json({ form, departments: [...departments.values()].map(({ id, name }) => ({ id, name })) });
  });

  router.post('/api/sites/:site/forms/:form', jsonBody, async (request, response) => {
    await limit.take(request.ip ?? '');
    if (request.is('multipart/form-data')) {
      const { form } = await formOf(relay, request.params.site, request.params.form);
      const { config } = relay.context;
      return readUpload(config, request, (upload) => submit(request, response, sentWith(upload, form)));
    }
    const { id, language, answers } = decode(Submission, request.body);
    await submit(request, response, { id, language, answers, uploads: [], kept: {} });
  });

  async function submit(
    request: Request<{ site: string; form: string }>,
    response: Response,
    sent: Omit<SentForm, 'identity'>,
  ): Promise<void> {
    const { site, form } = await formOf(relay, request.params.site, request.params.form);
    const identity = await identityInForms(relay.context, site.id, request.headers.cookie);
    const result = await submitForm(relay, site, form, { ...sent, identity });
    if (!result.ok) throw fail('invalid_form', { fields: result.errors });
    response.status(201).setHeader('Cache-Control', 'no-store').json(result.submitted);
  }

  return router;
}

function sentWith({ values, files }: Upload, form: Form): Omit<SentForm, 'identity'> {
  const one = (name: string): string | undefined => values.get(name)?.[0];
  const { id } = decode(Submission, { id: one('id'), language: 'sv', answers: {} });
  return {
    id,
    language: decode(Language, one('language')),
    answers: Object.fromEntries(form.fields.map(({ name }) => [name, one(name)])),
    uploads: files,
    kept: {},
  };
}
