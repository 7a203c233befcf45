import { fail } from '@lotsa/protocol';
import type { Storage } from './port.ts';

/** With this many takers at once something is wrong. */
const MAX_TRIES = 100;

/**
 * The next number of a series, from 1; the same one is never given twice, on any relay. One that is not used leaves a
 * hole, so it is taken last.
 */
export async function takeNext(storage: Storage, series: string): Promise<number> {
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const { value } = (await storage.get('counters', series)) ?? { value: 0 };
    if (value === 0) await storage.insert('counters', [{ id: series, value: 0 }]);
    const taken = await storage.update('counters', series, { value: value + 1 }, { value });
    if (taken) return taken.value;
  }
  throw fail('storage_unavailable', {});
}
