import type { Box, Me } from '@lotsa/protocol';
import { reuseShown } from '../reuse-shown.ts';
import { BOXES, boxOf } from './boxes.ts';
import { isBehind, NO_MARKS, type Records } from './records.ts';
import { shownThread, type StaffEntry, unreadVisitorTexts } from './shown-thread.ts';
import type { BoxView, StaffState, ThreadView } from './staff-console.ts';

/** What decides the screen, besides the records. */
export interface ViewInput {
  me: Me;
  records: Records;
  /** Conversations or user are others than before; what else changes moves nothing between the lists. */
  moved: boolean;
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

/** What the console shows of conversations; what is the same as before keeps its identity. */
export function staffView(
  before: StaffState,
  input: ViewInput,
): Pick<StaffState, 'conversations' | 'promises' | 'boxes' | 'threads' | 'unread'> {
  const { me, records, fetched, moved } = input;
  const boxes = { ...before.boxes };
  for (const box of BOXES) {
    const was = before.boxes[box];
    const ids = moved ? boxOf(box, records.conversations, me, was.conversationIds) : was.conversationIds;
    const state = fetched.get(box);
    const now = {
      conversationIds: sameItems(ids, was.conversationIds) ? was.conversationIds : ids,
      loaded: state !== undefined,
      more: (state?.next ?? null) !== null,
    };
    boxes[box] = sameItems(Object.values(now), Object.values(was)) ? was : now;
  }
  const threads: Record<string, ThreadView> = {};
  const unread: Record<string, number> = {};
  for (const [id, messages] of Object.entries(records.messages)) {
    const marks = records.marks[id] ?? NO_MARKS;
    const was = before.threads[id];
    const waiting = input.outbox.filter((entry) => entry.conversationId === id);
    const now: ThreadView = {
      messages: reuseShown(was?.messages ?? [], shownThread(messages, marks, waiting, me)),
      complete: !isBehind(records, id),
      marks,
    };
    threads[id] = was && sameItems(Object.values(now), Object.values(was)) ? was : now;
    unread[id] = unreadVisitorTexts(messages, Math.max(input.read.get(id) ?? 0, marks.staffRead));
  }
  return {
    conversations: records.conversations,
    promises: records.promises,
    boxes: sameItems(Object.values(boxes), Object.values(before.boxes)) ? before.boxes : boxes,
    threads,
    unread,
  };
}
