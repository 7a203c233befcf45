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
  /** How many agents can take a conversation now (rules R1, R4). */
  availableAgents(): Promise<number>;
}

/** Makes it. */
export function createPresence({ storage, now }: Context): Presence {
  return {
    beat: (userId) => storage.update('users', userId, { presentUntil: now() + PRESENT_MS }),
    leave: (userId) => storage.update('users', userId, { presentUntil: now() }),
    async availableAgents() {
      let available = 0;
      let after: string | null = null;
      const at = now();
      do {
        const page: { docs: UserDoc[]; next: string | null } = await storage.find('users', {
          index: 'byPresence',
          range: { field: 'presentUntil', gt: at },
          limit: PAGE,
          after,
        });
        available += page.docs.filter((user) => isAvailable(user, at)).length;
        after = page.next;
      } while (after !== null);
      return available;
    },
  };
}

/** A user as colleagues see it. */
export function colleagueOf(user: UserDoc, now: number): Colleague {
  const { id, name, role, departmentIds, languages, availability } = user;
  return { id, name, role, departmentIds, languages, availability, present: user.presentUntil > now };
}
