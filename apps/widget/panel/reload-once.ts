import type { KeyValueStore } from '@lotsa/client';

const RELOADED = 'reloaded';
/** A second reload within this time would not help either, in milliseconds. */
const PAUSE = 60_000;

/** Fetches this page afresh because it is older than the relay; not again and again. */
export function reloadOnce(store: KeyValueStore): void {
  if (Date.now() - Number(store.get(RELOADED)) < PAUSE) return;
  store.set(RELOADED, String(Date.now()));
  location.reload();
}
