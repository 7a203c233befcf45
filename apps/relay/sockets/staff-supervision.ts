import { maskPersonalNumbers } from '@lotsa/core';
import { fail, type StaffAnswers, type staffRequests } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import { rooms } from './server.ts';
import type { StaffDesk } from './staff-desk.ts';

type Requests = Pick<
  typeof staffRequests,
  'board:watch' | 'board:leave' | 'conversation:mark-secret' | 'conversation:break-glass'
>;

/** What managers watch, and who may read what (rule P6). */
export function supervisionHandlers({
  relay,
  socket,
  user,
  existing,
  requireProof,
  change,
}: StaffDesk): Handlers<Requests, StaffAnswers> {
  return {
    async 'board:watch'() {
      if (user.role !== 'manager') throw fail('forbidden', {});
      await socket.join(rooms.board);
      return relay.board.now();
    },
    'conversation:mark-secret': (request) => {
      const { secret, protectedIdentity } = request;
      return change(request, { type: 'setSecrecy', secret, protectedIdentity });
    },

    async 'conversation:break-glass'(request) {
      const { reason } = request;
      const { access } = await existing(request.conversationId);
      if (user.role !== 'manager') throw fail('forbidden', {});
      await requireProof();
      // Written down before it has an effect, so that nobody reads without it.
      if (!access.read) {
        await relay.audit(user, 'glassBroken', request.conversationId, {
          reason: maskPersonalNumbers(reason).text,
        });
        await relay.glass.remember(request.conversationId, user.id);
      }
      return change(request, { type: 'breakGlass', reason });
    },

    async 'board:leave'() {
      await socket.leave(rooms.board);
      return null;
    },
  };
}
