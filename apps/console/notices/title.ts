import { effect } from '@preact/signals';
import { alarmOf } from '../alarm/alarm-of.ts';
import type { App } from '../app-context.ts';
import { unreadInMine } from '../lists/box-names.ts';

/** Keeps the count of what waits for this user in the title, where a tab in the background shows it. */
export function showCountInTitle({ state, i18n, pace }: App): void {
  effect(() => {
    const { queue, handoffs } = state.value.boxes;
    const n = unreadInMine(state.value) + queue.conversationIds.length + handoffs.conversationIds.length;
    const title = n > 0 ? `(${n}) ${i18n.t.lotsa}` : i18n.t.lotsa;
    document.title = alarmOf(state.value, pace.value) ? `❗ ${i18n.t.alarmTitle} – ${title}` : title;
  });
}
