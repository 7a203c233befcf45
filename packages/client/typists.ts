import type { Clock } from './clock.ts';

/** Whoever is not heard of again within this time has stopped: the fact that says so may be lost. */
const EXPIRES = 6_000;

/** Who else is writing, by conversation; a name of null is the visitor. */
export interface Typists {
  of(conversationId: string): readonly (string | null)[];
  set(conversationId: string, name: string | null, typing: boolean): void;
  dispose(): void;
}

/** Makes an empty one; `onChange` is called when somebody begins or stops. */
export function createTypists(clock: Clock, onChange: (conversationId: string) => void): Typists {
  const writing = new Map<string, Map<string | null, () => void>>();

  function set(conversationId: string, name: string | null, typing: boolean): void {
    const here = writing.get(conversationId) ?? new Map<string | null, () => void>();
    const known = here.get(name);
    known?.();
    if (typing) {
      here.set(
        name,
        clock.after(EXPIRES, () => set(conversationId, name, false)),
      );
      writing.set(conversationId, here);
    } else {
      here.delete(name);
      if (here.size === 0) writing.delete(conversationId);
    }
    if (typing !== (known !== undefined)) onChange(conversationId);
  }

  return {
    of: (conversationId) => [...(writing.get(conversationId)?.keys() ?? [])],
    set,
    dispose() {
      for (const here of writing.values()) for (const cancel of here.values()) cancel();
      writing.clear();
    },
  };
}
