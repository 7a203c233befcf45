import type { Relay } from './sockets/relay.ts';
import { whenDue } from './when-due.ts';

const BATCH = 200;

/** Conversations of agents that have been gone for longer than the site's grace go back to the queue (rule O3). */
export interface OwnerWatch {
  look(): Promise<void>;
}

/** Makes it. */
export function createOwnerWatch(relay: Relay): OwnerWatch {
  const { storage, now } = relay.context;
  /** Up to when the agents that were gone by then have been looked at, by site. */
  const returnedUpTo = new Map<string, number>();

  async function returnAllOf(ownerId: string, site: string, since: number): Promise<void> {
    const { docs } = await storage.find('conversations', {
      index: 'byOwner',
      equals: { ownerId, open: 1 },
      limit: BATCH,
    });
    for (const { id, siteId, ownerType, seq } of docs) {
      if (ownerType !== 'agent' || siteId !== site) continue;
      // Named by where it happened, so that two relays cause one message.
      const name = `returned-${since}-${seq}-${id.slice(0, 20)}`;
      await whenDue(relay, id, { type: 'returnToQueue' }, name);
    }
  }

  return {
    async look() {
      const { sites } = await relay.directory();
      for (const { id, agentGraceMs } of sites.values()) {
        const upTo = now() - agentGraceMs;
        let after: string | null = null;
        do {
          const page: Awaited<ReturnType<typeof storage.find<'users'>>> = await storage.find('users', {
            index: 'byPresence',
            range: { field: 'presentUntil', gte: returnedUpTo.get(id) ?? 0, lte: upTo },
            limit: BATCH,
            after,
          });
          for (const user of page.docs) await returnAllOf(user.id, id, user.presentUntil);
          after = page.next;
        } while (after !== null);
        returnedUpTo.set(id, upTo);
      }
    },
  };
}
