import { randomBytes } from 'node:crypto';
import { type Form, fail, Id, type Identity, LotsaError, type Site } from '@lotsa/protocol';
import { type Request, type Response, Router } from 'express';
import * as v from 'valibot';
import { submitForm } from '../forms/submit-form.ts';
import { identityInForms } from '../identity/eid.ts';
import { FormPage, type FormPageProps } from '../pages/form-page.tsx';
import { renderPage } from '../pages/render.ts';
import { identifyWords } from '../pages/words/identify.ts';
import { type Language, languageFor } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { plainPage } from './security.ts';
import { STATUSES } from './statuses.ts';
import { readUpload, type Upload } from './uploads.ts';

/** Forms from one address in ten minutes: far above what a library or a school needs. */
export const formLimit = (): RateLimit => rateLimit(200, 600);

/**
 * `/form/{site}/{form}`, a form that works without script and without sockets, and `/contact/{site}`, the way to the
 * contact form of a site. What is sent becomes a case, and the visitor is led to it.
 */
export function formPageRouter(relay: Relay, limit: RateLimit): Router {
  const { config } = relay.context;
  const router = Router();

  router.get('/contact/:site', async (request, response) => {
    const site = await siteOf(relay, request.params.site);
    const form = [...(await relay.directory()).forms.values()].find(
      ({ siteId, kind }) => siteId === site.id && kind === 'question',
    );
    if (!form) throw fail('not_found', {});
    const { lang } = request.query;
    const query = typeof lang === 'string' ? `?lang=${encodeURIComponent(lang)}` : '';
    response.redirect(`/form/${site.id}/${form.id}${query}`);
  });

  router.get('/form/:site/:form', async (request, response) => {
    const asked = await askedFor(relay, request);
    await sendForm(relay, response, asked, { id: newId() });
  });

  router.post('/form/:site/:form', async (request, response) => {
    const asked = await askedFor(relay, request);
    await readUpload(config, request, (upload) => receive(request, response, asked, upload));
  });

  async function receive(
    request: FormRequest,
    response: Response,
    asked: Asked,
    upload: Upload,
  ): Promise<void> {
    const given = v.safeParse(Id, upload.values.get('id')?.[0]);
    const id = given.success ? given.output : newId();
    const values = Object.fromEntries([...upload.values].map(([name, [first]]) => [name, first]));
    const kept = Object.fromEntries(
      asked.form.fields.map(({ name }) => [name, upload.values.get(`kept-${name}`) ?? []]),
    );
    try {
      await limit.take(request.ip ?? '');
      const { site, form, language } = asked;
      const { identity } = asked;
      const sent = { id, identity, language: language.tag, answers: values, uploads: upload.files, kept };
      const result = await submitForm(relay, site, form, sent);
      if (result.ok) {
        response.redirect(303, `${result.submitted.url}&done=received&lang=${language.tag}`);
      } else {
        const { errors, files } = result;
        await sendForm(relay, response.status(STATUSES.invalid_form), asked, { id, values, errors, files });
      }
    } catch (error) {
      const whole = wholeError(error, asked.language);
      if (whole === null) throw error;
      const status = STATUSES[(error as LotsaError).answer.code];
      await sendForm(relay, response.status(status), asked, { id, values, whole });
    }
  }

  return router;
}

/** Unguessable, because the secret of the case follows from it. */
const newId = (): string => randomBytes(32).toString('base64url');

/** What can be said of an error while everything typed stays on the page; null for any other. */
export function wholeError(error: unknown, { words, tag }: Language): string | null {
  if (!(error instanceof LotsaError)) return null;
  const { code } = error.answer;
  if (code === 'identification_needed') return identifyWords(tag).needed;
  if (code === 'rate_limited') return words.rateLimited;
  return code === 'storage_unavailable' || code === 'overloaded' ? words.unavailable : null;
}

/** A request to the address of a form. */
type FormRequest = Request<{ site: string; form: string }>;

interface Asked {
  site: Site;
  form: Form;
  language: Language;
  /** Who fills it in, by an e-identification in this browser. */
  identity: Identity | null;
}

async function siteOf(relay: Relay, id: string | undefined): Promise<Site> {
  const site = (await relay.directory()).sites.get(id ?? '');
  if (!site) throw fail('not_found', {});
  return site;
}

/** The form of an address, of its site. */
export async function formOf(
  relay: Relay,
  siteId: string | undefined,
  formId: string | undefined,
): Promise<{ site: Site; form: Form }> {
  const site = await siteOf(relay, siteId);
  const form = (await relay.directory()).forms.get(formId ?? '');
  if (form?.siteId !== site.id) throw fail('not_found', {});
  return { site, form };
}

async function askedFor(relay: Relay, request: FormRequest): Promise<Asked> {
  const { site, form } = await formOf(relay, request.params.site, request.params.form);
  const identity = await identityInForms(relay.context, site.id, request.headers.cookie);
  return { site, form, language: languageFor(request, site), identity };
}

async function sendForm(
  relay: Relay,
  response: Response,
  { site, form, language, identity }: Asked,
  state: { id: string } & Partial<FormPageProps>,
): Promise<void> {
  const { forms, departments } = await relay.directory();
  plainPage(response);
  const page = FormPage({
    site,
    form,
    language,
    identity,
    provider: relay.context.config.visitorSso?.name ?? null,
    values: {},
    files: {},
    errors: [],
    whole: null,
    departments: [...departments.values()].map(({ id, name }) => ({ value: id, label: language.say(name) })),
    otherForms: [...forms.values()].filter(({ id, siteId }) => siteId === site.id && id !== form.id),
    ...state,
  });
  response.type('html').send(renderPage(page));
}
