import {
  type Actor,
  bannersOf,
  eventOfRating,
  maskPersonalNumbers,
  visitorConversation,
  visitorMessage,
} from '@lotsa/core';
import {
  type Conversation,
  fail,
  type VisitorAnswers,
  type VisitorMessage,
  visitorRequests,
} from '@lotsa/protocol';
import { caseUrl } from '../cases/case-url.ts';
import { caseIdOf } from '../cases/open-case.ts';
import { endLeftQuestion, openLeftQuestion } from '../cases/left-question.ts';
import { identityOf } from '../identity/identities.ts';
import { newToken } from '../tokens.ts';
import type { Appended } from '../conversations.ts';
import { isSecret } from '../directory.ts';
import { offerOf } from '../offers.ts';
import { NO_MARKS, visitorSnapshot } from '../snapshot.ts';
import { dispatch, type Handlers } from './dispatch.ts';
import { followerRooms } from './audience.ts';
import { markRoom } from './marks.ts';
import type { Relay } from './relay.ts';
import { rooms, type VisitorNamespace, type VisitorSocket } from './server.ts';
import { visitorHandshake } from './handshake.ts';

type VisitorHandlers = Handlers<typeof visitorRequests, VisitorAnswers>;

/** Serves the panels: the namespace `/visitor`. */
export function serveVisitors(relay: Relay): void {
  const namespace: VisitorNamespace = relay.visitors;
  namespace.use(visitorHandshake(relay.context));
  namespace.on('connection', (socket) => {
    const { visitorId, siteId, sessionId } = socket.data;
    void socket.join([rooms.visitor(visitorId), rooms.site(siteId), rooms.session(sessionId)]);
    tellOffer(relay, socket);
    dispatch(
      socket,
      visitorRequests,
      () => ({ handlers: visitorHandlers(relay, socket), gate: relay.gate(`visitor:${visitorId}`) }),
      relay.context.log,
    );
  });
}

/** What is offered, and what everybody is told, may have changed while the panel was away. */
function tellOffer({ context, directory, presence }: Relay, socket: VisitorSocket): void {
  Promise.all([directory(), presence.availableAgents()]).then(
    ([{ sites, banners }, agents]) => {
      const site = sites.get(socket.data.siteId);
      if (!site) return;
      socket.emit('offer:changed', offerOf(site, agents, context.now()));
      socket.emit('banners:changed', { banners: bannersOf(banners.values(), site.id, context.now()) });
    },
    (error: unknown) => context.log.warn({ err: error }, 'offer not told; it is told when it changes'),
  );
}

function visitorHandlers(relay: Relay, socket: VisitorSocket): VisitorHandlers {
  const { context, conversations, waiting, reopening } = relay;
  const { storage } = context;
  const { visitorId, siteId, sessionId, address } = socket.data;
  const actor: Actor = { type: 'visitor', visitorId };

  /** The visitor's own conversation; of any other it is not told that it exists. Whose it is never changes. */
  async function own(conversationId: string, read = conversations.known): Promise<Conversation> {
    const conversation = await read(conversationId);
    if (conversation?.visitorId !== visitorId || conversation.siteId !== siteId) throw fail('not_found', {});
    return conversation;
  }

  /** The message that this request caused, as the visitor sees it. */
  function seen({ before, message }: Appended): { message: VisitorMessage } {
    const view = visitorMessage(message, before?.publicSeq ?? 0);
    if (!view) throw new Error('a visitor causes public messages only');
    return { message: view };
  }

  return {
    async 'conversation:start'(request) {
      const { sites, topics, departments } = await relay.directory();
      const site = sites.get(siteId);
      if (!site || site.retired) throw fail('not_found', {});
      const topic = request.topicId === null ? undefined : topics.get(request.topicId);
      const identity = identityOf(await storage.get('sessions', sessionId), context.now());
      // Those who are in go first; a retry of a start that was accepted is in.
      if (!(await conversations.load(request.conversationId))) {
        if (site.askTopic === 'required' && !topic)
          throw fail('invalid_payload', { field: 'topicId', rule: 'required' });
        if (topic?.eid && identity?.by !== 'eid') throw fail('identification_needed', {});
        relay.admission.newcomer();
        await relay.bans.check(visitorId);
        await relay.newcomers.admit({ siteId, requestId: request.id, address, proof: request.proof });
      }
      const offer = offerOf(site, await relay.presence.availableAgents(), context.now());
      // A retry of a start that was accepted is answered as it was, whatever is open now.
      if (
        !request.contact &&
        !offer.chat &&
        !(await storage.messageById(request.conversationId, request.id))
      ) {
        throw fail('chat_closed', { opensAt: offer.opensAt });
      }
      const earlier = await reopening.earlier(visitorId, request.conversationId);
      const [last] = earlier;
      const goesOnWith = reopening.find(earlier, topic?.id ?? null, context.now());
      // A host page that names what does not exist must not keep a citizen out.
      const departmentId =
        request.departmentId !== null && departments.has(request.departmentId)
          ? request.departmentId
          : (topic?.departmentId ?? null);
      const opening = {
        siteId,
        visitorId,
        language: request.language,
        page: withoutQuery(request.page),
        topicId: topic?.id ?? null,
        departmentId,
        contact: request.contact,
        ...(request.facts ? { facts: request.facts } : {}),
        ...(identity ? { identity } : {}),
        ...(last?.ownerType === 'agent' ? { previousAgentId: last.ownerId } : {}),
        ...(isSecret(departments.get(departmentId ?? '')) ? { secret: true as const } : {}),
        ...(goesOnWith ? { reopens: goesOnWith.id } : {}),
      };
      const appended = await conversations.execute(
        request.conversationId,
        { type: 'start', opening, text: request.text },
        { actor, id: request.id, socketId: socket.id },
      );
      await reopening.mark(appended.conversation);
      // Nobody is there to answer: it becomes a case at once, and the visitor is told by when (rule O2).
      if (!offer.chat) await openLeftQuestion(relay, appended.conversation);
      return {
        conversation: visitorConversation(appended.conversation),
        messages: [seen(appended).message],
        more: appended.conversation.publicSeq > appended.message.seq,
        marks: NO_MARKS,
        queue: await waiting.place(appended.conversation),
      };
    },

    async 'message:send'({ conversationId, id, text }) {
      await own(conversationId);
      return seen(
        await conversations.execute(
          conversationId,
          { type: 'sendText', text },
          { actor, id, socketId: socket.id },
        ),
      );
    },

    async 'conversation:resume'({ conversationId, after }) {
      const conversation = await own(conversationId, conversations.load);
      return visitorSnapshot(storage, conversation, after, await waiting.place(conversation));
    },

    async 'messages:mark'({ conversationId, delivered, read }) {
      const known = await own(conversationId);
      const further = Math.max(delivered, read) > known.publicSeq;
      const conversation = further ? await own(conversationId, conversations.load) : known;
      const { publicSeq } = conversation;
      await markRoom(relay, conversation, {
        visitorDelivered: Math.min(Math.max(delivered, read), publicSeq),
        visitorRead: Math.min(read, publicSeq),
      });
      return null;
    },

    async 'typing:set'({ conversationId, typing }) {
      const conversation = await own(conversationId);
      relay.staff
        .to(followerRooms(conversation))
        .emit('typing:changed', { conversationId, name: null, typing });
      return null;
    },

    async 'contact:leave'({ conversationId, id, contact }) {
      await own(conversationId);
      return seen(
        await conversations.execute(
          conversationId,
          { type: 'leaveContact', contact },
          { actor, id, socketId: socket.id },
        ),
      );
    },

    async 'conversation:end'({ conversationId, id }) {
      await own(conversationId);
      const appended = await conversations.execute(
        conversationId,
        { type: 'endByVisitor' },
        { actor, id, socketId: socket.id },
      );
      await endLeftQuestion(relay, appended.conversation);
      return seen(appended);
    },

    async 'case:link'({ conversationId }) {
      const doc = await relay.cases.get(caseIdOf(await own(conversationId)));
      if (!doc) throw fail('not_found', {});
      const key = newToken();
      await relay.cases.addKey(doc.id, key);
      return { number: doc.number, url: caseUrl(doc.number, key) };
    },

    async 'conversation:rate'({ conversationId, scores, comment }) {
      const conversation = await own(conversationId, conversations.load);
      if (conversation.open && !conversation.visitorEnded) {
        throw fail('wrong_status', { status: conversation.status });
      }
      const site = (await relay.directory()).sites.get(siteId);
      const unknown = Object.keys(scores).find((id) => !site?.survey.some((question) => question.id === id));
      if (unknown !== undefined)
        throw fail('invalid_payload', { field: `scores.${unknown}`, rule: 'unknown' });
      const rating = {
        id: conversationId,
        siteId,
        at: context.now(),
        scores,
        comment: comment && maskPersonalNumbers(comment).text,
        commented: comment ? 1 : 0,
        linked: 1,
      } as const;
      await storage.put('ratings', rating);
      relay.integrations.happened(eventOfRating(rating, conversation.secret));
      return null;
    },
  };
}

/** Queries and fragments may carry what is nobody's business. */
function withoutQuery(page: string | null): string | null {
  if (page === null) return null;
  const { origin, pathname } = new URL(page);
  return origin === 'null' ? null : origin + pathname;
}
