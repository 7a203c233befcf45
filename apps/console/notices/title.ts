import { computed, effect } from '@preact/signals';
import type { App } from '../app-context.ts';
import { unreadInMine } from '../lists/box-names.ts';

/** Keeps the count of what waits for this user in the title, where a tab in the background shows it. */
export function showCountInTitle({ state, i18n, alarm }: App): void {
  const title = computed(() => {
    const { queue, handoffs } = state.value.boxes;
    const n = unreadInMine(state.value) + queue.conversationIds.length + handoffs.conversationIds.length;
    const counted = n > 0 ? `(${n}) ${i18n.t.lotsa}` : i18n.t.lotsa;
    return alarm.value ? `❗ ${i18n.t.alarmTitle} – ${counted}` : counted;
  });
  effect(() => {
    document.title = title.value;
  });
}
