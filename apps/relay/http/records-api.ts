import { randomUUID, createHash } from 'node:crypto';
import { MASK, maskPersonalNumbers, misplaced, recordId, redactedRecord } from '@lotsa/core';
import { decode, fail, PackageRequest, RecordRef, type Release, type StaffRef } from '@lotsa/protocol';
import express, { type Request, type Response, Router } from 'express';
import * as v from 'valibot';
import { writePackage } from '../records/package.ts';
import { renderRecord } from '../records/pdf/render-record.ts';
import { documentOf, type KeptRecord } from '../records/read-record.ts';
import { recordFor } from '../records/record-desk.ts';
import { requireFresh, type SignedIn } from '../sign-in/sessions.ts';
import type { Relay } from '../sockets/relay.ts';
import { rateLimit } from './rate-limit.ts';
import { Releasing } from './releasing.ts';
import { staffOnly } from './staff-only.ts';

/** Two thousand places with the names of their parts. */
const body = express.json({ limit: '256kb' });

/**
 * Records as they leave the house, for whoever has them as a whole (`core/records/record-access.ts`) and has proved lately who it is:
 * `POST /api/records/{type}/{id}/package` is the package for the diary, `POST /api/records/{type}/{id}/releases` the PDF that is given out,
 * `GET /api/releases/{id}` the same once more.
 */
export function recordsApiRouter(relay: Relay): Router {
  const { context, registry } = relay;
  const { storage, now } = context;
  const limit = rateLimit(120, 600);
  const router = Router();

  const signedIn = (request: Request): Promise<SignedIn> => staffOnly(context, request, { limit });
  const refOf = ({ type, id }: { type: string; id: string }): RecordRef => {
    const of = v.safeParse(RecordRef, { type, id });
    if (!of.success) throw fail('not_found', {});
    return of.output;
  };
  const attachment = (response: Response, name: string, type: string): void =>
    void response.attachment(name).setHeader('Cache-Control', 'no-store').type(type);

  router.post('/api/records/:type/:id/package', body, async (request, response) => {
    const who = await signedIn(request);
    const of = refOf(request.params);
    const { reason } = decode(PackageRequest, request.body);
    const at = now();
    await requireFresh(context, who);
    const kept = await recordFor(relay, who.user, of, 'recordExported', reason);
    attachment(response, `${of.id}.zip`, 'application/zip');
    const by: StaffRef = { id: who.user.id, name: who.user.name };
    try {
      const { checksum, document } = await writePackage(relay, kept, { at, by: by.name, out: response });
      if ((await registry.get(of)) && who.user.role === 'registrar')
        await registry.change(of, { type: 'exported', checksum, seq: document.seq }, by);
      response.end();
    } catch (error) {
      context.log.warn({ err: error }, 'a package was not finished');
      // What has begun as a file cannot end as an error; it is cut, so that nobody takes it for whole.
      response.destroy();
    }
  });

  async function pdfOf(
    kept: KeptRecord,
    release: Omit<Release, 'checksum'>,
    preview: boolean,
  ): Promise<Buffer> {
    const whole = await documentOf(relay, kept, release.seq);
    const document = redactedRecord(whole, release.redactions, release.internal);
    const { sites } = await relay.directory();
    const siteId = kept.type === 'case' ? kept.case.siteId : kept.conversation.siteId;
    return renderRecord(document, {
      at: release.at,
      publisher: sites.get(siteId)?.name.sv ?? 'Lotsa',
      release: {
        ground: release.ground,
        by: release.by.name,
        internal: release.internal,
        masked: JSON.stringify(document).includes(MASK),
        preview,
      },
    });
  }

  router.post('/api/records/:type/:id/releases', body, async (request, response) => {
    const who = await signedIn(request);
    const { user } = who;
    const of = refOf(request.params);
    const { preview, why, ...asked } = decode(Releasing, request.body);
    if (asked.redactions.length > 0 && asked.ground === null)
      throw fail('invalid_payload', { field: 'ground', rule: 'required' });
    await requireFresh(context, who);
    const kept = await recordFor(
      relay,
      user,
      of,
      preview ? 'recordRead' : 'recordReleased',
      preview ? why : (why ?? asked.reason),
      async (read) => {
        const wrong = misplaced(await documentOf(relay, read, asked.seq), asked.redactions);
        if (wrong >= 0) throw fail('invalid_payload', { field: `redactions.${wrong}`, rule: 'place' });
      },
    );
    const release = {
      ...asked,
      reason: maskPersonalNumbers(asked.reason).text,
      id: randomUUID(),
      of,
      recordId: recordId(of),
      at: now(),
      by: { id: user.id, name: user.name },
    };
    const pdf = await pdfOf(kept, release, preview);
    const checksum = checksumOf(pdf);
    if (!preview) await storage.insert('releases', [{ ...release, checksum }]);
    attachment(response, `${of.id}.pdf`, 'application/pdf');
    response.send(pdf);
  });

  router.get('/api/releases/:id', async (request, response) => {
    const who = await signedIn(request);
    const release = await storage.get('releases', request.params.id);
    if (!release) throw fail('not_found', {});
    await requireFresh(context, who);
    let pdf: Buffer | undefined;
    await recordFor(relay, who.user, release.of, 'recordReleased', release.reason, async (kept) => {
      pdf = await pdfOf(kept, release, false);
      // Places in a text that has changed since (a topic has another name) would black out something else.
      if (checksumOf(pdf) !== release.checksum) throw fail('wrong_status', { status: 'changed' });
    });
    attachment(response, `${release.of.id}.pdf`, 'application/pdf');
    response.send(pdf);
  });

  return router;
}

const checksumOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
