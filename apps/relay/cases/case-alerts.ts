import { alertDue, MANAGER_ALERT_MS } from '@lotsa/core';
import type { Page } from '@lotsa/storage';
import type { Relay } from '../sockets/relay.ts';

/** Promised dates are looked at this often. */
const LOOK_MS = 60_000;
/** No working day is further from the one before: Christmas and New Year with the weekends about them. */
const LONGEST_CLOSED_MS = 10 * 24 * 60 * 60_000;
const BATCH = 200;

/** Reminds of promised dates that are near, and alerts when they have passed: the owner, then the manager (rule O6). */
export function createCaseAlerts(relay: Relay): { look(): Promise<void> } {
  const { storage, now, log } = relay.context;
  let lookedAt = -Infinity;

  async function lookAt(watched: 'reminder' | 'owner' | 'manager', until: number): Promise<void> {
    const { sites } = await relay.directory();
    let after: string | null = null;
    do {
      const page: Page<'cases'> = await storage.find('cases', {
        index: 'byWatch',
        equals: { watched },
        range: { field: 'promisedAt', lte: until },
        limit: BATCH,
        after,
      });
      for (const it of page.docs) {
        const site = sites.get(it.siteId);
        const alerted = site && alertDue(it, site.hours, now());
        if (!alerted) continue;
        try {
          // Named by the promise, so that several relays cause one entry.
          const by = { actor: { type: 'system' } as const, id: `alerted-${alerted}-${it.promisedAt}` };
          await relay.cases.execute(it.number, { type: 'alert', alerted }, by);
        } catch (error) {
          log.debug({ err: error, alerted }, 'not due any more');
        }
      }
      after = page.next;
    } while (after !== null);
  }

  return {
    async look() {
      if (now() - lookedAt < LOOK_MS && now() >= lookedAt) return;
      lookedAt = now();
      await lookAt('manager', now() - MANAGER_ALERT_MS);
      await lookAt('owner', now());
      await lookAt('reminder', now() + LONGEST_CLOSED_MS);
    },
  };
}
