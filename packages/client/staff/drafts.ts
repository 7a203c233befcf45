import type { KeyValueStore } from '../key-value-store.ts';

const KEY = 'drafts';

/** What is being written, by conversation; kept on this device until it is sent or the user signs out. */
export type Drafts = Readonly<Record<string, string>>;

/** The drafts in a store. */
export function readDrafts(store: KeyValueStore): Drafts {
  try {
    const drafts: unknown = JSON.parse(store.get(KEY) ?? '{}');
    return typeof drafts === 'object' && drafts !== null ? (drafts as Drafts) : {};
  } catch {
    return {};
  }
}

/** Changes one draft, an empty one goes; answers all of them. Another tab's drafts are left as they are. */
export function writeDraft(store: KeyValueStore, conversationId: string, text: string): Drafts {
  const { [conversationId]: _, ...others } = readDrafts(store);
  const drafts = text ? { ...others, [conversationId]: text } : others;
  store.set(KEY, JSON.stringify(drafts));
  return drafts;
}

/** Forgets all of them. */
export const forgetDrafts = (store: KeyValueStore): void => store.remove(KEY);
