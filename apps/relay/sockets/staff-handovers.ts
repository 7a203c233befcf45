import { fail, type HandoverAnswers, type handoverRequests } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Cases that are handed to another system: for administrators. Numbers only, nothing of what they are about. */
export function handoverHandlers({
  relay,
  user,
}: StaffDesk): Handlers<typeof handoverRequests, HandoverAnswers> {
  const { handingOver } = relay.integrations;
  const requireAdministrator = (): void => {
    if (user.role !== 'administrator') throw fail('forbidden', {});
  };
  return {
    async 'handovers:list'({ state, after }) {
      requireAdministrator();
      return handingOver.list(state, after);
    },
    async 'handover:again'({ id }) {
      requireAdministrator();
      return handingOver.again(user, id);
    },
  };
}
