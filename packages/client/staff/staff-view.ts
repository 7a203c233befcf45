import type { Box, Me } from '@lotsa/protocol';
import { reuseShown } from '../reuse-shown.ts';
import { BOXES, boxAfter } from './boxes.ts';
import { isBehind, NO_MARKS, type Records } from './records.ts';
import { shownThread, type StaffEntry, unreadVisitorTexts } from './shown-thread.ts';
import type { BoxView, StaffState, ThreadView } from './staff-console.ts';

/** What decides the screen, besides the records. */
export interface ViewInput {
  me: Me;
  records: Records;
  /** The conversations that may be others than before, came or went. */
  changed: ReadonlySet<string>;
  outbox: readonly StaffEntry[];
  /** How far each list has been fetched; absent when it has not been asked for. */
  fetched: ReadonlyMap<Box, { next: string | null }>;
  /** How far this user has read, by conversation. */
  read: ReadonlyMap<string, number>;
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

/** An empty list. */
export const EMPTY_BOX: BoxView = { conversationIds: [], loaded: false, more: false };

function boxesAfter(before: StaffState['boxes'], input: ViewInput): StaffState['boxes'] {
  const { me, records, changed, fetched } = input;
  let boxes = before;
  for (const box of BOXES) {
    const was = before[box];
    const state = fetched.get(box);
    const now: BoxView = {
      conversationIds: boxAfter(box, was.conversationIds, changed, records.conversations, me),
      loaded: state !== undefined,
      more: (state?.next ?? null) !== null,
    };
    if (!sameItems(Object.values(now), Object.values(was))) boxes = { ...boxes, [box]: now };
  }
  return boxes;
}

/**
 * Makes what says what a console shows of conversations. It works at what has become another: the price of a change does not grow
 * with all that is known. What is the same as before keeps its identity.
 */
export function createStaffView(): (
  before: StaffState,
  input: ViewInput,
) => Pick<StaffState, 'conversations' | 'promises' | 'boxes' | 'threads' | 'unread'> {
  /** Each thread as it was shown last, and what it was made of. */
  let drawn = new Map<string, { of: readonly unknown[]; view: ThreadView; seen: number; unread: number }>();

  return (before, input) => {
    const { me, records } = input;
    const now: typeof drawn = new Map();
    const threads: Record<string, ThreadView> = {};
    const unread: Record<string, number> = {};
    for (const [id, messages] of records.messages) {
      const marks = records.marks.get(id) ?? NO_MARKS;
      const waiting = input.outbox.filter((entry) => entry.conversationId === id);
      const complete = !isBehind(records, id);
      const seen = Math.max(input.read.get(id) ?? 0, marks.staffRead);
      const of = [messages, marks, complete, me, ...waiting];
      const was = drawn.get(id);
      const same = was !== undefined && sameItems(was.of, of);
      const lines = () => reuseShown(was?.view.messages ?? [], shownThread(messages, marks, waiting, me));
      const shown = {
        of,
        view: same ? was.view : { messages: lines(), complete, marks },
        seen,
        unread: same && was.seen === seen ? was.unread : unreadVisitorTexts(messages, seen),
      };
      now.set(id, shown);
      threads[id] = shown.view;
      unread[id] = shown.unread;
    }
    drawn = now;
    const { conversations, promises } = records;
    return { conversations, promises, boxes: boxesAfter(before.boxes, input), threads, unread };
  };
}
