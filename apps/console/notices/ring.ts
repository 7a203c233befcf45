import { effect, untracked } from '@preact/signals';
import type { App } from '../app-context.ts';
import { offersToMe } from '../offers/offers-to.ts';
import { showOnDesktop } from './announce-notices.ts';
import { beep } from './beep.ts';

/** An offer rings this often, an alarm that often, in seconds. */
const OFFER = 4;
const ALARM = 20;

/** Tells at each tick whether it rings: at once and then again while something is offered or somebody waits too long. */
export function createRinger(): (now: number, offered: boolean, alarmed: boolean) => boolean {
  let rang = -Infinity;
  return (now, offered, alarmed) => {
    if (!offered && !alarmed) rang = -Infinity;
    // Rounded: a clock of seconds is now and then some milliseconds early.
    else if (Math.round((now - rang) / 1_000) >= (offered ? OFFER : ALARM)) {
      rang = now;
      return true;
    }
    return false;
  };
}

/** Rings by choice, until it is answered. */
export function ringWhileNeeded({ state, now, alarm, preferences }: App): void {
  const rings = createRinger();
  effect(() => {
    const at = now.value;
    untracked(() => {
      if (!preferences.choices.value.sound || state.value.phase !== 'ready') return;
      if (rings(at, offersToMe(state.value, at).length > 0, alarm.value !== null)) beep();
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
