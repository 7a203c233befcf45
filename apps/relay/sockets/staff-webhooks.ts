import { fail, type WebhookAnswers, type webhookRequests } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Looking after webhooks: for administrators. */
export function webhookHandlers({
  relay,
  user,
}: StaffDesk): Handlers<typeof webhookRequests, WebhookAnswers> {
  const { webhooks } = relay.integrations;
  const requireAdministrator = (): void => {
    if (user.role !== 'administrator') throw fail('forbidden', {});
  };
  return {
    async 'webhooks:list'() {
      requireAdministrator();
      return { webhooks: await webhooks.list() };
    },
    async 'webhook:save'({ id, revision, setup }) {
      requireAdministrator();
      return webhooks.save(user, id, revision, setup);
    },
    async 'webhook:rotate'({ id }) {
      requireAdministrator();
      return webhooks.rotate(user, id);
    },
    async 'webhook:remove'({ id }) {
      requireAdministrator();
      await webhooks.remove(user, id);
      return null;
    },
    async 'webhook:test'({ id }) {
      requireAdministrator();
      return webhooks.test(user, id);
    },
    async 'webhook:deliveries'({ id, state, after }) {
      requireAdministrator();
      return webhooks.deliveries(id, state, after);
    },
    async 'webhook:replay'({ id, deliveryId }) {
      requireAdministrator();
      return { queued: await webhooks.replay(user, id, deliveryId) };
    },
  };
}
