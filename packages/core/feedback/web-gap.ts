import { fail, type Role, type StaffRef, type WebGap, type WebGapState } from '@lotsa/protocol';
import { maskContacts } from '../mask-contacts.ts';
import { pageOf } from './page-editors.ts';

/** Entries that a gap keeps: a gap that goes to and fro for ever is not remembered for ever. */
const LOG = 100;

/** Sees what is missing on the web, and says what becomes of it. */
export const mendsWeb = (role: Role): boolean =>
  role === 'editor' || role === 'manager' || role === 'administrator';

/** What somebody marks. */
export interface GapMark {
  id: string;
  siteId: string;
  page: string;
  missing: string;
  words: readonly string[];
  topicId: string | null;
  /** What it was marked in is secret: nothing that was written in it leaves it (rules P6, F2). */
  secret: boolean;
}

/** A gap that somebody of the staff marked. @throws LotsaError `forbidden` for words of what is secret. */
export function markedGap(
  { page, missing, words, secret, ...mark }: GapMark,
  by: StaffRef,
  at: number,
): WebGap {
  if (secret && words.length > 0) throw fail('forbidden', {});
  return {
    ...mark,
    page: pageOf(page),
    source: 'staff',
    missing: maskContacts(missing),
    words: words.map(maskContacts),
    title: '',
    state: 'new',
    open: 1,
    count: 1,
    at,
    by,
    endedAt: null,
    log: [],
  };
}

/** What somebody does about a gap. */
export interface GapChange {
  /** The state that they saw. */
  seen: WebGapState;
  state: WebGapState;
  text: string | null;
}

/** The gap after a change (rule F1). @throws LotsaError `changed_meanwhile`, `wrong_status`, `invalid_payload`. */
export function changedGap(gap: WebGap, { seen, state, text }: GapChange, by: StaffRef, at: number): WebGap {
  if (gap.state !== seen) throw fail('changed_meanwhile', { name: gap.log.at(-1)?.by?.name ?? null });
  if (state === gap.state) throw fail('wrong_status', { status: gap.state });
  if (state === 'declined' && !text) throw fail('invalid_payload', { field: 'text', rule: 'required' });
  return moved(gap, { at, by, state, text: text ?? '' });
}

/** A gap that comes by itself, as it is to be now. */
export interface Arrival {
  id: string;
  siteId: string;
  source: 'search' | 'guide' | 'answer';
  page: string;
  title: string;
  words: string[];
  topicId: string | null;
  /** How often it was counted since `since`. */
  count: number;
  /** From how many on it is a gap. */
  from: number;
  lastAt: number;
}

/**
 * What becomes of a gap that comes by itself: a new one, one that is counted anew, or one that was mended and comes back, for people go
 * on asking (rule F1). What is not to be mended stays so. @returns undefined where nothing changes.
 */
export function arrived(
  known: WebGap | undefined,
  { count, from, lastAt, ...it }: Arrival,
): WebGap | undefined {
  if (!known) {
    if (count < from) return undefined;
    const fresh = { missing: '', state: 'new', open: 1, by: null, endedAt: null, log: [] } as const;
    return { ...it, ...fresh, log: [], count, at: lastAt };
  }
  if (known.open === 1) return count > known.count ? { ...known, count } : undefined;
  const again = known.state === 'mended' && known.endedAt !== null && lastAt > known.endedAt && count >= from;
  return again ? { ...moved(known, { at: lastAt, by: null, state: 'new', text: '' }), count } : undefined;
}

function moved(gap: WebGap, entry: WebGap['log'][number]): WebGap {
  const open = entry.state === 'new' || entry.state === 'inWork' ? 1 : 0;
  return {
    ...gap,
    state: entry.state,
    open,
    endedAt: open === 1 ? null : entry.at,
    log: [...gap.log, entry].slice(-LOG),
  };
}
