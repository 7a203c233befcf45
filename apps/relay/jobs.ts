import type { Command } from '@lotsa/core';
import type { Relay } from './sockets/relay.ts';
import { HEARTBEAT_MS } from './presence.ts';

const SWEEP_MS = 5_000;
const BATCH = 200;

/** What Lotsa does when a time has passed. Several relays may do it at once: one append wins, the rest is refused. */
export interface Jobs {
  /** Looks once at everything that is due. */
  sweep(): Promise<void>;
  stop(): void;
}

/** Starts them. `connected` names the users whose consoles are connected to this relay. */
export function startJobs(relay: Relay, connected: () => Iterable<string>): Jobs {
  const { context, conversations, presence } = relay;
  const { storage, now, log } = context;
  let returnedUpTo = 0;

  const bySystem = async (conversationId: string, command: Command, id: string): Promise<void> => {
    try {
      await conversations.execute(conversationId, command, { actor: { type: 'system' }, id });
    } catch (error) {
      // Somebody was faster: an agent came back, a specialist accepted, another relay did it.
      log.debug({ err: error, conversationId, command: command.type }, 'not due any more');
    }
  };

  /** Hand-offs that nobody accepted in time come back to their owner (rule H2). */
  async function expireHandoffs(): Promise<void> {
    const { docs } = await storage.find('handoffs', {
      index: 'byDeadline',
      equals: { state: 'requested' },
      range: { field: 'deadline', lte: now() },
      limit: BATCH,
    });
    for (const { conversationId, handoffId } of docs) {
      await bySystem(
        conversationId,
        { type: 'expireHandoff', handoffId },
        `expired-${handoffId.slice(0, 50)}`,
      );
    }
  }

  /** Conversations of agents that have been gone for longer than the site's grace go back to the queue (rule O3). */
  async function returnConversations(): Promise<void> {
    const { sites } = await relay.directory();
    const grace = Math.min(...[...sites.values()].map((site) => site.agentGraceMs));
    if (!Number.isFinite(grace)) return;
    const upTo = now() - grace;
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof storage.find<'users'>>> = await storage.find('users', {
        index: 'byPresence',
        range: { field: 'presentUntil', gte: returnedUpTo, lte: upTo },
        limit: BATCH,
        after,
      });
      for (const user of page.docs) await returnAllOf(user.id, user.presentUntil);
      after = page.next;
    } while (after !== null);
    returnedUpTo = upTo;
  }

  async function returnAllOf(ownerId: string, since: number): Promise<void> {
    const { docs } = await storage.find('conversations', {
      index: 'byOwner',
      equals: { ownerId, open: 1 },
      limit: BATCH,
    });
    for (const { id, ownerType, seq } of docs) {
      if (ownerType !== 'agent') continue;
      // Named by where it happened, so that two relays cause one message.
      await bySystem(id, { type: 'returnToQueue' }, `returned-${since}-${seq}-${id.slice(0, 20)}`);
    }
  }

  async function sweep(): Promise<void> {
    await expireHandoffs();
    await returnConversations();
    await storage.remove('sessions', {
      index: 'byExpiry',
      range: { field: 'expiresAt', lte: now() },
      limit: BATCH,
    });
  }

  async function beat(): Promise<void> {
    for (const userId of connected()) await presence.beat(userId);
    relay.availabilityChanged();
  }

  const every = (ms: number, name: string, job: () => Promise<void>): NodeJS.Timeout => {
    let running = false;
    return setInterval(() => {
      // A storage that hangs must not pile up jobs.
      if (running) return;
      running = true;
      job()
        .catch((error: unknown) => log.warn({ err: error, job: name }, 'job failed; it is tried again'))
        .finally(() => {
          running = false;
        });
    }, ms);
  };
  const timers = [every(SWEEP_MS, 'sweep', sweep), every(HEARTBEAT_MS, 'heartbeat', beat)];

  return { sweep, stop: () => timers.forEach(clearInterval) };
}
