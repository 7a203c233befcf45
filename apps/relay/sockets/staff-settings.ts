import { fail, type SettingsAnswers, type settingsRequests } from '@lotsa/protocol';
import { takeNext } from '@lotsa/storage';
import { inviteUser } from '../settings/invites.ts';
import { usesSeries } from '../settings/settings.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** What may be asked about settings. */
export function settingsHandlers({
  relay,
  user,
  requireProof,
}: StaffDesk): Handlers<typeof settingsRequests, SettingsAnswers> {
  const { settings } = relay;
  const { storage } = relay.context;
  return {
    'settings:list': async ({ kind }) => ({ entries: await settings.list(user, kind) }),
    'settings:put': async ({ kind, item, revision }) => ({
      entry: await settings.put(user, kind, item, revision),
    }),
    async 'settings:remove'({ kind, id, revision }) {
      await settings.remove(user, kind, id, revision);
      return null;
    },
    async 'user:invite'({ userId }) {
      if (user.role !== 'administrator') throw fail('forbidden', {});
      await requireProof();
      return inviteUser(relay, user, userId);
    },
    async 'canned:used'({ id }) {
      if (!(await storage.get('cannedResponses', id))) throw fail('not_found', {});
      await takeNext(storage, usesSeries(id));
      return null;
    },
  };
}
