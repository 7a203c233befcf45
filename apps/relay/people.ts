import { isAvailable } from '@lotsa/core';
import type { ChatOffer, Colleague, Site } from '@lotsa/protocol';
import type { Context } from './context.ts';
import type { Directory } from './directory.ts';
import { offerOf } from './offers.ts';
import { colleagueOf, type Presence } from './presence.ts';

/** Changes within this time are told once. */
const SETTLE_MS = 150;
/** Whoever was present this lately is looked at: long enough to see everybody leave. */
const LATELY_MS = 120_000;

/** Tells consoles who is there, and panels whether chat is offered, whenever one of them changes. */
export interface People {
  /** Somebody came, left or changed status, or time has passed: look, soon. */
  changed(): void;
  stop(): void;
}

/** Whom it tells. */
export interface PeopleAudience {
  colleague(colleague: Colleague): void;
  offer(site: Site, offer: ChatOffer): void;
}

/** Makes it. */
export function createPeople(
  { now, log }: Context,
  presence: Presence,
  directory: () => Promise<Directory>,
  tell: PeopleAudience,
): People {
  const colleagues = new Map<string, string>();
  const offers = new Map<string, string>();
  let timer: NodeJS.Timeout | undefined;

  /** Remembers a value; true when it is another than before. */
  const differs = (known: Map<string, string>, key: string, value: string): boolean => {
    if (known.get(key) === value) return false;
    known.set(key, value);
    return true;
  };

  async function look(): Promise<void> {
    const [users, { sites }] = await Promise.all([presence.present(LATELY_MS), directory()]);
    const at = now();
    for (const user of users) {
      const colleague = colleagueOf(user, at);
      const { availability, availabilityReason, present } = colleague;
      const state = `${availability}/${availabilityReason}/${present}`;
      if (differs(colleagues, user.id, state)) tell.colleague(colleague);
    }
    const available = users.filter((user) => isAvailable(user, at)).length;
    for (const site of sites.values()) {
      const offer = offerOf(site, available, at);
      if (differs(offers, site.id, JSON.stringify(offer))) tell.offer(site, offer);
    }
  }

  return {
    changed() {
      timer ??= setTimeout(() => {
        timer = undefined;
        look().catch((error: unknown) => log.warn({ err: error }, 'presence not told; it is tried again'));
      }, SETTLE_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
