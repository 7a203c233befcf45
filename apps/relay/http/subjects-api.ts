import { isSubjectOfficer } from '@lotsa/core';
import { decode, Id } from '@lotsa/protocol';
import { Router } from 'express';
import { extractOf } from '../subjects/extract.ts';
import { findDocs } from '../subjects/find.ts';
import { isSecretDoc } from '../subjects/records.ts';
import { subjectRegister } from '../subjects/register.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
import { zipTo } from '../zip.ts';
import { staffOnly } from './staff-only.ts';

/** `GET /api/subject-requests/{id}/extract`: a person's data as a ZIP, for whoever answers its request (rule S3). On record (rule P7). */
export function subjectsApiRouter(relay: Relay): Router {
  const limit = rateLimit(30, 600);
  const router = Router();

  router.get('/api/subject-requests/:id/extract', async (request, response) => {
    const { user } = await staffOnly(relay.context, request, {
      may: ({ role }) => isSubjectOfficer(role),
      limit,
      fresh: true,
    });
    const id = decode(Id, request.params.id);
    const register = subjectRegister(relay.context);
    const asked = await register.get(id);
    await relay.audit(user, 'subjectExported', id);
    const docs = await findDocs(relay, asked.terms, null);
    const hidden = docs.records.filter(isSecretDoc).length;
    await register.change(
      id,
      null,
      { type: 'exported', records: docs.records.length - hidden, protected: hidden },
      { id: user.id, name: user.name },
    );
    response
      .attachment(`registerutdrag-${new Date(relay.context.now()).toISOString().slice(0, 10)}.zip`)
      .setHeader('Cache-Control', 'no-store')
      .type('application/zip');
    try {
      const zip = zipTo(response);
      const at = relay.context.now();
      for await (const { name, bytes } of extractOf(relay, asked, docs))
        await zip.add(name, [bytes], { packed: true, at });
      await zip.end();
      response.end();
    } catch (error) {
      relay.context.log.warn({ err: error }, 'an extract was not finished');
      // What has begun as a file cannot end as an error; it is cut, so that nobody takes it for whole.
      response.destroy();
    }
  });

  return router;
}
