import { decode, fail, Supplement, Withdrawal } from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { type Request, type Response, Router } from 'express';
import { caseForVisitor } from '../cases/merged-case.ts';
import { addSupplement } from '../cases/supplement.ts';
import type { Relay } from '../sockets/relay.ts';
import { bearerOf } from './bearer.ts';
import { jsonBody } from './body.ts';
import type { CaseAccess } from './case-access.ts';
import { readUpload } from './uploads.ts';

/** `/api/cases/{number}`: a case for whoever has its secret, which goes in the `Authorization` header. */
export function casesApiRouter(relay: Relay, access: CaseAccess): Router {
  const router = Router();
  const opened = (request: Request<{ number: string }>): Promise<CaseDoc> =>
    access.open(request.params.number, bearerOf(request), request.ip ?? '');

  router.get('/api/cases/:number', async (request, response) => {
    await send(response, await opened(request));
  });

  router.post('/api/cases/:number/supplements', jsonBody, async (request, response) => {
    const doc = await opened(request);
    if (request.is('multipart/form-data')) {
      await readUpload(relay.context.config, request, async ({ values, files }) => {
        const { id } = decode(Withdrawal, { id: values.get('id')?.[0] });
        await add(response, doc, { id, text: values.get('text')?.[0] ?? '', uploads: files });
      });
    } else await add(response, doc, { ...decode(Supplement, request.body), uploads: [] });
  });

  router.post('/api/cases/:number/withdrawal', jsonBody, async (request, response) => {
    const { number } = await opened(request);
    const { id } = decode(Withdrawal, request.body);
    const actor = { type: 'visitor', visitorId: '' } as const;
    await send(response, await relay.cases.execute(number, { type: 'withdraw' }, { actor, id }));
  });

  async function add(
    response: Response,
    doc: CaseDoc,
    sent: Parameters<typeof addSupplement>[2],
  ): Promise<void> {
    const result = await addSupplement(relay, doc, sent);
    if (!result.ok) throw fail('invalid_form', { fields: [result.error] });
    await send(response, result.doc);
  }

  async function send(response: Response, doc: CaseDoc): Promise<void> {
    response.setHeader('Cache-Control', 'no-store').json(await caseForVisitor(relay, doc));
  }

  return router;
}
