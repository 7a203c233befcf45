import type { CaseState, StaffConsole, StaffState } from '@lotsa/client';
import type { Announcer, Toasts } from '@lotsa/ui';
import type { ReadonlySignal, Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Alarm } from './alarm/alarm-of.ts';
import type { Split } from './conversation/split.ts';
import type { ComposerPort } from './composer/composer-port.ts';
import type { BoxName } from './lists/box-names.ts';
import type { ConsoleI18n } from './locales/index.ts';
import type { Preferences } from './preferences/preferences.ts';
import type { LastContact } from './registering/last-contact.ts';
import type { Route } from './routing/route.ts';

/** The dialogs that more than one place opens. */
export type OpenDialog =
  | 'handoff'
  | 'closing'
  | 'ban'
  | 'assign'
  | 'settings'
  | 'security'
  | 'shortcuts'
  | 'palette'
  | 'register'
  | 'shift'
  | 'earlierAnswers'
  | 'createCase'
  | 'webGap';

/** What every screen of the console shares. Made once, in `create-app.ts`. */
export interface App {
  readonly staff: StaffConsole;
  /** Read field by field: see {@link fieldSignals}. */
  readonly state: { readonly value: StaffState };
  readonly cases: { readonly value: CaseState };
  readonly i18n: ConsoleI18n;
  readonly preferences: Preferences;
  readonly route: Route;
  readonly toasts: Toasts;
  readonly announcer: Announcer;
  /** The time in milliseconds, once a second: for what has to tick. */
  readonly now: ReadonlySignal<number>;
  /** The same, four times a minute: for lists that go by it. */
  readonly pace: ReadonlySignal<number>;
  /** What stands in each list, in its order: the same array until something else does. */
  readonly lists: Readonly<Record<BoxName, ReadonlySignal<readonly string[]>>>;
  /** Somebody has waited too long. */
  readonly alarm: ReadonlySignal<Alarm | null>;
  /** The list that is shown. */
  readonly box: Signal<BoxName>;
  readonly dialog: Signal<OpenDialog | null>;
  /** Two conversations side by side; null shows one. */
  readonly split: Signal<Split | null>;
  /** What was registered last on this device. */
  readonly lastContact: LastContact;
  /** The context takes the conversation's place where there is no room for both. */
  readonly contextShown: Signal<boolean>;
  /** Conversations in which the composer writes notes. */
  readonly noting: Signal<ReadonlySet<string>>;
  readonly composer: ComposerPort;
}

/** Carries the {@link App} to every component. */
export const AppContext = createContext<App | null>(null);

/** The {@link App} of this page. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('no console around this component');
  return app;
}
