import type { KeyValueStore } from '@lotsa/client';

/** One device: a store that several tabs share, each hearing what the others write. */
export class Device {
  readonly values = new Map<string, string>();
  readonly #listeners = new Set<{ tab: object; hear: (key: string) => void }>();

  /** The store as one more tab has it. */
  tab(): KeyValueStore {
    const tab = {};
    const tell = (key: string): void => {
      for (const each of this.#listeners) if (each.tab !== tab) each.hear(key);
    };
    return {
      get: (key) => this.values.get(key) ?? null,
      set: (key, value) => {
        this.values.set(key, value);
        tell(key);
      },
      remove: (key) => {
        this.values.delete(key);
        tell(key);
      },
      onChange: (hear) => {
        const listener = { tab, hear };
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
    };
  }
}
