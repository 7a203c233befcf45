import { localDate, momentOf } from '@lotsa/core';
import type { PresenceDayDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import type { Presence } from '../presence.ts';

/** Where the municipality is. */
const TIME_ZONE = 'Europe/Stockholm';
const HALF_HOUR = 1_800_000;
/** It is looked this often. */
const LOOK_MS = 5 * 60_000;

/** Counts agents that are there and not away, for staffing: how many, and nobody's name. */
export function createPresenceDays(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  presence: Presence,
): { look(): Promise<void> } {
  return {
    async look() {
      const at = now();
      const day = localDate(at, TIME_ZONE);
      const half = Math.min(47, Math.floor((at - momentOf(day, '00:00', TIME_ZONE)) / HALF_HOUR));
      const doc: PresenceDayDoc = (await storage.get('presenceDays', day)) ?? {
        id: day,
        day,
        counted: Array.from({ length: 48 }, () => 0),
        looks: Array.from({ length: 48 }, () => 0),
        lookedAt: 0,
      };
      if (at - doc.lookedAt < LOOK_MS) return;
      const there = (await presence.present()).filter(
        ({ role, availability }) => role === 'agent' && availability !== 'away',
      );
      doc.counted[half] = (doc.counted[half] ?? 0) + there.length;
      doc.looks[half] = (doc.looks[half] ?? 0) + 1;
      await storage.put('presenceDays', { ...doc, lookedAt: at });
    },
  };
}
