import { isAvailable, MISSES_UNTIL_AWAY, type RoutableAgent, route } from '@lotsa/core';
import type { Conversation, Site } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Context } from './context.ts';
import type { Conversations } from './conversations.ts';
import type { Directory } from './directory.ts';
import type { Leases } from './leases.ts';
import type { Presence } from './presence.ts';

/** Changes within this time are looked at once. */
const SETTLE_MS = 50;
const QUEUE = 1_000;

/** Offers what waits to agents, on sites with automatic routing (rule R2). */
export interface Router {
  /** Somebody waits, has time, or has not any more: look, soon. */
  changed(): void;
  /** Looks at once. */
  look(): Promise<void>;
  stop(): void;
}

/** What it works with. */
export interface RouterParts {
  conversations: Conversations;
  presence: Presence;
  leases: Leases;
  directory: () => Promise<Directory>;
  availabilityChanged: () => void;
}

/** Makes it. Relays take turns, so that no agent is offered more than it has places for. */
export function createRouter(context: Context, parts: RouterParts): Router {
  const { storage, now, log } = context;
  const { conversations, presence, leases } = parts;
  let timer: NodeJS.Timeout | undefined;
  let timerAt = Infinity;
  let stopped = false;

  async function look(): Promise<void> {
    const sites = [...(await parts.directory()).sites.values()].filter(
      ({ routing }) => routing === 'automatic',
    );
    if (sites.length > 0) await leases.hold('routing', () => routeAll(sites));
  }

  async function routeAll(sites: readonly Site[]): Promise<void> {
    const users = new Map((await presence.present()).map((user) => [user.id, user]));
    const queues = new Map<Site, Conversation[]>();
    for (const site of sites) {
      queues.set(site, await Promise.all((await queueOf(site)).map((c) => withoutDeadOffer(c, users))));
    }
    const offered = [...queues.values()].flat().flatMap(({ offer }) => (offer ? [offer] : []));
    const agents = await Promise.all(
      [...users.values()]
        .filter((user) => isAvailable(user, now()))
        .map(async (user): Promise<RoutableAgent> => {
          const offers = offered.filter(({ user: { id } }) => id === user.id).length;
          return { ...user, load: (await presence.loadOf(user.id, user.capacity)) + offers };
        }),
    );
    for (const [site, queue] of queues) {
      const { anybodyAfterMs, offerMs } = site;
      for (const { conversationId, agentId } of route(queue, agents, { now: now(), anybodyAfterMs })) {
        const agent = agents.find(({ id }) => id === agentId);
        const user = users.get(agentId);
        const seq = queue.find(({ id }) => id === conversationId)?.seq ?? 0;
        if (!agent || !user) continue;
        agent.load += 1;
        const until = now() + offerMs;
        const { name } = user;
        await conversations
          .execute(
            conversationId,
            { type: 'offer', user: { id: agentId, name }, until },
            { actor: { type: 'system' }, id: `offered-${seq}-${conversationId.slice(0, 40)}` },
          )
          .then(() => lookAt(until))
          // It was claimed, or its visitor left: not to be offered any more.
          .catch((error: unknown) => log.debug({ err: error, conversationId }, 'not offered'));
      }
      // Who waits for its language is offered to anybody from then on.
      for (const { waitingSince } of queue) lookAt(waitingSince + anybodyAfterMs);
    }
    for (const { until } of offered) lookAt(until);
  }

  const queueOf = async ({ id }: Site): Promise<Conversation[]> =>
    (
      await storage.find('conversations', {
        index: 'byQueue',
        equals: { siteId: id, status: 'queued' },
        limit: QUEUE,
      })
    ).docs;

  /** Ends an offer that ran out, or whose agent takes nothing any more. */
  async function withoutDeadOffer(c: Conversation, users: Map<string, UserDoc>): Promise<Conversation> {
    if (!c.offer) return c;
    const { user, until } = c.offer;
    const agent = users.get(user.id);
    const missed = until <= now();
    if (!missed && agent && isAvailable(agent, now())) return c;
    try {
      const { conversation } = await conversations.execute(
        c.id,
        { type: 'endOffer', reason: missed ? 'missed' : 'left' },
        { actor: { type: 'system' }, id: `unoffered-${c.seq}-${c.id.slice(0, 40)}` },
      );
      if (missed && agent) await countMiss(agent);
      return conversation;
    } catch (error) {
      log.debug({ err: error, conversationId: c.id }, 'offer not ended');
      return c;
    }
  }

  async function countMiss(agent: UserDoc): Promise<void> {
    agent.missedOffers += 1;
    if (agent.missedOffers < MISSES_UNTIL_AWAY) {
      await storage.update('users', agent.id, { missedOffers: agent.missedOffers });
      return;
    }
    Object.assign(agent, { availability: 'away', availabilityReason: 'missedOffers', missedOffers: 0 });
    const { availability, availabilityReason, missedOffers } = agent;
    await storage.update('users', agent.id, { availability, availabilityReason, missedOffers });
    parts.availabilityChanged();
  }

  /** Looks at a time, or sooner. */
  function lookAt(at: number): void {
    if (stopped || at >= timerAt || at <= now()) return;
    schedule(at, at - now());
  }

  function schedule(at: number, ms: number): void {
    clearTimeout(timer);
    timerAt = at;
    timer = setTimeout(() => {
      timerAt = Infinity;
      look().catch((error: unknown) => log.warn({ err: error }, 'not routed; it is tried again'));
    }, ms);
  }

  return {
    changed() {
      if (!stopped && timerAt > now() + SETTLE_MS) schedule(now() + SETTLE_MS, SETTLE_MS);
    },
    look,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
