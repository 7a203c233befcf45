import { addWorkingDays, isCentre } from '@lotsa/core';
import { fail, type StaffAnswers, type StaffRef, staffRequests } from '@lotsa/protocol';
import { consoleSnapshot } from '../console-snapshot.ts';
import { listBox } from '../boxes.ts';
import { staffSnapshot } from '../snapshot.ts';
import { dispatch, type Handlers } from './dispatch.ts';
import { staffHandshake } from './handshake.ts';
import { markRoom } from './marks.ts';
import type { Relay } from './relay.ts';
import { rooms, type StaffSocket } from './server.ts';
import { staffDesk } from './staff-desk.ts';
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
      ...(user.role === 'specialist' ? user.departmentIds.map(rooms.department) : []),
    ]);
    const ending = setTimeout(() => endSession(socket), Math.max(0, expiresAt - relay.context.now()));
    socket.on('disconnect', () => clearTimeout(ending));
    dispatch(
      socket,
      staffRequests,
      staffHandlers(relay, socket),
      relay.gate(`staff:${user.id}`),
      relay.context.log,
    );
  });
}

function endSession(socket: StaffSocket): void {
  socket.emit('session:ended', {});
  socket.disconnect(true);
}

function staffHandlers(relay: Relay, socket: StaffSocket): Handlers<typeof staffRequests, StaffAnswers> {
  const { context, conversations } = relay;
  const { storage } = context;
  const desk = staffDesk(relay, socket);
  const { user, readable, change } = desk;

  /** The specialist that a hand-off names; anybody in the department when it names none. */
  async function target(departmentId: string, userId: string | null): Promise<StaffRef | null> {
    if (userId === null) return null;
    const named = await storage.get('users', userId);
    if (named?.role !== 'specialist' || !named.departmentIds.includes(departmentId))
      throw fail('unknown_target', {});
    return { id: named.id, name: named.name };
  }

  return {
    async 'console:open'() {
      await relay.presence.beat(user.id);
      relay.availabilityChanged();
      return consoleSnapshot(context, await relay.directory(), user.id);
    },

    ...queueHandlers(desk),

    'conversations:list': ({ box, after }) => listBox(storage, user, box, after),

    async 'conversation:resume'({ conversationId, after }) {
      const { conversation } = await readable(conversationId);
      await socket.join(rooms.conversation(conversationId));
      return staffSnapshot(storage, (await conversations.load(conversationId)) ?? conversation, after);
    },

    async 'conversation:leave'({ conversationId }) {
      await socket.leave(rooms.conversation(conversationId));
      return null;
    },

    async 'conversation:close'(request) {
      if (!(await relay.directory()).topics.has(request.topicId)) {
        throw fail('invalid_payload', { field: 'topicId', rule: 'unknown' });
      }
      return change(request, { type: 'close', outcome: request.outcome, topicId: request.topicId });
    },

    'message:send': (request) =>
      change(request, { type: request.kind === 'note' ? 'sendNote' : 'sendText', text: request.text }),

    async 'messages:mark'({ conversationId, delivered, read }) {
      const { conversation, access } = await readable(conversationId);
      // Whoever only looks on has not received it for the visitor.
      if (!access.write && conversation.ownerId !== user.id) return null;
      await markRoom(relay, conversationId, conversation.visitorId, {
        staffDelivered: Math.min(Math.max(delivered, read), conversation.seq),
        staffRead: Math.min(read, conversation.seq),
      });
      return null;
    },

    async 'typing:set'({ conversationId, typing }) {
      const { conversation, access } = await readable(conversationId);
      const fact = { conversationId, name: user.name, typing };
      if (access.write || access.note)
        socket.to(rooms.conversation(conversationId)).emit('typing:changed', fact);
      if (access.write) relay.visitors.to(rooms.visitor(conversation.visitorId)).emit('typing:changed', fact);
      return null;
    },

    async 'handoff:request'(request) {
      const { conversation } = await readable(request.conversationId);
      const { departments, sites } = await relay.directory();
      const department = departments.get(request.departmentId);
      const site = sites.get(conversation.siteId);
      if (!department || !site) throw fail('unknown_target', {});
      return change(request, {
        type: 'requestHandoff',
        mode: request.mode,
        departmentId: department.id,
        user: await target(department.id, request.userId),
        question: request.question,
        reason: request.reason,
        // The deadline comes from the agreement and counts working days (rule H2).
        deadline: addWorkingDays(site.hours, context.now(), department.replyWorkdays),
      });
    },

    'handoff:accept': (request) => change(request, { type: 'acceptHandoff', handoffId: request.handoffId }),

    'handoff:decline': (request) =>
      change(request, { type: 'declineHandoff', handoffId: request.handoffId, reason: request.reason }),

    'handoff:withdraw': (request) =>
      change(request, { type: 'withdrawHandoff', handoffId: request.handoffId }),

    'handoff:answer': (request) => change(request, { type: 'answerHandoff', handoffId: request.handoffId }),
  };
}
