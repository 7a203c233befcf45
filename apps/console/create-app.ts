import type { KeyValueStore, StaffConsole, StaffState } from '@lotsa/client';
import { createAnnouncer, createToasts } from '@lotsa/ui';
import { signal } from '@preact/signals';
import type { App } from './app-context.ts';
import { createComposerPort } from './composer/composer-port.ts';
import { createConsoleI18n } from './locales/index.ts';
import { createPreferences } from './preferences/preferences.ts';
import { createRoute } from './routing/route.ts';

/** Makes what the screens share. `store` keeps the choices of this device. */
export function createApp(staff: StaffConsole, store: KeyValueStore): App {
  const state = signal<StaffState>(staff.state);
  staff.subscribe((next) => (state.value = next));
  const now = signal(Date.now());
  setInterval(() => (now.value = Date.now()), 1_000);
  return {
    staff,
    state,
    now,
    i18n: createConsoleI18n(),
    preferences: createPreferences(store),
    route: createRoute(),
    toasts: createToasts(),
    announcer: createAnnouncer(),
    box: signal('queue'),
    dialog: signal(null),
    contextShown: signal(false),
    noting: signal(new Set()),
    composer: createComposerPort(),
  };
}
