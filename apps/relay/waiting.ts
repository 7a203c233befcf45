import { estimateWait, serviceTime, type Staffing } from '@lotsa/core';
import type { Conversation, QueuePlace } from '@lotsa/protocol';
import type { Context } from './context.ts';
import type { Presence } from './presence.ts';
import { settleMs } from './settle.ts';

/** Places are told to this many of those who wait; beyond it they are told when they come nearer. */
const TOLD = 1_000;
/** The estimate looks at this many conversations that ended last. */
const RECENT = 30;
const SERVICE_FRESH_MS = 60_000;
const STAFFING_FRESH_MS = 1_000;
const ROUND_MS = 30_000;
/** Changes of the queue within this time are told once. */
const SETTLE_MS = 100;

/** Nobody is told of less, and panels are not told again for less. */
const roundUp = (ms: number): number => Math.ceil(ms / ROUND_MS) * ROUND_MS;

/** Tells those who wait where they stand (rule R3). */
export interface Waiting {
  /** Where a queued conversation stands now; null when it does not wait. */
  place(conversation: Conversation): Promise<QueuePlace | null>;
  /** The queue of a site changed: tell those who moved, soon. */
  changed(siteId: string): void;
  stop(): void;
}

/** Makes it. `tell` reaches the visitor of a conversation. */
export function createWaiting(
  { storage, now, log }: Context,
  presence: Presence,
  tell: (conversation: Conversation, place: QueuePlace) => void,
): Waiting {
  const told = new Map<string, Map<string, string>>();
  const timers = new Map<string, NodeJS.Timeout>();
  /** How long the last look at the queue of a site took, in milliseconds. */
  const looked = new Map<string, number>();
  let staffing: { at: number; known: Promise<Staffing> } | undefined;
  const service = new Map<string, { at: number; times: Promise<number[]> }>();
  /** By site: who of the ordinary waits since then was last seen to have as many before it as are counted. */
  const far = new Map<string, { at: number; waitingSince: number }>();

  function serviceTimes(siteId: string): Promise<number[]> {
    const kept = service.get(siteId);
    if (kept && now() - kept.at < SERVICE_FRESH_MS) return kept.times;
    const times = storage
      .find('conversations', {
        index: 'byClosing',
        equals: { siteId, status: 'closed' },
        order: 'desc',
        limit: RECENT,
      })
      .then(({ docs }) => docs.map(serviceTime).filter((time) => time !== null));
    service.set(siteId, { at: now(), times });
    times.catch(() => service.delete(siteId));
    return times;
  }

  const queueOf = async (siteId: string): Promise<Conversation[]> =>
    (
      await storage.find('conversations', {
        index: 'byQueue',
        equals: { siteId, status: 'queued' },
        limit: TOLD,
      })
    ).docs;

  /** How many wait before one: counted, not read, as in a crisis everybody asks who comes in or back. */
  async function aheadOf({ siteId, priority, waitingSince }: Conversation): Promise<number> {
    const seen = far.get(siteId);
    if (
      seen &&
      priority > 0 &&
      waitingSince >= seen.waitingSince &&
      performance.now() - seen.at < STAFFING_FRESH_MS
    )
      return TOLD;
    const waits = { siteId, status: 'queued' } as const;
    const [preferred, longer] = await Promise.all([
      priority === 0
        ? 0
        : storage.count('conversations', {
            index: 'byQueue',
            equals: { ...waits, priority: 0 },
            limit: TOLD,
          }),
      storage.count('conversations', {
        index: 'byQueue',
        equals: { ...waits, priority },
        range: { field: 'waitingSince', lt: waitingSince },
        limit: TOLD,
      }),
    ]);
    if (priority > 0 && longer === TOLD) far.set(siteId, { at: performance.now(), waitingSince });
    return Math.min(TOLD, preferred + longer);
  }

  /** What each place in the queue means now. */
  async function placesOf(siteId: string): Promise<(place: number) => QueuePlace> {
    if (!staffing || now() - staffing.at > STAFFING_FRESH_MS)
      staffing = { at: now(), known: presence.staffing() };
    const { known } = staffing;
    known.catch(() => (staffing = undefined));
    const [times, agents] = await Promise.all([serviceTimes(siteId), known]);
    return (place) => {
      const estimate = estimateWait(place, agents, times);
      return { place, waitMs: estimate && { low: roundUp(estimate.low), high: roundUp(estimate.high) } };
    };
  }

  async function refresh(siteId: string): Promise<void> {
    const queue = await queueOf(siteId);
    if (queue.length === 0) {
      told.delete(siteId);
      return;
    }
    const placeOf = await placesOf(siteId);
    const before = told.get(siteId);
    const after = new Map<string, string>();
    queue.forEach((conversation, i) => {
      const place = placeOf(i + 1);
      const key = JSON.stringify(place);
      after.set(conversation.id, key);
      if (before?.get(conversation.id) !== key) tell(conversation, place);
    });
    told.set(siteId, after);
  }

  return {
    async place(conversation) {
      if (conversation.status !== 'queued') return null;
      const [ahead, placeOf] = await Promise.all([aheadOf(conversation), placesOf(conversation.siteId)]);
      return placeOf(ahead + 1);
    },
    changed(siteId) {
      if (timers.has(siteId)) return;
      const timer = setTimeout(
        () => {
          timers.delete(siteId);
          const began = performance.now();
          refresh(siteId)
            .catch((error: unknown) => log.warn({ err: error, siteId }, 'queue places not told'))
            .finally(() => looked.set(siteId, performance.now() - began));
        },
        settleMs(SETTLE_MS, looked.get(siteId) ?? 0),
      );
      timers.set(siteId, timer);
    },
    stop() {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
