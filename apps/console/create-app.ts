import type { KeyValueStore, StaffConsole } from '@lotsa/client';
import { createAnnouncer, createToasts } from '@lotsa/ui';
import { computed, signal } from '@preact/signals';
import { alarmOf } from './alarm/alarm-of.ts';
import type { App } from './app-context.ts';
import { createComposerPort } from './composer/composer-port.ts';
import { fieldSignals } from './field-signals.ts';
import { createLists } from './lists/box-names.ts';
import { createConsoleI18n } from './locales/index.ts';
import { createPreferences } from './preferences/preferences.ts';
import { createLastContact } from './registering/last-contact.ts';
import { createRoute } from './routing/route.ts';

const PACE_MS = 15_000;

/** Makes what the screens share. `store` keeps the choices of this device. */
export function createApp(staff: StaffConsole, store: KeyValueStore): App {
  const state = fieldSignals(staff);
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), 1_000);
  const pace = computed(() => now.value - (now.value % PACE_MS));
  return {
    staff,
    state,
    cases: fieldSignals(staff.cases),
    now,
    pace,
    lists: createLists(state, pace),
    alarm: computed(() => alarmOf(state.value, now.value)),
    i18n: createConsoleI18n(),
    preferences: createPreferences(store),
    route: createRoute(),
    toasts: createToasts(),
    announcer: createAnnouncer(),
    box: signal('queue'),
    dialog: signal(null),
    split: signal(null),
    lastContact: createLastContact(store),
    contextShown: signal(false),
    noting: signal(new Set()),
    composer: createComposerPort(),
  };
}
