import { type ReadonlySignal, signal } from '@preact/signals';

/** Where in the console one is. */
export type Place =
  | { readonly name: 'desk'; readonly conversationId: string | null }
  | { readonly name: 'board' }
  | { readonly name: 'setup'; readonly token: string };

/** The console's address. */
export interface Route {
  readonly place: ReadonlySignal<Place>;
  /** Opens a conversation, or none. */
  readonly open: (conversationId: string | null) => void;
  /** Opens the live board. */
  readonly openBoard: () => void;
}

const BASE = '/console/';

/** The address of the live board. */
export const BOARD = `${BASE}board`;

/** The address of a conversation. */
export const addressOf = (conversationId: string | null): string =>
  conversationId ? `${BASE}c/${encodeURIComponent(conversationId)}` : BASE;

/** The place that an address names; an unknown one is the desk without a conversation. */
export function placeOf(path: string, hash: string): Place {
  if (path === `${BASE}setup`)
    return { name: 'setup', token: new URLSearchParams(hash.slice(1)).get('token') ?? '' };
  if (path === BOARD) return { name: 'board' };
  const id = /^\/console\/c\/([A-Za-z0-9_-]+)\/?$/.exec(path)?.[1];
  return { name: 'desk', conversationId: id ?? null };
}

/** Follows the address of the page, also back and forward. */
export function createRoute(): Route {
  const place = signal(placeOf(location.pathname, location.hash));
  addEventListener('popstate', () => (place.value = placeOf(location.pathname, location.hash)));
  return {
    place,
    open(conversationId) {
      const now = place.value;
      if (now.name === 'desk' && now.conversationId === conversationId) return;
      history.pushState(null, '', addressOf(conversationId));
      place.value = { name: 'desk', conversationId };
    },
    openBoard() {
      if (place.value.name === 'board') return;
      history.pushState(null, '', BOARD);
      place.value = { name: 'board' };
    },
  };
}

/** The conversation that is open, if there is one. */
export const openId = ({ place }: Pick<Route, 'place'>): string | null =>
  place.value.name === 'desk' ? place.value.conversationId : null;
