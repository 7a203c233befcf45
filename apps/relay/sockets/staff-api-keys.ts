import { type ApiKeyAnswers, type apiKeyRequests, fail } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Looking after keys of the API: for administrators. */
export function apiKeyHandlers({
  relay,
  user,
  requireProof,
}: StaffDesk): Handlers<typeof apiKeyRequests, ApiKeyAnswers> {
  const { apiKeys } = relay.integrations;
  const requireAdministrator = (): void => {
    if (user.role !== 'administrator') throw fail('forbidden', {});
  };
  return {
    async 'api-keys:list'() {
      requireAdministrator();
      return { keys: await apiKeys.list() };
    },
    async 'api-key:make'(wanted) {
      requireAdministrator();
      // What opens the house is given to whoever has proved lately who it is.
      await requireProof();
      return apiKeys.make(user, wanted);
    },
    async 'api-key:revoke'({ id }) {
      requireAdministrator();
      await apiKeys.revoke(user, id);
      return null;
    },
  };
}
