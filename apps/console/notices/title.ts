import { computed } from '@preact/signals';
import type { App } from '../app-context.ts';
import { unreadInMine } from '../lists/box-names.ts';

/** A title is written this long after what it counts has changed, in milliseconds: each costs the browser's window work, too. */
const SOON = 100;

/** Keeps the count of what waits for this user in the title, where a tab in the background shows it. */
export function showCountInTitle({ state, i18n, alarm }: App): void {
  const title = computed(() => {
    const { queue, handoffs } = state.value.boxes;
    const n = unreadInMine(state.value) + queue.conversationIds.length + handoffs.conversationIds.length;
    const counted = n > 0 ? `(${n}) ${i18n.t.lotsa}` : i18n.t.lotsa;
    return alarm.value ? `❗ ${i18n.t.alarmTitle} – ${counted}` : counted;
  });
  let waits = false;
  title.subscribe(() => {
    if (waits) return;
    waits = true;
    setTimeout(() => {
      waits = false;
      document.title = title.value;
    }, SOON);
  });
}
