import { contactFact, isCentre, localDate, momentOf, RowCount } from '@lotsa/core';
import type { Board, Site } from '@lotsa/protocol';
import type { Page, Scalar } from '@lotsa/storage';
import type { Context } from './context.ts';
import type { Directory } from './directory.ts';
import type { Presence } from './presence.ts';
import { settleMs } from './settle.ts';

/** Changes within this time are told once. */
const SETTLE_MS = 500;
/** Counts go no further: a board that says a thousand has said enough. */
const MOST = 1_000;

/** Keeps those who watch the centre up to date. */
export interface LiveBoard {
  /** The board as it is now. */
  now(): Promise<Board>;
  /** What is open past its promised date: hand-offs and cases. */
  overdue(): Promise<Pick<Board, 'overdue' | 'overdueCases'>>;
  /** Something may look different: tell those who watch, soon. */
  changed(): void;
  stop(): void;
}

/** Makes it. `watched`: whether anybody watches through this relay; `tell` reaches them. */
export function createBoard(
  { storage, now, log }: Context,
  { presence, directory }: { presence: Presence; directory: () => Promise<Directory> },
  { watched, tell }: { watched: () => boolean; tell: (board: Board) => void },
): LiveBoard {
  let timer: NodeJS.Timeout | undefined;
  let told = '';
  /** How long the last look took, in milliseconds. */
  let looked = 0;

  async function since(priority: Scalar): Promise<number> {
    const first = await storage.find('conversations', {
      index: 'byWaiting',
      equals: { status: 'queued', priority },
      limit: 1,
    } as const);
    return first.docs[0]?.waitingSince ?? Infinity;
  }

  const late = (watchedBy: 'owner' | 'manager'): Promise<number> =>
    storage.count('handoffs', {
      index: 'byDeadline',
      equals: { watched: watchedBy },
      range: { field: 'deadline', lte: now() },
      limit: MOST,
    });

  /** What a site closed since midnight by its clock. */
  async function countToday(site: Site, count: RowCount): Promise<void> {
    const { timeZone } = site.hours;
    let after: string | null = null;
    do {
      const page: Page<'conversations'> = await storage.find('conversations', {
        index: 'byClosing',
        equals: { siteId: site.id, status: 'closed' },
        range: { field: 'closedAt', gte: momentOf(localDate(now(), timeZone), '00:00', timeZone) },
        limit: MOST,
        after,
      });
      for (const doc of page.docs) {
        const fact = contactFact(doc, site);
        if (fact) count.add(fact);
      }
      after = page.next;
    } while (after !== null);
  }

  async function overdue(): Promise<Pick<Board, 'overdue' | 'overdueCases'>> {
    const [owners, managers, overdueCases] = await Promise.all([
      late('owner'),
      late('manager'),
      storage.count('cases', {
        index: 'byPromise',
        equals: { open: 1 },
        range: { field: 'promisedAt', lt: now() },
        limit: MOST,
      }),
    ]);
    return { overdue: owners + managers, overdueCases };
  }

  async function board(): Promise<Board> {
    const { sites } = await directory();
    const today = new RowCount();
    const [waiting, open, first, firstBack, past, users] = await Promise.all([
      storage.count('conversations', { index: 'byWaiting', equals: { status: 'queued' }, limit: MOST }),
      storage.count('conversations', { index: 'byOpen', equals: { open: 1 }, limit: MOST }),
      since(1),
      since(0),
      overdue(),
      presence.present(),
      Promise.all([...sites.values()].map((site) => countToday(site, today))),
    ]);
    const waitingSince = Math.min(first, firstBack);
    return {
      at: now(),
      waiting,
      waitingSince: Number.isFinite(waitingSince) ? waitingSince : null,
      active: Math.max(0, open - waiting),
      ...past,
      agents: await Promise.all(
        users
          .filter(({ role }) => isCentre(role))
          .map(async ({ id, name, availability, availabilityReason, capacity }) => {
            const load = await presence.loadOf(id, capacity);
            return { id, name, availability, availabilityReason, load, capacity };
          }),
      ),
      today: today.today(),
    };
  }

  async function refresh(): Promise<void> {
    if (!watched()) return;
    const next = await board();
    const text = JSON.stringify({ ...next, at: 0 });
    if (text === told) return;
    told = text;
    tell(next);
  }

  return {
    now: board,
    overdue,
    changed() {
      if (!watched()) return;
      timer ??= setTimeout(
        () => {
          timer = undefined;
          const began = performance.now();
          refresh()
            .catch((error: unknown) =>
              log.warn({ err: error }, 'board not told; it is told with the next change'),
            )
            .finally(() => (looked = performance.now() - began));
        },
        settleMs(SETTLE_MS, looked),
      );
    },
    stop: () => clearTimeout(timer),
  };
}
