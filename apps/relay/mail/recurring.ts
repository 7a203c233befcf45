import type { Context } from '../context.ts';

/**
 * Does something once for each time that it is due (a Monday, a day of the month), on however many relays. Of a store that is new since
 * then there is nothing to tell.
 * @param dueAt the last or next time, near a moment. @param counter says up to which it has been done. `send` may be done again
 * after a crash, so what it queues names the time.
 */
export function recurring(
  { storage, now }: Pick<Context, 'storage' | 'now'>,
  dueAt: (at: number) => number,
  counter: string,
  send: (due: number) => Promise<void>,
): { look(): Promise<void> } {
  let sent = 0;
  return {
    async look() {
      const due = dueAt(now());
      if (now() < due || sent === due) return;
      const done = await storage.get('counters', counter);
      if (done && done.value < due) await send(due);
      await storage.put('counters', { id: counter, value: due });
      sent = due;
    },
  };
}
