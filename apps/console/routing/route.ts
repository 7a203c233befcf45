import { fits, RecordRef } from '@lotsa/protocol';
import { type ReadonlySignal, signal } from '@preact/signals';

/** Where in the console one is. */
export type Place =
  | { readonly name: 'desk'; readonly conversationId: string | null }
  | { readonly name: 'board' }
  | { readonly name: 'week' }
  | { readonly name: 'cases'; readonly number: string | null }
  | { readonly name: 'records'; readonly of: RecordRef }
  | { readonly name: 'admin'; readonly section: string | null; readonly item: string | null }
  | { readonly name: 'setup'; readonly token: string }
  | { readonly name: 'welcome'; readonly token: string };

/** Asked before the console goes somewhere else: true lets it; `go` goes there later, when its user has decided. */
export type LeaveGuard = (go: () => void) => boolean;

/** The console's address. */
export interface Route {
  readonly place: ReadonlySignal<Place>;
  /** Opens a conversation, or none. */
  readonly open: (conversationId: string | null) => void;
  /** Opens the live board. */
  readonly openBoard: () => void;
  /** Opens a specialist's week. */
  readonly openWeek: () => void;
  /** Opens the cases, or one of them. */
  readonly openCases: (number: string | null) => void;
  /** Opens a record as a whole, to be read, exported and given out. */
  readonly openRecord: (of: RecordRef) => void;
  /** Opens a section of the administration, or something in it. */
  readonly openAdmin: (section: string | null, item?: string | null) => void;
  /** Does what leaves everything, once its user lets go of what is unsaved. */
  readonly leave: (go: () => void) => void;
  /** Holds whoever would leave something unsaved; the answer takes it away. */
  readonly guardWith: (guard: LeaveGuard) => () => void;
}

const BASE = '/console/';

/** The address of the live board. */
export const BOARD = `${BASE}board`;

/** The address of a specialist's week; mails link to it. */
export const WEEK = `${BASE}week`;

/** The address of a conversation. */
export const addressOf = (conversationId: string | null): string =>
  conversationId ? `${BASE}c/${encodeURIComponent(conversationId)}` : BASE;

/** The address of the cases, or of one of them. */
export const casesAddress = (number: string | null): string =>
  number === null ? `${BASE}cases` : `${BASE}cases/${number}`;

/** The address of the administration, of a section, of something in it. */
export const adminAddress = (section: string | null, item: string | null): string =>
  [`${BASE}admin`, section, item]
    .filter((part) => part !== null)
    .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
    .join('/');

/** The address of a record as a whole. */
const recordAddress = ({ type, id }: RecordRef): string => `${BASE}records/${type}/${encodeURIComponent(id)}`;

/** The place that an address names; an unknown one is the desk without a conversation. */
export function placeOf(path: string, hash: string): Place {
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  if (path === `${BASE}setup`) return { name: 'setup', token };
  if (path === `${BASE}welcome`) return { name: 'welcome', token };
  if (path === BOARD) return { name: 'board' };
  if (path === WEEK) return { name: 'week' };
  const cases = /^\/console\/cases(?:\/([A-Z0-9-]{1,40}))?\/?$/.exec(path);
  if (cases) return { name: 'cases', number: cases[1] ?? null };
  const record = /^\/console\/records\/([a-z]+)\/([A-Za-z0-9_-]+)\/?$/.exec(path);
  const of = { type: record?.[1], id: record?.[2] };
  if (fits(RecordRef, of)) return { name: 'records', of };
  const admin = /^\/console\/admin(?:\/([A-Za-z0-9_-]+))?(?:\/([A-Za-z0-9_-]+))?\/?$/.exec(path);
  if (admin) return { name: 'admin', section: admin[1] ?? null, item: admin[2] ?? null };
  const id = /^\/console\/c\/([A-Za-z0-9_-]+)\/?$/.exec(path)?.[1];
  return { name: 'desk', conversationId: id ?? null };
}

const addressOfPlace = (place: Place): string => {
  switch (place.name) {
    case 'desk':
      return addressOf(place.conversationId);
    case 'board':
      return BOARD;
    case 'week':
      return WEEK;
    case 'cases':
      return casesAddress(place.number);
    case 'records':
      return recordAddress(place.of);
    case 'admin':
      return adminAddress(place.section, place.item);
    case 'setup':
    case 'welcome':
      return `${BASE}${place.name}`;
  }
};

/** Follows the address of the page, also back and forward. */
export function createRoute(): Route {
  const place = signal(placeOf(location.pathname, location.hash));
  let guard: LeaveGuard | null = null;

  const go = (to: Place): void => {
    history.pushState(null, '', addressOfPlace(to));
    place.value = to;
  };
  const ask = (to: Place): void => {
    const now = place.value;
    if (now.name === to.name && addressOfPlace(now) === addressOfPlace(to)) return;
    if (guard?.(() => go(to)) ?? true) go(to);
  };
  addEventListener('popstate', () => {
    const to = placeOf(location.pathname, location.hash);
    if (guard?.(() => go(to)) ?? true) place.value = to;
    // The browser has gone already: the address is put back to what is shown.
    else history.pushState(null, '', addressOfPlace(place.value));
  });
  return {
    place,
    open: (conversationId) => ask({ name: 'desk', conversationId }),
    openBoard: () => ask({ name: 'board' }),
    openWeek: () => ask({ name: 'week' }),
    openCases: (number) => ask({ name: 'cases', number }),
    openRecord: (of) => ask({ name: 'records', of }),
    openAdmin: (section, item = null) => ask({ name: 'admin', section, item }),
    leave(go) {
      if (guard?.(go) ?? true) go();
    },
    guardWith(next) {
      guard = next;
      return () => {
        if (guard === next) guard = null;
      };
    },
  };
}

/** The conversation that is open, if there is one. */
export const openId = ({ place }: Pick<Route, 'place'>): string | null =>
  place.value.name === 'desk' ? place.value.conversationId : null;
