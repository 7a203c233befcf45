import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fail } from '@lotsa/protocol';
import type { Context } from './context.ts';
import { createTurns } from './turns.ts';

/** Longer than anything that is done under one, a storage that hangs apart; a relay that was killed holds it no longer. */
const LEASE_MS = 5_000;
const TRY_AGAIN_MS = 25;

/** Lets one thing of a name be done at a time, on all relays of the database together. */
export interface Leases {
  /**
   * Does `task` while nobody else does anything of that name.
   * @throws LotsaError `storage_unavailable` when somebody else has held it for too long.
   */
  hold<T>(name: string, task: () => Promise<T>): Promise<T>;
  /**
   * Takes or keeps what one holder at a time does for long; whoever does not come back in time loses it.
   * @returns whether it is the holder's for so many milliseconds from now.
   */
  keep(name: string, holder: string, forMs: number): Promise<boolean>;
  /** Gives it back. */
  leave(name: string, holder: string): Promise<void>;
}

/** Makes them. The relays' clocks must agree to within a second or two. */
export function createLeases({ storage, now }: Pick<Context, 'storage' | 'now'>): Leases {
  // Within a relay one after the other, so that only relays compete in the database.
  const inTurn = createTurns();

  async function keep(id: string, holder: string, forMs: number): Promise<boolean> {
    const at = now();
    const until = at + forMs;
    if ((await storage.insert('leases', [{ id, holder, until }])) === 1) return true;
    const held = await storage.get('leases', id);
    if (!held || (held.holder !== holder && held.until > at)) return false;
    const before = { holder: held.holder, until: held.until };
    return (await storage.update('leases', id, { holder, until }, before)) !== undefined;
  }

  async function run<T>(name: string, task: () => Promise<T>): Promise<T> {
    const holder = randomUUID();
    const giveUpAt = performance.now() + LEASE_MS + 1_000;
    while (!(await keep(name, holder, LEASE_MS))) {
      if (performance.now() > giveUpAt) throw fail('storage_unavailable', {});
      await delay(TRY_AGAIN_MS);
    }
    try {
      return await task();
    } finally {
      // What cannot be given back runs out.
      await storage.update('leases', name, { holder: '', until: 0 }, { holder }).catch(() => undefined);
    }
  }

  return {
    hold: (name, task) => inTurn(name, () => run(name, task)),
    keep,
    leave: async (name, holder) =>
      void (await storage.update('leases', name, { holder: '', until: 0 }, { holder })),
  };
}
