import { type Command, isAsked, MANAGER_ALERT_MS } from '@lotsa/core';
import { createDigests } from './mail/digests.ts';
import { createHandoffMails } from './mail/handoff-mails.ts';
import { createCaseAlerts } from './cases/case-alerts.ts';
import { createVisitorWatch } from './visitor-watch.ts';
import type { Relay } from './sockets/relay.ts';
import { HEARTBEAT_MS } from './presence.ts';

const SWEEP_MS = 5_000;
const RETENTION_MS = 60_000;
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
  /** Up to when the agents that were gone by then have been looked at, by site. */
  const returnedUpTo = new Map<string, number>();
  const visitorWatch = createVisitorWatch(relay);
  const handoffMails = createHandoffMails(relay);
  const digests = createDigests(relay);
  const caseAlerts = createCaseAlerts(relay);
  let beatAt = 0;
  let beating = Promise.resolve();

  const bySystem = async (conversationId: string, command: Command, id: string): Promise<void> => {
    try {
      await conversations.execute(conversationId, command, { actor: { type: 'system' }, id });
    } catch (error) {
      // Somebody was faster: an agent came back, a specialist accepted, another relay did it.
      log.debug({ err: error, conversationId, command: command.type }, 'not due any more');
    }
  };

  /** Hand-offs whose deadline passed: what nobody accepted comes back to its owner, what is late is told (H2, O6). */
  async function watchHandoffs(): Promise<void> {
    for (const [watched, lateMs] of [
      ['owner', 0],
      ['manager', MANAGER_ALERT_MS],
    ] as const) {
      const { docs } = await storage.find('handoffs', {
        index: 'byDeadline',
        equals: { watched },
        range: { field: 'deadline', lte: now() - lateMs },
        limit: BATCH,
      });
      for (const handoff of docs) {
        const { conversationId, handoffId } = handoff;
        const command: Command = isAsked(handoff)
          ? { type: 'expireHandoff', handoffId }
          : { type: 'alertHandoff', handoffId, alerted: watched };
        const name = isAsked(handoff) ? 'expired' : `late-${watched}`;
        await bySystem(conversationId, command, `${name}-${handoffId.slice(0, 50)}`);
      }
    }
  }

  /** Conversations of agents that have been gone for longer than the site's grace go back to the queue (rule O3). */
  async function returnConversations(): Promise<void> {
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
  }

  async function returnAllOf(ownerId: string, site: string, since: number): Promise<void> {
    const { docs } = await storage.find('conversations', {
      index: 'byOwner',
      equals: { ownerId, open: 1 },
      limit: BATCH,
    });
    for (const { id, siteId, ownerType, seq } of docs) {
      if (ownerType !== 'agent' || siteId !== site) continue;
      // Named by where it happened, so that two relays cause one message.
      await bySystem(id, { type: 'returnToQueue' }, `returned-${since}-${seq}-${id.slice(0, 20)}`);
    }
  }

  async function sweep(): Promise<void> {
    await beat();
    await watchHandoffs();
    await returnConversations();
    await relay.files.removeStray();
    await relay.helpCounts.removeOld();
    await relay.guides.publishDue();
    await relay.earlierAnswers.gather();
    await relay.statDays.look();
    await relay.bans.removeEnded();
    await relay.glass.look();
    await relay.router.look();
    await visitorWatch.look();
    await handoffMails.look();
    await digests.look();
    await caseAlerts.look();
    await storage.remove('sessions', {
      index: 'byExpiry',
      range: { field: 'expiresAt', lte: now() },
      limit: BATCH,
    });
  }

  /** Before anything else: whoever is connected was never gone, however long the storage was. */
  function beat(): Promise<void> {
    if (now() - beatAt < HEARTBEAT_MS) return beating;
    beatAt = now();
    beating = (async () => {
      for (const userId of connected()) await presence.beat(userId);
      relay.availabilityChanged();
    })();
    return beating;
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
  const timers = [
    every(SWEEP_MS, 'sweep', sweep),
    every(HEARTBEAT_MS, 'heartbeat', beat),
    // By itself: a mail server that hangs holds nothing else up.
    every(RETENTION_MS, 'retention', () => relay.retention.look()),
    every(SWEEP_MS, 'mail', () => relay.postman.look()),
    every(SWEEP_MS, 'integrations', () => relay.integrations.look()),
  ];

  return {
    async sweep() {
      await sweep();
      await relay.postman.look();
      await relay.integrations.look();
    },
    stop: () => timers.forEach(clearInterval),
  };
}
