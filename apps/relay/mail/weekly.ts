import { digestDueAt } from '@lotsa/core';
import type { Context } from '../context.ts';

/**
 * Does something from Monday morning on, once a week, on however many relays; a store that is new this week has no last one.
 * @param counter says up to which Monday it has been done. `send` may be done again after a crash, so what it queues names the week.
 */
export function weekly(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  counter: string,
  send: (due: number) => Promise<void>,
): { look(): Promise<void> } {
  let sent = 0;
  return {
    async look() {
      const due = digestDueAt(now());
      if (now() < due || sent === due) return;
      const done = await storage.get('counters', counter);
      if (done && done.value < due) await send(due);
      await storage.put('counters', { id: counter, value: due });
      sent = due;
    },
  };
}
