import { effect, untracked } from '@preact/signals';
import type { App } from '../app-context.ts';
import { openId } from '../routing/route.ts';

/** Two conversations side by side: the one in the address is the one that keyboard, context and dialogs are about. */
export interface Split {
  /** A place that is null waits for the next one that is opened. */
  readonly places: readonly [string | null, string | null];
  readonly current: string;
}

/** The places once a conversation is opened: where it is already, in the free place, or instead of the current one. */
export function openedIn(split: Split, id: string): Split {
  const [one, two] = split.places;
  if (one === id || two === id) return { ...split, current: id };
  const free = split.places.indexOf(null);
  const at = free >= 0 ? free : split.places.indexOf(split.current);
  return { places: at === 0 ? [id, two] : [one, id], current: id };
}

/** Two places instead of one, or one instead of two. */
export function toggleSplit({ split, route }: App): void {
  const id = openId(route);
  if (split.value) split.value = null;
  else if (id !== null) split.value = { places: [id, null], current: id };
}

/** Keeps the places in step with the address; whoever closes the conversation has closed both. */
export function followSplit({ split, route }: App): void {
  effect(() => {
    const id = openId(route);
    untracked(() => {
      if (split.value) split.value = id === null ? null : openedIn(split.value, id);
    });
  });
}
