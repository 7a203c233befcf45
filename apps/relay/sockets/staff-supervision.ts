import { fail, type StaffAnswers, type staffRequests } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import { rooms } from './server.ts';
import type { StaffDesk } from './staff-desk.ts';

type Requests = Pick<typeof staffRequests, 'board:watch' | 'board:leave'>;

/** What managers watch. */
export function supervisionHandlers({ relay, socket, user }: StaffDesk): Handlers<Requests, StaffAnswers> {
  return {
    async 'board:watch'() {
      if (user.role !== 'manager') throw fail('forbidden', {});
      await socket.join(rooms.board);
      return relay.board.now();
    },
    async 'board:leave'() {
      await socket.leave(rooms.board);
      return null;
    },
  };
}
