/** Where a client keeps what must survive a reload: the outbox, drafts, and a visitor's token where cookies fail. */
export interface KeyValueStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** Calls `listener` when another tab changed something here. The answer ends it. */
  onChange?(listener: (key: string) => void): () => void;
}

/** A store that lives as long as the page: for tests, and where a browser refuses storage. */
export function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get: (key) => values.get(key) ?? null,
    set: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  };
}

/**
 * The browser's local storage under a prefix (`lotsa:<siteId>:`, `lotsa:staff:`). Where it is absent, refused (a
 * partitioned frame, a private window) or full, values live in memory: typing goes on, only a reload loses them.
 */
export function deviceStore(prefix: string): KeyValueStore {
  const memory = memoryStore();
  const guarded = <T>(use: (storage: Storage) => T, fallback: T): T => {
    try {
      return use(window.localStorage);
    } catch {
      return fallback;
    }
  };
  return {
    get: (key) => memory.get(key) ?? guarded((storage) => storage.getItem(prefix + key), null),
    set(key, value) {
      const stored = guarded((storage) => (storage.setItem(prefix + key, value), true), false);
      if (stored) memory.remove(key);
      else memory.set(key, value);
    },
    remove(key) {
      memory.remove(key);
      guarded((storage) => storage.removeItem(prefix + key), undefined);
    },
    onChange(listener) {
      const heard = ({ key }: StorageEvent): void => {
        if (key?.startsWith(prefix)) listener(key.slice(prefix.length));
      };
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
  };
}

/** A part of a store under a further prefix: what two people keep on one device stays apart. */
export function scopedStore(store: KeyValueStore, prefix: string): KeyValueStore {
  return {
    get: (key) => store.get(prefix + key),
    set: (key, value) => store.set(prefix + key, value),
    remove: (key) => store.remove(prefix + key),
    onChange: (listener) =>
      store.onChange?.((key) => {
        if (key.startsWith(prefix)) listener(key.slice(prefix.length));
      }) ?? (() => undefined),
  };
}
