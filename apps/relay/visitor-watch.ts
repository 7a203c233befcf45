import type { Conversation, Site } from '@lotsa/protocol';
import { endLeftQuestion } from './cases/left-question.ts';
import type { Relay } from './sockets/relay.ts';
import { rooms } from './sockets/server.ts';

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
  const { visitors } = relay;
  const { storage, now } = relay.context;
  const startedAt = now();
  let lookedAt = 0;

  /** The sessions of a visitor's panels that are connected to this relay. */
  function connected(visitorId: string): Set<string> {
    const ids = visitors.adapter.rooms.get(rooms.visitor(visitorId)) ?? [];
    return new Set([...ids].flatMap((id) => visitors.sockets.get(id)?.data.sessionId ?? []));
  }

  async function seenAt(visitorId: string): Promise<number> {
    const { docs } = await storage.find('sessions', {
      index: 'bySubject',
      equals: { kind: 'visitor', subjectId: visitorId },
      limit: QUEUE,
    });
    return Math.max(0, ...docs.map((session) => session.seenAt));
  }

  async function lookAt(site: Site): Promise<void> {
    const { docs } = await storage.find('conversations', {
      index: 'byQueue',
      equals: { siteId: site.id, status: 'queued' },
      limit: QUEUE,
    });
    const waits = docs.filter(({ contact, firstReplyAt }) => contact !== null || firstReplyAt === null);
    const here = waits.flatMap(({ visitorId }) => [...connected(visitorId)]);
    const set = { seenAt: now() };
    // Together: the storage writes them in one go, and not a thousand times to the disk in the minute of a crisis.
    await Promise.all(here.map((session) => storage.update('sessions', session, set)));
    // Whoever was here before this relay was down has had no time to come back.
    if (now() - startedAt < 2 * SEEN_MS) return;
    const leftBy = now() - site.abandonAfterMs - SEEN_MS;
    const left = async ({ visitorId, startedAt: asked }: Conversation): Promise<boolean> =>
      connected(visitorId).size === 0 && asked <= leftBy && (await seenAt(visitorId)) <= leftBy;
    for (const conversation of waits) {
      if (await left(conversation)) await endLeftQuestion(relay, conversation);
    }
  }

  return {
    async look() {
      if (now() - lookedAt < SEEN_MS) return;
      lookedAt = now();
      for (const site of (await relay.directory()).sites.values()) await lookAt(site);
    },
  };
}
