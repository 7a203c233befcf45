import { once } from 'node:events';
import { isSubjectOfficer } from '@lotsa/core';
import { decode, Id } from '@lotsa/protocol';
import { type Response, Router } from 'express';
import { Zip, ZipDeflate } from 'fflate';
import { extractOf, type ExtractFile } from '../subjects/extract.ts';
import { findDocs } from '../subjects/find.ts';
import { isSecretDoc } from '../subjects/records.ts';
import { subjectRegister } from '../subjects/register.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
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
    await zipTo(response, extractOf(relay, asked, docs));
  });

  return router;
}

/** Writes files as a ZIP as they come, so that one of them at a time is in memory. */
async function zipTo(response: Response, files: AsyncIterable<ExtractFile>): Promise<void> {
  const zip = new Zip((error, chunk, final) => {
    // What has been sent cannot be taken back: a cut file is seen to be cut.
    if (error) return void response.destroy(error);
    response.write(chunk);
    if (final) response.end();
  });
  for await (const { name, bytes } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(bytes, true);
    if (response.destroyed) return;
    if (response.writableNeedDrain) await Promise.race([once(response, 'drain'), once(response, 'close')]);
  }
  zip.end();
}
