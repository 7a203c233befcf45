import { pipeline } from 'node:stream/promises';
import { accessOf, type Actor, maskPersonalNumbers, readsCase, visitorMessage } from '@lotsa/core';
import { type Conversation, decode, fail, Id, LIMITS } from '@lotsa/protocol';
import type { FileDoc } from '@lotsa/storage';
import { type Request, type Response, Router } from 'express';
import * as v from 'valibot';
import { noteRead } from '../audit/conversation-read.ts';
import { takeFiles } from '../forms/take-files.ts';
import type { Relay } from '../sockets/relay.ts';
import { tokenId } from '../tokens.ts';
import { visitorOf } from '../visitors.ts';
import { bearerOf } from './bearer.ts';
import type { CaseAccess } from './case-access.ts';
import { rateLimit } from './rate-limit.ts';
import { sentFile } from './security.ts';
import { staffSession } from './session.ts';
import { readUpload, type UploadedFile } from './uploads.ts';

/** Files of one visitor or user in ten minutes. */
const PER_SENDER = 60;
const DAY_MS = 24 * 60 * 60_000;

/** What its sender says of a picture; whoever says nothing sends nothing, or an empty field. */
const Alt = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(LIMITS.fileAlt, 'too_long')));

/** A file in a chat: one at a time, of any type that is taken. */
const FIELD = {
  name: 'file',
  accept: [
    'image/jpeg' as const,
    'image/png' as const,
    'image/webp' as const,
    'image/gif' as const,
    'application/pdf' as const,
  ],
  maxFiles: 1,
  maxBytes: LIMITS.fileBytes,
};

/**
 * `POST /api/conversations/{id}/files` puts a file into a conversation as a message: the field `id` is the message's, so
 * that a retry is the same message (rule D2). `GET /api/files/{id}` gives the file to whoever may see what it belongs to.
 */
export function filesApiRouter(relay: Relay, access: CaseAccess): Router {
  const { context, conversations } = relay;
  const limit = rateLimit(PER_SENDER, 600);
  const router = Router();

  /** Who asks, in a conversation: a member of the staff, or the visitor by its cookie or token. */
  async function actorIn(request: Request, conversation: Conversation): Promise<Actor> {
    const { cookie } = request.headers;
    const visitor = await visitorOf(context, conversation.siteId, cookie, bearerOf(request));
    if (visitor?.visitorId === conversation.visitorId) {
      return { type: 'visitor', visitorId: visitor.visitorId };
    }
    const user = await staffSession(cookie, context);
    if (user) return { type: 'staff', user };
    throw fail('not_found', {});
  }

  /** A conversation that whoever asks may see; of any other it is not told that it exists. */
  async function readable(
    request: Request,
    id: string,
  ): Promise<{ conversation: Conversation; actor: Actor }> {
    const conversation = await conversations.load(id);
    if (!conversation) throw fail('not_found', {});
    const actor = await actorIn(request, conversation);
    if (!accessOf(actor, conversation).read) throw fail('not_found', {});
    return { conversation, actor };
  }

  router.post('/api/conversations/:id/files', async (request, response) => {
    const { conversation, actor } = await readable(request, request.params.id);
    await limit.take(actor.type === 'staff' ? actor.user.id : conversation.visitorId);
    // Before ten megabytes are taken in for nothing; it is decided again when they are here.
    if (!accessOf(actor, conversation).write) throw fail('forbidden', {});
    await readUpload(context.config, request, async ({ values, files }) => {
      const id = decode(Id, values.get('id')?.[0]);
      const alt = decode(Alt, values.get('alt')?.[0]);
      response.status(201).json(await send(conversation, actor, id, files, alt));
    });
  });

  async function send(
    conversation: Conversation,
    actor: Actor,
    id: string,
    uploads: readonly UploadedFile[],
    alt: string | undefined,
  ) {
    const earlier = await context.storage.messageById(conversation.id, id);
    if (!earlier && uploads.length === 0) {
      throw fail('invalid_form', { fields: [{ field: FIELD.name, rule: 'required' }] });
    }
    const claim = tokenId(`conversation\n${conversation.id}\n${id}`);
    const taken =
      earlier?.kind === 'file'
        ? { files: [earlier.file], errors: [] }
        : await takeFiles(relay.files, FIELD, uploads.slice(0, 1), [], claim);
    const [file] = taken.files;
    if (!file) throw fail('invalid_form', { fields: taken.errors });
    const described = alt ? { ...file, alt: maskPersonalNumbers(alt).text } : file;
    const command = { type: 'sendFile' as const, file: described };
    const appended = await conversations.execute(conversation.id, command, { actor, id });
    const { before, message } = appended;
    if (message.kind === 'file') {
      await relay.files.attach([message.file], { type: 'conversation', id: conversation.id });
    }
    if (actor.type === 'staff') return { message };
    return { message: visitorMessage(message, before?.publicSeq ?? 0) };
  }

  router.get('/api/files/:id', async (request, response) => {
    const doc = await context.storage.get('files', request.params.id);
    if (!doc?.of) throw fail('not_found', {});
    if (doc.of.type === 'conversation') {
      const { conversation, actor } = await readable(request, doc.of.id);
      if (actor.type === 'staff') await noteRead(relay, actor.user, conversation);
    } else await readableCase(request, doc.of.id);
    await sendBytes(response, doc);
  });

  async function readableCase(request: Request, caseId: string): Promise<void> {
    const it = await relay.cases.get(caseId);
    if (!it) throw fail('not_found', {});
    const user = await staffSession(request.headers.cookie, context);
    if (user && readsCase(user, it)) {
      const day = Math.floor(context.now() / DAY_MS);
      await relay.audit(user, 'caseRead', caseId, { once: `file of ${caseId} ${user.id} ${day}` });
      return;
    }
    await access.open(it.number, request.query['key'] ?? bearerOf(request), request.ip ?? '');
  }

  async function sendBytes(response: Response, { id, type, name, size }: FileDoc): Promise<void> {
    sentFile(response);
    response.setHeader('Content-Type', type);
    response.setHeader('Content-Length', size);
    response.setHeader(
      'Content-Disposition',
      disposition(type === 'application/pdf' ? 'attachment' : 'inline', name),
    );
    await pipeline(relay.files.bytes(id), response);
  }

  return router;
}

/** RFC 6266: a name in ASCII for whoever knows no other, and the whole one encoded by RFC 8187. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
