import { fail, Id, LotsaError } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { type Request, type Response, Router } from 'express';
import * as v from 'valibot';
import { caseUrl } from '../cases/case-url.ts';
import { caseForVisitor } from '../cases/merged-case.ts';
import { addSupplement } from '../cases/supplement.ts';
import { CasePage, type CasePageProps, UnknownCasePage } from '../pages/case-page.tsx';
import { errorText } from '../pages/errors.tsx';
import { renderPage } from '../pages/render.ts';
import { languageFor } from '../pages/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import type { CaseAccess } from './case-access.ts';
import { wholeError } from './form-pages.ts';
import { plainPage } from './security.ts';
import { STATUSES } from './statuses.ts';
import { readUpload, type Upload } from './uploads.ts';

const DONE = ['received', 'supplemented', 'withdrawn'] as const;

/**
 * `/case/{number}?key={secret}`: a case, followed without script. The secret is in the query, as a link must carry it and
 * a fragment does not reach the server; our log has no queries, and no other site gets the address (`plainPage`).
 */
export function casePageRouter(relay: Relay, access: CaseAccess): Router {
  const { config } = relay.context;
  const router = Router();

  router.get('/case/:number', (request, response) =>
    withCase(request, response, request.query['key'], async (doc, key) => {
      const done = DONE.find((it) => it === request.query['done']) ?? null;
      await sendCase(request, response, doc, key, { done });
    }),
  );

  router.post('/case/:number/supplements', (request, response) =>
    readUpload(config, request, (upload) =>
      withCase(request, response, first(upload, 'key'), async (doc, key) => {
        const text = first(upload, 'text');
        try {
          const result = await addSupplement(relay, doc, { id: idOf(upload), text, uploads: upload.files });
          if (result.ok) return redirect(request, response, doc, key, 'supplemented');
          const supplement = errorText(result.error, languageFor(request, undefined).words);
          await sendCase(request, response.status(STATUSES.invalid_form), doc, key, {
            failed: { supplement, text },
          });
        } catch (error) {
          await sendFailure(request, response, doc, key, error, text);
        }
      }),
    ),
  );

  router.post('/case/:number/withdrawal', (request, response) =>
    readUpload(config, request, (upload) =>
      withCase(request, response, first(upload, 'key'), async (doc, key) => {
        if (first(upload, 'confirm') !== 'true') {
          const withdraw = languageFor(request, undefined).words.withdrawUnticked;
          return sendCase(request, response.status(STATUSES.invalid_form), doc, key, {
            failed: { withdraw },
          });
        }
        try {
          const by = { actor: { type: 'visitor', visitorId: '' } as const, id: `withdrawn-${idOf(upload)}` };
          await relay.cases.execute(doc.number, { type: 'withdraw' }, by);
          redirect(request, response, doc, key, 'withdrawn');
        } catch (error) {
          await sendFailure(request, response, doc, key, error, '');
        }
      }),
    ),
  );

  /** Does something with the case of an address, or says in the same words that there is none. */
  async function withCase(
    request: Request,
    response: Response,
    key: unknown,
    use: (doc: CaseDoc, key: string) => Promise<void> | void,
  ): Promise<void> {
    let doc: CaseDoc;
    try {
      doc = await access.open(String(request.params['number']), key, request.ip ?? '');
    } catch (error) {
      if (!(error instanceof LotsaError)) throw error;
      const { code } = error.answer;
      if (code !== 'not_found' && code !== 'rate_limited') throw error;
      plainPage(response);
      const page = UnknownCasePage({
        language: languageFor(request, undefined),
        tooOften: code === 'rate_limited',
      });
      response.status(STATUSES[code]).type('html').send(renderPage(page));
      return;
    }
    await use(doc, String(key));
  }

  function redirect(
    request: Request,
    response: Response,
    doc: CaseDoc,
    key: string,
    done: (typeof DONE)[number],
  ): void {
    const { tag } = languageFor(request, undefined);
    response.redirect(303, `${caseUrl(doc.number, key)}&done=${done}&lang=${tag}`);
  }

  /** Says what went wrong with what was typed still there, or that the case has ended meanwhile. */
  async function sendFailure(
    request: Request,
    response: Response,
    doc: CaseDoc,
    key: string,
    error: unknown,
    text: string,
  ): Promise<void> {
    const language = languageFor(request, undefined);
    const closed = error instanceof LotsaError && error.answer.code === 'case_closed';
    const whole = closed ? language.words.endedText : wholeError(error, language);
    if (whole === null) throw error;
    const now = (closed && (await relay.cases.get(doc.id))) || doc;
    response.status(STATUSES[(error as LotsaError).answer.code]);
    await sendCase(request, response, now, key, { failed: { whole, text } });
  }

  async function sendCase(
    request: Request,
    response: Response,
    doc: CaseDoc,
    key: string,
    state: Partial<Pick<CasePageProps, 'done' | 'failed'>>,
  ): Promise<void> {
    const { sites, departments } = await relay.directory();
    const site = sites.get(doc.siteId);
    if (!site) throw fail('not_found', {});
    plainPage(response);
    const page = CasePage({
      site,
      it: await caseForVisitor(relay, doc),
      secret: key,
      address: config.publicUrl + caseUrl(doc.number, key),
      language: languageFor(request, site),
      now: relay.context.now(),
      departmentName: (id) => departments.get(id)?.name,
      done: null,
      failed: {},
      ...state,
    });
    response.type('html').send(renderPage(page));
  }

  return router;
}

const first = ({ values }: Upload, name: string): string => values.get(name)?.[0] ?? '';

function idOf(upload: Upload): string {
  const id = v.safeParse(Id, first(upload, 'id'));
  if (!id.success) throw fail('invalid_payload', { field: 'id', rule: 'id' });
  return id.output;
}
