import {
  addDays,
  caseFact,
  contactFact,
  type FactDay,
  localDate,
  momentOf,
  packFact,
  type PageDay,
  pageOf,
  REOPENS_MS,
  unpackFact,
} from '@lotsa/core';
import type { ContactFact, Site } from '@lotsa/protocol';
import type { CollectionName, Documents, Query, Storage } from '@lotsa/storage';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import type { Directory } from '../directory.ts';
import type { Leases } from '../leases.ts';
import { createPresenceDays } from './presence-days.ts';
import type { Presence } from '../presence.ts';

/** Today is counted anew this often. */
const FRESH_MS = 5 * 60_000;
/** Days that are built at one look, so that a store that was never counted is taken in bit by bit. */
const AT_ONCE = 10;
const PAGE = 500;
/** A day is read again until nobody of it can come back (rule O5), and a survey's late answers are in. */
const SETTLED_DAYS = REOPENS_MS / 86_400_000 + 1;

/** Facts of days that do not change any more, which are kept at hand: two years of Ekhamra's. */
const REMEMBERED = 160_000;
/** Days that are read in one go: some ten thousand facts would hold up those who chat. */
const DAYS_A_PAGE = 12;
/** Days that are taken in at the start: who asks for a year, and the year before, does not wait for the store. */
const READ_AHEAD = 730;

type ReadDay = FactDay & PageDay & { demo: boolean; final: 0 | 1; builtAt: number };
/** Pages that a day remembers questions of; where there are more somebody is playing. */
const PAGES_A_DAY = 500;

/** Days of a site, and what there is to say of them. */
export interface StatPeriod {
  days: FactDay[];
  demo: boolean;
  finalTo: string | null;
  /** Another one when any of the days is another than it was. */
  stamp: string;
}

/** Keeps the facts of each day. */
export interface StatDays {
  /** Counts what has to be counted; several relays take turns. */
  look(): Promise<void>;
  /** The days from one to another, both among them. */
  read(siteId: string, from: string, to: string): Promise<StatPeriod>;
  /** How many questions were asked from each page on those days. */
  pages(siteId: string, from: string, to: string): Promise<PageDay[]>;
}

/** Makes it. */
export function createStatDays(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  {
    leases,
    directory,
    presence,
  }: { leases: Leases; directory: () => Promise<Directory>; presence: Presence },
): StatDays {
  const presenceDays = createPresenceDays({ storage, now }, presence);
  let lookedAt = 0;
  let readAhead = false;
  const settled = new LRUCache<string, ReadDay>({
    maxSize: REMEMBERED,
    sizeCalculation: ({ facts }) => facts.length + 1,
  });

  async function lookAt(site: Site): Promise<boolean> {
    const today = localDate(now(), site.hours.timeZone);
    let left = AT_ONCE;
    // Those that may still change: each once a day, today every few minutes.
    const open = await storage.find('statDays', {
      index: 'byFinal',
      equals: { siteId: site.id, final: 0 },
      limit: PAGE,
    });
    for (const { day, builtAt } of open.docs) {
      const stale =
        day === today ? now() - builtAt >= FRESH_MS : localDate(builtAt, site.hours.timeZone) < today;
      if (!stale) continue;
      if (left === 0) return false;
      left -= 1;
      await build(site, day, today);
    }
    const first = await firstMissing(site);
    for (let day = first ?? today; day <= today; day = addDays(day, 1)) {
      if (left === 0) return false;
      left -= 1;
      await build(site, day, today);
    }
    return true;
  }

  /** The day after the last one that was built; of a site that has none, the one on which its first contact ended. */
  async function firstMissing({ id, hours: { timeZone } }: Site): Promise<string | undefined> {
    const [last] = (
      await storage.find('statDays', { index: 'byDay', equals: { siteId: id }, order: 'desc', limit: 1 })
    ).docs;
    if (last) return addDays(last.day, 1);
    const first = await Promise.all([
      storage.find('conversations', {
        index: 'byClosing',
        equals: { siteId: id, status: 'closed' },
        limit: 1,
      }),
      storage.find('cases', { index: 'byEnd', equals: { open: 0 }, limit: 1 }),
    ]);
    const ends = first.flatMap(({ docs }) => docs.flatMap(({ closedAt }) => closedAt ?? []));
    return ends.length === 0 ? undefined : localDate(Math.min(...ends), timeZone);
  }

  async function build(site: Site, day: string, today: string): Promise<void> {
    const builtAt = now();
    const { facts, pages } = await factsOf(storage, site, day);
    const final = addDays(day, SETTLED_DAYS) < today ? 1 : 0;
    await storage.put('statDays', {
      id: `${site.id}:${day}`,
      siteId: site.id,
      day,
      facts: facts.map(packFact),
      pages,
      final,
      builtAt,
      demo: false,
    });
  }

  return {
    async look() {
      if (now() - lookedAt < FRESH_MS) return;
      const { sites } = await directory();
      let done = true;
      await leases.hold('statistics', async () => {
        await presenceDays.look();
        for (const site of sites.values()) done = (await lookAt(site)) && done;
      });
      if (done) lookedAt = now();
      if (readAhead) return;
      readAhead = true;
      for (const { id, hours } of sites.values()) {
        const today = localDate(now(), hours.timeZone);
        await readDays(id, addDays(today, -READ_AHEAD), today);
      }
    },
    async read(siteId, from, to) {
      const read = await readDays(siteId, from, to);
      return {
        days: read.map(({ day, facts }) => ({ day, facts })),
        demo: read.some((one) => one.demo),
        finalTo: read.findLast((one) => one.final === 1)?.day ?? null,
        // Final days stay as they are.
        stamp: [read.length, ...read.flatMap((one) => (one.final === 1 ? [] : [one.day, one.builtAt]))].join(
          ' ',
        ),
      };
    },
    pages: async (siteId, from, to) =>
      (await readDays(siteId, from, to)).map(({ day, pages }) => ({ day, pages })),
  };

  /** The days that there are, the first first. */
  async function readDays(siteId: string, from: string, to: string): Promise<ReadDay[]> {
    const read = new Map<string, ReadDay>();
    const missing: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) {
      const known = settled.get(`${siteId}:${day}`);
      if (known) read.set(day, known);
      else missing.push(day);
    }
    const [first, last] = [missing[0], missing.at(-1)];
    if (first !== undefined && last !== undefined) {
      const range = { field: 'day', gte: first, lte: last } as const;
      const query = { index: 'byDay', equals: { siteId }, range, limit: DAYS_A_PAGE } as const;
      for await (const doc of each(storage, 'statDays', query)) {
        if (read.has(doc.day)) continue;
        const { day, pages, demo, final, builtAt } = doc;
        const one = { day, facts: doc.facts.map(unpackFact), pages, demo, final, builtAt };
        read.set(day, one);
        if (final === 1) settled.set(doc.id, one);
      }
    }
    return [...read.values()].toSorted((x, y) => (x.day < y.day ? -1 : 1));
  }
}

/** What ended at a site on a day. */
async function factsOf(
  storage: Storage,
  site: Site,
  day: string,
): Promise<{ facts: ContactFact[]; pages: [string, number][] }> {
  const { timeZone } = site.hours;
  const [from, to] = [momentOf(day, '00:00', timeZone), momentOf(day, '24:00', timeZone)];
  const scores = new Map<string, Record<string, number>>();
  // A visitor may have told what it thought before the agent closed, and until the day is settled.
  const told = {
    index: 'bySite',
    equals: { siteId: site.id },
    range: { field: 'at', gte: from - 86_400_000, lt: to + SETTLED_DAYS * 86_400_000 },
    limit: PAGE,
  } as const;
  for await (const rating of each(storage, 'ratings', told)) scores.set(rating.id, rating.scores);
  const facts: ContactFact[] = [];
  const pages = new Map<string, number>();
  const closed = {
    index: 'byClosing',
    equals: { siteId: site.id, status: 'closed' },
    range: { field: 'closedAt', gte: from, lt: to },
    limit: PAGE,
  } as const;
  for await (const it of each(storage, 'conversations', closed)) {
    const fact = contactFact(it, site, scores.get(it.id));
    if (!fact) continue;
    facts.push(fact);
    if (it.page && !it.secret) pages.set(pageOf(it.page), (pages.get(pageOf(it.page)) ?? 0) + 1);
  }
  // What was added after its end has moved it to a later time.
  const ended = {
    index: 'byEnd',
    equals: { open: 0 },
    range: { field: 'lastAt', gte: from },
    limit: PAGE,
  } as const;
  for await (const it of each(storage, 'cases', ended)) {
    if (it.siteId !== site.id || it.closedAt === null || it.closedAt < from || it.closedAt >= to) continue;
    const fact = caseFact(it, it.log, site);
    if (fact) facts.push(fact);
  }
  return { facts, pages: [...pages].toSorted(([, a], [, b]) => b - a).slice(0, PAGES_A_DAY) };
}

/** Page by page; between two pages others are served. */
async function* each<C extends CollectionName>(
  storage: Storage,
  collection: C,
  query: Query<C>,
): AsyncGenerator<Documents[C]> {
  let after: string | null = null;
  do {
    const page: { docs: Documents[C][]; next: string | null } = await storage.find(collection, {
      ...query,
      after,
    });
    yield* page.docs;
    after = page.next;
    await new Promise((resolve) => setImmediate(resolve));
  } while (after !== null);
}
