import { signal, type ReadonlySignal } from '@preact/signals';

/** Something to be said by a screen reader. */
export interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly urgency: 'polite' | 'assertive';
}

/** Says things to a screen reader through a `LiveRegion`. */
export interface Announcer {
  readonly said: ReadonlySignal<readonly Announcement[]>;
  /** Waits for a pause. With a `key`, the same key is said once however often it is asked for. */
  readonly polite: (text: string, key?: string) => void;
  /** Interrupts: only for what must be known at once. */
  readonly assertive: (text: string, key?: string) => void;
}

/** Only the latest stay in the page, where a screen reader's reading cursor could find them a second time. */
const KEPT = 3;
/** Keys remembered; a key older than this many is forgotten. */
const KEYS = 1000;

/** An announcer of its own memory; a page has one. */
export function createAnnouncer(): Announcer {
  const said = signal<readonly Announcement[]>([]);
  const keys = new Set<string>();
  let id = 0;
  const say = (urgency: Announcement['urgency'], text: string, key?: string) => {
    if (key !== undefined) {
      if (keys.has(key)) return;
      keys.add(key);
      if (keys.size > KEYS) keys.delete(keys.values().next().value ?? key);
    }
    said.value = [...said.value.slice(1 - KEPT), { id: ++id, text, urgency }];
  };
  return {
    said,
    polite: (text, key) => say('polite', text, key),
    assertive: (text, key) => say('assertive', text, key),
  };
}
