import { type Conversation, decode, fail, type MailRequest as Request_, MailRequest } from '@lotsa/protocol';
import { type Request, Router } from 'express';
import { newDeviceLink } from '../mail/device-links.ts';
import { transcriptOf } from '../mail/transcript.ts';
import { deviceLinkLetter, transcriptLetter } from '../mail/visitor-letters.ts';
import { mailTongue } from '../mail/words/index.ts';
import type { Relay } from '../sockets/relay.ts';
import { tokenId } from '../tokens.ts';
import { visitorOf } from '../visitors.ts';
import { bearerOf } from './bearer.ts';
import { jsonBody } from './body.ts';
import { rateLimit } from './rate-limit.ts';
import { continueUrl } from './continue-page.ts';

const HOUR_S = 3_600;
/** Mails that one visitor asks for. */
const PER_VISITOR = 6;
/** Mails to one recipient, whoever asks: nobody's mailbox is filled from here. */
const PER_RECIPIENT = 6;
/** Mails from one address: far above what a library or a school needs. */
const PER_ADDRESS = 200;

/**
 * `POST /api/conversations/{id}/mails`: a visitor gets its conversation by mail, or a link that opens it on another
 * device. The address is used for that mail and kept nowhere else.
 */
export function conversationMailsRouter(relay: Relay): Router {
  const { context, mail } = relay;
  const perVisitor = rateLimit(PER_VISITOR, HOUR_S);
  const perRecipient = rateLimit(PER_RECIPIENT, HOUR_S);
  const perAddress = rateLimit(PER_ADDRESS, HOUR_S);
  const router = Router();

  /** The visitor's own conversation; of any other it is not told that it exists. */
  async function own(request: Request<{ id: string }>): Promise<Conversation> {
    const conversation = await relay.conversations.load(request.params.id);
    const { cookie } = request.headers;
    const visitor =
      conversation && (await visitorOf(context, conversation.siteId, cookie, bearerOf(request)));
    if (!visitor || visitor.visitorId !== conversation.visitorId) throw fail('not_found', {});
    return conversation;
  }

  router.post('/api/conversations/:id/mails', jsonBody, async (request, response) => {
    const conversation = await own(request);
    const wanted = decode(MailRequest, request.body);
    // Mail is read on its way by whoever carries it: what is secret does not go by it (rule P6).
    if (wanted.kind === 'transcript' && conversation.secret) throw fail('forbidden', {});
    await perVisitor.take(conversation.visitorId);
    await perRecipient.take(tokenId(wanted.email.toLowerCase()));
    await perAddress.take(request.ip ?? '');
    if (await mail.isFull()) throw fail('overloaded', { retryAfterMs: HOUR_S * 1_000 });
    await queue(conversation, wanted);
    response.status(204).end();
  });

  async function queue(conversation: Conversation, wanted: Request_): Promise<void> {
    const { sites, departments } = await relay.directory();
    const site = sites.get(conversation.siteId);
    if (!site) throw fail('not_found', {});
    const tongue = mailTongue(wanted.language, site);
    const id = `${wanted.kind}:${conversation.id}:${wanted.id}`;
    if (await context.storage.get('mails', id)) return;
    const about = { id, kind: wanted.kind, site, to: wanted.email, language: tongue.tag };
    if (wanted.kind === 'transcript') {
      const { messages, cut } = await transcriptOf(context.storage, conversation);
      const letter = transcriptLetter(site, messages, cut, departments, tongue);
      await mail.queue({ ...about, letter });
    } else {
      const { key, until } = await newDeviceLink(context, conversation);
      const url = context.config.publicUrl + continueUrl(site.id, key, tongue.tag);
      await mail.queue({ ...about, letter: deviceLinkLetter(site, url, until, tongue), giveUpAt: until });
    }
  }

  return router;
}
