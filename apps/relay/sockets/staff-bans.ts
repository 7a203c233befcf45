import { banUntil } from '@lotsa/core';
import { fail, type banRequests, type StaffAnswers } from '@lotsa/protocol';
import type { Handlers } from './dispatch.ts';
import type { Relay } from './relay.ts';
import { rooms } from './server.ts';
import type { StaffDesk } from './staff-desk.ts';

/** Where somebody was banned meets more work for at most a day: the address is in memory only (rule P3). */
const SUSPECT_MS = 24 * 60 * 60 * 1000;

/** Keeping somebody out, and letting it in again (rule B3). */
export function banHandlers({
  relay,
  user,
  readable,
  change,
}: StaffDesk): Handlers<typeof banRequests, Pick<StaffAnswers, keyof typeof banRequests>> {
  const { bans, context } = relay;

  /** Those who answer for the centre or for Lotsa look after the bans. */
  function oversees(): void {
    if (user.role !== 'manager' && user.role !== 'administrator') throw fail('forbidden', {});
  }

  return {
    async 'conversation:ban'(request) {
      const { conversationId, hours, reason } = request;
      const { conversation, access } = await readable(conversationId);
      const until = banUntil(context.now(), hours);
      const site = (await relay.directory()).sites.get(conversation.siteId);
      const topicId = conversation.topicId ?? site?.defaultTopicId;
      if (topicId === undefined) throw fail('not_found', {});
      // Without the right to it nothing happens, and a retry is written down already.
      if (access.decide) await relay.audit(user, 'banned', conversationId);
      const changed = await change(request, {
        type: 'close',
        outcome: 'spam',
        topicId,
        ban: { until, reason },
      });
      const { message } = changed;
      // As it is stored: a retry of the same request has the end of the first (rule D2).
      const ban = message.kind === 'event' && message.event.type === 'closed' ? message.event.ban : undefined;
      if (!ban) throw fail('wrong_status', { status: 'closed' });
      await bans.add(conversation, user, ban);
      relay.banned(conversation.visitorId, ban.until);
      return changed;
    },

    async 'bans:list'({ after }) {
      oversees();
      return bans.list(after);
    },

    async 'ban:lift'({ banId }) {
      oversees();
      await relay.audit(user, 'banLifted', banId);
      await bans.lift(banId);
      return null;
    },
  };
}

/** Asks for more work where a banned visitor is connected to this relay from. */
export function suspectAddressOf(
  { visitors, newcomers, context }: Pick<Relay, 'visitors' | 'newcomers' | 'context'>,
  visitorId: string,
  until: number,
): void {
  const end = Math.min(until, context.now() + SUSPECT_MS);
  for (const id of visitors.adapter.rooms.get(rooms.visitor(visitorId)) ?? []) {
    const socket = visitors.sockets.get(id);
    if (socket) newcomers.suspect(socket.data.address, end);
  }
}
