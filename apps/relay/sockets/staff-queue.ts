import { type Command, isCentre, isActive } from '@lotsa/core';
import { fail, LotsaError, type StaffAnswers, type StaffRef, type staffRequests } from '@lotsa/protocol';
import type { Page } from '@lotsa/storage';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

type Requests = Pick<
  typeof staffRequests,
  | 'availability:set'
  | 'conversation:claim'
  | 'conversation:decline'
  | 'conversation:assign'
  | 'conversation:release'
  | 'conversations:hand-over'
>;

/** Who takes what from the queue (rules R1, R2). */
export function queueHandlers({ relay, user, change }: StaffDesk): Handlers<Requests, StaffAnswers> {
  const { context, conversations, presence, leases } = relay;
  const { storage, now } = context;

  /** Somebody of the centre whose console is connected. */
  async function colleague(userId: string): Promise<StaffRef> {
    const named = await storage.get('users', userId);
    if (!named || !isActive(named) || !isCentre(named.role) || named.presentUntil <= now())
      throw fail('unknown_target', {});
    return { id: named.id, name: named.name };
  }

  /** Carries it out, unless the conversation is not this user's any more. */
  async function given(conversationId: string, id: string, command: Command): Promise<boolean> {
    try {
      await change({ conversationId, id }, command);
      return true;
    } catch (error) {
      if (error instanceof LotsaError && error.answer.code !== 'storage_unavailable') return false;
      throw error;
    }
  }

  return {
    async 'availability:set'({ availability, reason }) {
      await storage.update('users', user.id, {
        availability,
        availabilityReason: availability === 'available' ? null : reason,
        missedOffers: 0,
      });
      relay.availabilityChanged();
      return null;
    },

    /** One claim of an agent at a time, on all relays: two at once would both count a place that one of them takes. */
    async 'conversation:claim'(request) {
      const claimed = await conversations.load(request.conversationId);
      // Whoever comes too late needs no turn to be told so.
      if (claimed?.owner) return change(request, { type: 'claim', load: 0, capacity: 1 });
      return leases.hold(`claim:${user.id}`, async () => {
        const me = await storage.get('users', user.id);
        const capacity = me?.capacity ?? user.capacity;
        const load = await presence.loadOf(user.id, capacity);
        const changed = await change(request, { type: 'claim', load, capacity });
        if (me && me.missedOffers > 0) await storage.update('users', user.id, { missedOffers: 0 });
        return changed;
      });
    },

    'conversation:decline': (request) => change(request, { type: 'declineOffer' }),

    'conversation:assign': async (request) =>
      change(request, { type: 'assign', user: await colleague(request.userId) }),

    async 'conversations:hand-over'({ id, userId }) {
      const command: Command =
        userId === null ? { type: 'release' } : { type: 'assign', user: await colleague(userId) };
      let moved = 0;
      let after: string | null = null;
      do {
        const page: Page<'conversations'> = await storage.find('conversations', {
          index: 'byOwner',
          equals: { ownerId: user.id, open: 1 },
          limit: 200,
          after,
        });
        for (const { id: conversationId, ownerType } of page.docs) {
          if (ownerType !== 'agent') continue;
          if (await given(conversationId, id, command)) moved += 1;
        }
        after = page.next;
      } while (after !== null);
      return { moved };
    },

    'conversation:release': (request) => change(request, { type: 'release' }),
  };
}
