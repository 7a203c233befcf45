import { contactFact, figuresOfToday, isCentre, localDate, momentOf } from '@lotsa/core';
import type { Board, ContactFact, Site } from '@lotsa/protocol';
import type { Page, Scalar } from '@lotsa/storage';
import type { Context } from './context.ts';
import type { Directory } from './directory.ts';
import type { Presence } from './presence.ts';

/** Changes within this time are told once. */
const SETTLE_MS = 500;
/** Counts go no further: a board that says a thousand has said enough. */
const MOST = 1_000;

/** Keeps those who watch the centre up to date. */
export interface LiveBoard {
  /** The board as it is now. */
  now(): Promise<Board>;
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
  async function closedToday(site: Site): Promise<ContactFact[]> {
    const { timeZone } = site.hours;
    const facts: ContactFact[] = [];
    let after: string | null = null;
    do {
      const page: Page<'conversations'> = await storage.find('conversations', {
        index: 'byClosing',
        equals: { siteId: site.id, status: 'closed' },
        range: { field: 'closedAt', gte: momentOf(localDate(now(), timeZone), '00:00', timeZone) },
        limit: MOST,
        after,
      });
      facts.push(...page.docs.flatMap((doc) => contactFact(doc, site) ?? []));
      after = page.next;
    } while (after !== null);
    return facts;
  }

  async function board(): Promise<Board> {
    const { sites } = await directory();
    const [waiting, open, first, firstBack, overdue, alerted, overdueCases, users, closed] =
      await Promise.all([
        storage.count('conversations', { index: 'byWaiting', equals: { status: 'queued' }, limit: MOST }),
        storage.count('conversations', { index: 'byOpen', equals: { open: 1 }, limit: MOST }),
        since(1),
        since(0),
        late('owner'),
        late('manager'),
        storage.count('cases', {
          index: 'byPromise',
          equals: { open: 1 },
          range: { field: 'promisedAt', lt: now() },
          limit: MOST,
        }),
        presence.present(),
        Promise.all([...sites.values()].map(closedToday)),
      ]);
    const waitingSince = Math.min(first, firstBack);
    return {
      at: now(),
      waiting,
      waitingSince: Number.isFinite(waitingSince) ? waitingSince : null,
      active: Math.max(0, open - waiting),
      overdue: overdue + alerted,
      overdueCases,
      agents: await Promise.all(
        users
          .filter(({ role }) => isCentre(role))
          .map(async ({ id, name, availability, availabilityReason, capacity }) => {
            const load = await presence.loadOf(id, capacity);
            return { id, name, availability, availabilityReason, load, capacity };
          }),
      ),
      today: figuresOfToday(closed.flat()),
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
    changed() {
      if (!watched()) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        refresh().catch((error: unknown) =>
          log.warn({ err: error }, 'board not told; it is told with the next change'),
        );
      }, SETTLE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
