import type { Answer, ErrorAnswer } from '@lotsa/protocol';
import type { KeyValueStore } from './key-value-store.ts';

/** A text on its way. */
export interface OutboxEntry {
  /** The message's id, the same in every retry (rule D2). */
  id: string;
  conversationId: string;
  text: string;
  at: number;
  /** The definitive refusal; null while it is on its way. */
  error: ErrorAnswer | null;
}

/** What an outbox needs. */
export interface OutboxOptions<Entry extends OutboxEntry> {
  store: KeyValueStore;
  /** Sends one and takes in what came of it; null when sending was called off, and `run()` will try again. */
  deliver: (entry: Entry) => Promise<Answer<unknown> | null>;
  onChange: () => void;
}

/** Texts that wait for their acknowledgement (rule D5). */
export interface Outbox<Entry extends OutboxEntry> {
  readonly entries: readonly Entry[];
  add(entry: Entry): void;
  /** Changes one that waits or failed, and sends it when it has no error (any more). */
  change(id: string, patch: Partial<Entry>): void;
  /** It was discarded, or has been seen in the conversation. */
  remove(id: string): void;
  /** Sends what waits: one at a time and in order per conversation. */
  run(): void;
  /** Forgets everything, on this device too. */
  clear(): void;
  dispose(): void;
}

const KEY = 'outbox';

function stored<Entry extends OutboxEntry>(store: KeyValueStore): Entry[] {
  try {
    const entries: unknown = JSON.parse(store.get(KEY) ?? '[]');
    return Array.isArray(entries) ? (entries as Entry[]) : [];
  } catch {
    return [];
  }
}

/**
 * Makes an outbox with what the store holds. Tabs of one person share the store: each also sends what the others wrote,
 * which the ids make harmless, so that a closed tab leaves nothing behind. Only this tab's own acknowledgement removes what
 * was written in this tab, so that two tabs writing the store at once cannot lose a text.
 */
export function createOutbox<Entry extends OutboxEntry>(options: OutboxOptions<Entry>): Outbox<Entry> {
  const { store, deliver, onChange } = options;
  let entries = stored<Entry>(store);
  const written = new Set<string>();
  const running = new Set<string>();

  function merge(): void {
    const theirs = new Map(stored<Entry>(store).map((entry) => [entry.id, entry]));
    const kept = entries.filter(({ id, error }) => theirs.has(id) || (written.has(id) && !error));
    const known = new Set(kept.map(({ id }) => id));
    entries = [
      ...kept.map((entry) => theirs.get(entry.id) ?? entry),
      ...[...theirs.values()].filter(({ id }) => !known.has(id)),
    ];
  }

  function update(change: (entries: Entry[]) => Entry[]): void {
    merge();
    entries = change(entries);
    if (entries.length > 0) store.set(KEY, JSON.stringify(entries));
    else store.remove(KEY);
    onChange();
  }

  const remove = (id: string): void => {
    written.delete(id);
    if (entries.some((entry) => entry.id === id)) update((all) => all.filter((entry) => entry.id !== id));
  };

  async function send(conversationId: string): Promise<void> {
    if (running.has(conversationId)) return;
    running.add(conversationId);
    const next = (): Entry | undefined =>
      entries.find((entry) => entry.conversationId === conversationId && !entry.error);
    for (let entry = next(); entry; entry = next()) {
      const { id } = entry;
      const answer = await deliver(entry);
      if (!answer) break;
      if (answer.ok) remove(id);
      else update((all) => all.map((e) => (e.id === id ? { ...e, error: answer.error } : e)));
    }
    running.delete(conversationId);
  }

  function run(): void {
    for (const { conversationId } of entries) void send(conversationId);
  }

  const unlisten = store.onChange?.((key) => {
    if (key !== KEY) return;
    merge();
    onChange();
    run();
  });

  return {
    get entries() {
      return entries;
    },
    add(entry) {
      written.add(entry.id);
      update((all) => [...all, entry]);
      void send(entry.conversationId);
    },
    change(id, patch) {
      update((all) => all.map((entry) => (entry.id === id ? { ...entry, ...patch } : entry)));
      run();
    },
    remove,
    run,
    clear() {
      written.clear();
      update(() => []);
    },
    dispose: () => unlisten?.(),
  };
}
