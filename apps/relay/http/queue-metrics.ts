import { Gauge, type Registry } from 'prom-client';
import type { Admission } from '../admission.ts';
import type { Context } from '../context.ts';
import type { Directory } from '../directory.ts';

/** A queue that is longer is told as this long. */
const COUNTED = 1_000;

/** Adds to the figures what waits for an agent and what waits for the storage; asked for when they are read. */
export function queueMetrics(
  registry: Registry,
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  directory: () => Promise<Directory>,
  admission: Admission,
): void {
  registry.registerMetric(
    new Gauge({
      name: 'lotsa_writes_waiting',
      help: 'Writes of conversations that are not durable yet.',
      registers: [],
      collect() {
        this.set(admission.waiting());
      },
    }),
  );
  const queueOf = (siteId: string) => ({ index: 'byQueue', equals: { siteId, status: 'queued' } }) as const;
  const bySite = (name: string, help: string, value: (siteId: string) => Promise<number>): void =>
    registry.registerMetric(
      new Gauge({
        name,
        help,
        labelNames: ['site'] as const,
        registers: [],
        async collect() {
          try {
            for (const site of (await directory()).sites.keys()) this.set({ site }, await value(site));
          } catch {
            // Figures are read also while the storage does not answer: these are as they were.
          }
        },
      }),
    );
  bySite('lotsa_queue_length', `How many wait in the queue, by site; ${COUNTED} at most.`, (siteId) =>
    storage.count('conversations', { ...queueOf(siteId), limit: COUNTED }),
  );
  bySite(
    'lotsa_queue_oldest_wait_seconds',
    'How long the first in the queue has waited, by site.',
    async (siteId) => {
      const [first] = (await storage.find('conversations', { ...queueOf(siteId), limit: 1 })).docs;
      return first ? Math.max(0, now() - first.waitingSince) / 1_000 : 0;
    },
  );
}
