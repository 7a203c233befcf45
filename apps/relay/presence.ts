import { isAvailable, type Staffing } from '@lotsa/core';
import type { Colleague } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Context } from './context.ts';

/** A connected console says so this often, by its relay. */
export const HEARTBEAT_MS = 10_000;
/** Present for this long after the last heartbeat: a reload or a short break changes nothing. */
const PRESENT_MS = 25_000;
const PAGE = 1_000;
/** No capacity is beyond this, and no query counts further. */
const MOST_COUNTED = 900;

/** Who is there, kept in the database so that every relay knows. */
export interface Presence {
  /** A console of the user is connected, or still is. @returns the user as it is now. */
  beat(userId: string): Promise<UserDoc | undefined>;
  /** The user signed out: nobody waits for the time to run out. */
  leave(userId: string): Promise<UserDoc | undefined>;
  /** Everybody whose console is connected, or was until `agoMs` ago. */
  present(agoMs?: number): Promise<UserDoc[]>;
  /** How many agents can take a conversation now (rules R1, R4). */
  availableAgents(): Promise<number>;
  /** The places of those agents for conversations. */
  staffing(): Promise<Staffing>;
  /** How many conversations a user has now, counted no further than its capacity. */
  loadOf(userId: string, capacity: number): Promise<number>;
}

/** Makes it. */
export function createPresence({ storage, now }: Context): Presence {
  async function present(agoMs = 0): Promise<UserDoc[]> {
    const users: UserDoc[] = [];
    let after: string | null = null;
    do {
      const page: { docs: UserDoc[]; next: string | null } = await storage.find('users', {
        index: 'byPresence',
        range: { field: 'presentUntil', gt: now() - agoMs },
        limit: PAGE,
        after,
      });
      users.push(...page.docs);
      after = page.next;
    } while (after !== null);
    return users;
  }

  const available = async (): Promise<UserDoc[]> =>
    (await present()).filter((user) => isAvailable(user, now()));
  const loadOf: Presence['loadOf'] = (userId, capacity) =>
    storage.count('conversations', {
      index: 'byOwner',
      equals: { ownerId: userId, open: 1 },
      limit: Math.min(capacity, MOST_COUNTED) + 1,
    });

  return {
    beat: (userId) => storage.update('users', userId, { presentUntil: now() + PRESENT_MS }),
    leave: (userId) => storage.update('users', userId, { presentUntil: now() }),
    present,
    availableAgents: async () => (await available()).length,
    async staffing() {
      const agents = await available();
      const loads = await Promise.all(agents.map(({ id, capacity }) => loadOf(id, capacity)));
      return {
        places: agents.reduce((sum, { capacity }) => sum + capacity, 0),
        free: agents.reduce((sum, { capacity }, i) => sum + Math.max(0, capacity - (loads[i] ?? 0)), 0),
      };
    },
    loadOf,
  };
}

/** A user as colleagues see it. */
export function colleagueOf(user: UserDoc, now: number): Colleague {
  const { id, name, role, departmentIds, languages, skills, availability, availabilityReason } = user;
  const present = user.presentUntil > now;
  return { id, name, role, departmentIds, languages, skills, availability, availabilityReason, present };
}
