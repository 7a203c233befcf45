import { isAvailable } from '@lotsa/core';
import type { Colleague } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';
import type { Context } from './context.ts';

/** A connected console says so this often, by its relay. */
export const HEARTBEAT_MS = 10_000;
/** Present for this long after the last heartbeat: a reload or a short break changes nothing. */
const PRESENT_MS = 25_000;
const PAGE = 1_000;

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

  return {
    beat: (userId) => storage.update('users', userId, { presentUntil: now() + PRESENT_MS }),
    leave: (userId) => storage.update('users', userId, { presentUntil: now() }),
    present,
    availableAgents: async () => (await present()).filter((user) => isAvailable(user, now())).length,
    loadOf: (userId, capacity) =>
      storage.count('conversations', {
        index: 'byOwner',
        equals: { ownerId: userId, open: 1 },
        limit: capacity + 1,
      }),
  };
}

/** A user as colleagues see it. */
export function colleagueOf(user: UserDoc, now: number): Colleague {
  const { id, name, role, departmentIds, languages, skills, availability, availabilityReason } = user;
  const present = user.presentUntil > now;
  return { id, name, role, departmentIds, languages, skills, availability, availabilityReason, present };
}
