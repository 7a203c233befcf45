import type { Conversation, Site } from '@lotsa/protocol';
import { endLeftQuestion } from './cases/left-question.ts';
import type { Relay } from './sockets/relay.ts';

/** A waiting visitor that is connected is written down this often: that much earlier it may seem to have left. */
const SEEN_MS = 60_000;
const QUEUE = 1_000;

/**
 * Ends what its visitor left in the queue (rule O2): with contact details it becomes a case, without it is abandoned. Only who waits is written down,
 * once a minute, in its session; every relay writes down those that are connected to it.
 */
export interface VisitorWatch {
  /** Writes down who is there, and ends what was left for longer than the site's `abandonAfterMs`. */
  look(): Promise<void>;
}

/** Makes it. */
export function createVisitorWatch(relay: Relay): VisitorWatch {
  const { storage, now } = relay.context;
  const startedAt = now();
  let lookedAt = 0;

  /** The sessions of the panels that are connected to this relay, by visitor. */
  function connected(): Map<string, Set<string>> {
    const sessions = new Map<string, Set<string>>();
    for (const { data } of relay.visitors.sockets.values()) {
      const of = sessions.get(data.visitorId) ?? new Set();
      sessions.set(data.visitorId, of.add(data.sessionId));
    }
    return sessions;
  }

  async function seenAt(visitorId: string): Promise<number> {
    const { docs } = await storage.find('sessions', {
      index: 'bySubject',
      equals: { kind: 'visitor', subjectId: visitorId },
      limit: QUEUE,
    });
    return Math.max(0, ...docs.map((session) => session.seenAt));
  }

  async function lookAt(site: Site, here: ReadonlyMap<string, ReadonlySet<string>>): Promise<void> {
    const { docs } = await storage.find('conversations', {
      index: 'byQueue',
      equals: { siteId: site.id, status: 'queued' },
      limit: QUEUE,
    });
    const waits = docs.filter(({ contact, firstReplyAt }) => contact !== null || firstReplyAt === null);
    for (const { visitorId } of waits) {
      const set = { seenAt: now() };
      for (const session of here.get(visitorId) ?? []) await storage.update('sessions', session, set);
    }
    // Whoever was here before this relay was down has had no time to come back.
    if (now() - startedAt < 2 * SEEN_MS) return;
    const leftBy = now() - site.abandonAfterMs - SEEN_MS;
    const left = async ({ visitorId, startedAt: asked }: Conversation): Promise<boolean> =>
      !here.has(visitorId) && asked <= leftBy && (await seenAt(visitorId)) <= leftBy;
    for (const conversation of waits) {
      if (await left(conversation)) await endLeftQuestion(relay, conversation);
    }
  }

  return {
    async look() {
      if (now() - lookedAt < SEEN_MS) return;
      lookedAt = now();
      const here = connected();
      for (const site of (await relay.directory()).sites.values()) await lookAt(site, here);
    },
  };
}
