import type { KeyValueStore } from '@lotsa/client';
import { type ReadonlySignal, signal } from '@preact/signals';
import { LANGUAGES, type Language } from '../locales/index.ts';

/** What a member of the staff has chosen on this device. */
export interface Choices {
  readonly language: Language;
  readonly theme: 'system' | 'light' | 'dark';
  /** Sound and desktop notices are off until they are asked for. */
  readonly sound: boolean;
  readonly desktop: boolean;
}

/** The choices, kept on this device. */
export interface Preferences {
  readonly choices: ReadonlySignal<Choices>;
  readonly choose: (patch: Partial<Choices>) => void;
}

const KEY = 'preferences';
const DEFAULT: Choices = { language: 'sv', theme: 'system', sound: false, desktop: false };

function stored(store: KeyValueStore): Choices {
  try {
    const known = JSON.parse(store.get(KEY) ?? '{}') as Partial<Choices>;
    return {
      language: known.language && known.language in LANGUAGES ? known.language : DEFAULT.language,
      theme: known.theme === 'light' || known.theme === 'dark' ? known.theme : DEFAULT.theme,
      sound: known.sound === true,
      desktop: known.desktop === true,
    };
  } catch {
    return DEFAULT;
  }
}

/** Reads the choices of a store; what is not understood is as if it had not been chosen. */
export function createPreferences(store: KeyValueStore): Preferences {
  const choices = signal(stored(store));
  return {
    choices,
    choose(patch) {
      choices.value = { ...choices.value, ...patch };
      store.set(KEY, JSON.stringify(choices.value));
    },
  };
}
