import { accessOf, isCentre } from '@lotsa/core';
import { fail, type StaffAnswers, staffRequests } from '@lotsa/protocol';
import { consoleSnapshot } from '../console-snapshot.ts';
import { noteRead } from '../audit/conversation-read.ts';
import { listBox } from '../boxes.ts';
import { earlierOf } from '../cases/earlier.ts';
import { caseOfRegistered } from '../cases/registered-case.ts';
import { openConversationCase } from '../cases/open-case.ts';
import { isSecret } from '../directory.ts';
import { staffSnapshot } from '../snapshot.ts';
import { caseHandlers } from './staff-cases.ts';
import { dispatch, type Handlers } from './dispatch.ts';
import { staffHandshake } from './handshake.ts';
import { markRoom } from './marks.ts';
import type { Relay } from './relay.ts';
import { followerRooms } from './audience.ts';
import { rooms, type StaffSocket } from './server.ts';
import { guideHandlers } from './staff-guides.ts';
import { auditHandlers } from './staff-audit.ts';
import { ratingCommentHandlers } from './staff-rating-comments.ts';
import { statisticsHandlers } from './staff-statistics.ts';
import { feedbackHandlers } from './staff-feedback.ts';
import { retentionHandlers } from './staff-retention.ts';
import { handoverHandlers } from './staff-handovers.ts';
import { subjectHandlers } from './staff-subjects.ts';
import { apiKeyHandlers } from './staff-api-keys.ts';
import { registryHandlers } from './staff-registry.ts';
import { banHandlers } from './staff-bans.ts';
import { handoffHandlers } from './staff-handoffs.ts';
import { incomingMailHandlers } from './staff-incoming-mails.ts';
import { mailHandlers } from './staff-mails.ts';
import { staffDesk } from './staff-desk.ts';
import { settingsHandlers } from './staff-settings.ts';
import { webhookHandlers } from './staff-webhooks.ts';
import { supervisionHandlers } from './staff-supervision.ts';
import { queueHandlers } from './staff-queue.ts';

/** Serves the consoles: the namespace `/staff`. */
export function serveStaff(relay: Relay): void {
  relay.staff.use(staffHandshake(relay.context));
  relay.staff.on('connection', (socket) => {
    const { user, sessionId, expiresAt } = socket.data;
    void socket.join([
      rooms.user(user.id),
      rooms.session(sessionId),
      ...(isCentre(user.role) ? [rooms.centre] : []),
      ...(user.role === 'manager' ? [rooms.managers] : []),
      ...(user.role === 'specialist'
        ? [...user.departmentIds.map(rooms.department), ...user.skills.map(rooms.skill)]
        : []),
    ]);
    const ending = setTimeout(() => endSession(socket), Math.max(0, expiresAt - relay.context.now()));
    socket.on('disconnect', () => clearTimeout(ending));
    dispatch(
      socket,
      staffRequests,
      () => ({ handlers: staffHandlers(relay, socket), gate: relay.gate(`staff:${user.id}`) }),
      relay.context.log,
    );
  });
}

function endSession(socket: StaffSocket): void {
  socket.emit('session:ended', {});
  socket.disconnect(true);
}

function staffHandlers(relay: Relay, socket: StaffSocket): Handlers<typeof staffRequests, StaffAnswers> {
  const { context, conversations, reopening } = relay;
  const { storage } = context;
  const desk = staffDesk(relay, socket);
  const { user, readable, change } = desk;

  return {
    async 'console:open'() {
      await relay.presence.beat(user.id);
      relay.availabilityChanged();
      return consoleSnapshot(context, await relay.directory(), user.id, relay.knowledge);
    },

    ...queueHandlers(desk),

    'conversations:list': ({ box, after }) => listBox(storage, user, box, after),

    async 'conversation:resume'({ conversationId, after }) {
      const { conversation } = await readable(conversationId);
      // A manager who looks on is not seen, and is written down (rule P7).
      const looksOn = user.role === 'manager' && conversation.open === 1 && conversation.ownerId !== user.id;
      if (!looksOn) await noteRead(relay, user, conversation);
      else if (!socket.rooms.has(rooms.conversation(conversationId)))
        await relay.audit(user, 'monitored', conversationId);
      await socket.join(rooms.conversation(conversationId));
      const now = (await conversations.load(conversationId)) ?? conversation;
      return staffSnapshot(storage, now, after, user.id);
    },

    async 'conversations:earlier'({ conversationId }) {
      const { conversation } = await readable(conversationId);
      return earlierOf(relay, user, conversation);
    },

    async 'conversation:leave'({ conversationId }) {
      await socket.leave(rooms.conversation(conversationId));
      return null;
    },

    async 'conversation:close'(request) {
      if (!(await relay.directory()).topics.has(request.topicId)) {
        throw fail('invalid_payload', { field: 'topicId', rule: 'unknown' });
      }
      const { outcome, topicId } = request;
      const { conversation, access } = await readable(request.conversationId);
      if (outcome === 'caseRegistered' && access.decide) {
        const actor = { type: 'staff', user } as const;
        const owner = conversation.owner ?? { id: user.id, name: user.name };
        await openConversationCase(relay, { conversation, topicId, actor, owner });
      }
      // On a topic that its visitor was here with before, it goes on with that (rule O5).
      const earlier = await reopening.earlier(conversation.visitorId, conversation.id);
      const reopens = reopening.find(earlier, topicId, conversation.startedAt)?.id ?? conversation.reopens;
      const changed = await change(request, {
        type: 'close',
        outcome,
        topicId,
        // What became a case belongs to it, unless somebody knows better.
        recordClass:
          request.recordClass ??
          (conversation.caseNumber || outcome === 'caseRegistered' ? ('case' as const) : ('minor' as const)),
        ...(reopens === null ? {} : { reopens }),
      });
      await reopening.mark(changed.conversation);
      return changed;
    },

    async 'message:send'(request) {
      const { conversationId, kind, text, toUserId } = request;
      if (kind === 'text') return change(request, { type: 'sendText', text });
      if (toUserId === null) return change(request, { type: 'sendNote', text });
      const to = await storage.get('users', toUserId);
      const { conversation } = await readable(conversationId);
      if (!to || !accessOf({ type: 'staff', user: to }, conversation).read) throw fail('unknown_target', {});
      if (user.role === 'manager') await relay.audit(user, 'whispered', conversationId);
      return change(request, { type: 'sendNote', text, to: { id: to.id, name: to.name } });
    },

    async 'contact:register'(request) {
      const { conversationId, id: _id, case: asked, ...contact } = request;
      const { sites, topics, departments } = await relay.directory();
      const topic = topics.get(contact.topicId);
      const departmentId = contact.departmentId ?? topic?.departmentId ?? null;
      if (!topic) throw fail('invalid_payload', { field: 'topicId', rule: 'unknown' });
      if (!sites.has(contact.siteId)) throw fail('invalid_payload', { field: 'siteId', rule: 'unknown' });
      if (departmentId !== null && !departments.has(departmentId))
        throw fail('invalid_payload', { field: 'departmentId', rule: 'unknown' });
      const secret = isSecret(departments.get(departmentId ?? '')) ? { secret: true as const } : {};
      const opened = await caseOfRegistered(relay, user, { conversationId, ...contact, departmentId }, asked);
      return change(request, {
        type: 'register',
        ...contact,
        departmentId,
        ...secret,
        ...(opened ? { caseNumber: opened.number } : {}),
      });
    },

    async 'messages:mark'({ conversationId, delivered, read }) {
      const { conversation, access } = await readable(conversationId);
      // Whoever only looks on has not received it for the visitor.
      if (!access.write && conversation.ownerId !== user.id) return null;
      await markRoom(relay, conversation, {
        staffDelivered: Math.min(Math.max(delivered, read), conversation.seq),
        staffRead: Math.min(read, conversation.seq),
      });
      return null;
    },

    async 'typing:set'({ conversationId, typing }) {
      const { conversation, access } = await readable(conversationId);
      const fact = { conversationId, name: user.name, typing };
      if (access.write || access.note) socket.to(followerRooms(conversation)).emit('typing:changed', fact);
      if (access.write) relay.visitors.to(rooms.visitor(conversation.visitorId)).emit('typing:changed', fact);
      return null;
    },

    ...handoffHandlers(desk),
    ...supervisionHandlers(desk),
    ...caseHandlers(desk),
    ...mailHandlers(desk),
    ...incomingMailHandlers(desk),
    ...guideHandlers(desk),
    ...settingsHandlers(desk),
    ...banHandlers(desk),
    ...auditHandlers(desk),
    ...statisticsHandlers(desk),
    ...retentionHandlers(desk),
    ...subjectHandlers(desk),
    ...webhookHandlers(desk),
    ...apiKeyHandlers(desk),
    ...handoverHandlers(desk),
    ...feedbackHandlers(desk),
    ...ratingCommentHandlers(desk),
    ...registryHandlers(desk),
  };
}
