import { bannersOf, knownAs } from '@lotsa/core';
import {
  decode,
  fail,
  type Form,
  type KnownAs,
  type Site,
  type Topic,
  Visit,
  type VisitAnswer,
  type VisitorSnapshot,
} from '@lotsa/protocol';
import { Router } from 'express';
import { identityOf } from '../identity/identities.ts';
import { offerOf } from '../offers.ts';
import { visitorSnapshot } from '../snapshot.ts';
import type { Relay } from '../sockets/relay.ts';
import { openVisit } from '../visitors.ts';
import { networkOf, saysNothing } from '../abuse/address.ts';
import { jsonBody } from './body.ts';
import { rateLimit } from './rate-limit.ts';

/** Opened panels from one address in ten minutes: each pupil of a school of a thousand opens it three times (rule B1). */
const VISITS = 3_000;

/** `POST /api/sites/:site/visit`: a panel was opened; who the visitor is, and what the panel starts from (rule P1). */
export function visitRouter(relay: Relay): Router {
  const { context, presence } = relay;
  const router = Router();
  const limit = rateLimit(VISITS, 600);

  router.post('/api/sites/:site/visit', jsonBody, async (request, response) => {
    const body = decode(Visit, request.body);
    const address = request.ip ?? '';
    if (!saysNothing(address)) await limit.take(networkOf(address));
    const { sites, departments, topics, forms, banners } = await relay.directory();
    const site = sites.get(request.params.site);
    if (!site || site.retired) throw fail('not_found', {});
    const visit = await openVisit(relay, site.id, request.headers.cookie, body.token);
    const answer: VisitAnswer = {
      site: publicSite(site, topics.values(), forms.values(), context.config.visitorSso?.name ?? null),
      departments: Object.fromEntries([...departments.values()].map(({ id, name }) => [id, name])),
      banners: bannersOf(banners.values(), site.id, context.now()),
      identity: await knownIn(relay, visit.sessionId),
      offer: offerOf(site, await presence.availableAgents(), context.now()),
      current: await currentConversation(relay, visit.visitorId),
      ...(body.withoutCookie ? { token: visit.token } : {}),
    };
    response.append('Set-Cookie', visit.cookie).json(answer);
  });

  return router;
}

/** What everybody may know of a site. */
function publicSite(
  site: Site,
  topics: Iterable<Topic>,
  forms: Iterable<Form>,
  eid: string | null,
): VisitAnswer['site'] {
  const { id, name, centreName, languages, phone, email, privacyNotice, privacyUrl, closedText, survey } =
    site;
  const { askTopic } = site;
  return {
    id,
    name,
    centreName,
    languages,
    phone,
    email,
    privacyNotice,
    // A site without a page of its own has the one that is made of the settings.
    privacyUrl: privacyUrl ?? `/privacy/${id}`,
    closedText,
    survey,
    askTopic,
    eid,
    topics:
      askTopic === 'off'
        ? []
        : Array.from(topics, ({ id: topicId, name: topicName, eid: needed }) => ({
            id: topicId,
            name: topicName,
            ...(needed && { eid: true as const }),
          })),
    // A question is what the panel itself asks for.
    forms: Array.from(forms)
      .filter((form) => form.siteId === site.id && form.kind !== 'question')
      .map((form) => ({ id: form.id, name: form.title })),
  };
}

/** The conversation a visitor is in, or its last one as long as it has not been rated. */
async function currentConversation(relay: Relay, visitorId: string): Promise<VisitorSnapshot | null> {
  const { storage } = relay.context;
  const latest = await storage.find('conversations', {
    index: 'byVisitor',
    equals: { visitorId },
    order: 'desc',
    limit: 1,
  });
  const id = latest.docs[0]?.id;
  const conversation = id === undefined ? undefined : await relay.conversations.load(id);
  if (!conversation) return null;
  // It is rated when it is over for its visitor, whose agent may not have closed it yet.
  if (await storage.get('ratings', conversation.id)) return null;
  return visitorSnapshot(storage, conversation, 0, await relay.waiting.place(conversation));
}

/** As whom the visitor is known in its browser (rule I3). */
async function knownIn({ context: { storage, now } }: Relay, sessionId: string): Promise<KnownAs | null> {
  const identity = identityOf(await storage.get('sessions', sessionId), now());
  return identity ? knownAs(identity) : null;
}
