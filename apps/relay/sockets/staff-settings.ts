import { fail, type SettingsAnswers, type settingsRequests } from '@lotsa/protocol';
import { maySet } from '@lotsa/core';
import { takeNext } from '@lotsa/storage';
import { previewForm } from '../forms/preview-form.ts';
import { inviteUser, mailInvite } from '../settings/invites.ts';
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
    async 'form:preview'({ form, language }) {
      if (!maySet(user, 'forms')) throw fail('forbidden', {});
      return { html: await previewForm(relay, form, language) };
    },
    async 'user:invite'({ userId }) {
      if (user.role !== 'administrator') throw fail('forbidden', {});
      await requireProof();
      const made = await inviteUser(relay, user, userId);
      return { ...made, mailedTo: await mailInvite(relay, userId, made) };
    },
    async 'canned:used'({ id }) {
      if (!(await storage.get('cannedResponses', id))) throw fail('not_found', {});
      await takeNext(storage, usesSeries(id));
      return null;
    },
  };
}
