import { effect, untracked } from '@preact/signals';
import type { App } from '../app-context.ts';
import { offersToMe } from '../offers/offers-to.ts';
import { showOnDesktop } from './announce-notices.ts';
import { beep } from './beep.ts';

/** An offer rings this often, an alarm that often, in seconds. */
const OFFER = 4;
const ALARM = 20;

/** Whether it rings in a second of the clock: while something is offered, and while somebody waits too long. */
export const rings = (second: number, offered: boolean, alarmed: boolean): boolean =>
  (offered && second % OFFER === 0) || (alarmed && second % ALARM === 0);

/** Rings by choice, until it is answered. */
export function ringWhileNeeded({ state, now, alarm, preferences }: App): void {
  effect(() => {
    const at = now.value;
    untracked(() => {
      if (!preferences.choices.value.sound || state.value.phase !== 'ready') return;
      const offered = offersToMe(state.value, at).length > 0;
      if (rings(Math.floor(at / 1_000), offered, alarm.value !== null)) beep();
    });
  });
}

/** Shows each alarm once on the desktop, by choice, for who looks at something else. */
export function showAlarmOnDesktop(app: App): void {
  const { alarm, preferences } = app;
  let shown: string | null = null;
  effect(() => {
    const first = alarm.value?.first.id ?? null;
    untracked(() => {
      if (first !== null && first !== shown && preferences.choices.value.desktop && !document.hasFocus())
        showOnDesktop(app, { type: 'alarm', conversationId: first });
      shown = first;
    });
  });
}
