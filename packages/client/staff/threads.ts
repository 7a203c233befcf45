import { accessOf } from '@lotsa/core';
import type { Answer, ErrorAnswer, StaffRequestEvents } from '@lotsa/protocol';
import { createCatchUp } from '../catch-up.ts';
import type { Clock } from '../clock.ts';
import type { Link } from '../link.ts';
import { createMarksReporter } from '../marks-reporter.ts';
import { answersIn, isFollowed } from './boxes.ts';
import type { Known } from './known.ts';
import { dropConversation, dropMessages, isBehind, lastSeqOf, NO_MARKS, takePage } from './records.ts';
import { SIGNED_OUT } from './signed-out.ts';

/** A conversation that is told to have changed without its message has lost it after this long. */
const MESSAGE_LATE = 1_000;

/** What the threads need. */
export interface ThreadsOptions {
  link: Link<StaffRequestEvents>;
  clock: Clock;
  known: Known;
  /** What is known has changed; of these conversations, if they are named, more than what was written and read. */
  refresh: (changed?: Iterable<string>) => void;
}

/** The conversations whose messages are followed: those that the screen has open, and those that this user answers in. */
export interface Threads {
  /** How far this user has read, by conversation. */
  readonly read: ReadonlyMap<string, number>;
  follows(conversationId: string): boolean;
  /** Begins and ends following those that changed, and tells how far this user has come. Part of each refresh. */
  settle(changed: Iterable<string>): void;
  open(conversationId: string): Promise<Answer<null>>;
  leave(conversationId: string): void;
  markRead(conversationId: string): void;
  /** Fetches the messages that are missing. */
  catchUp(conversationId: string): Promise<void>;
  catchUpAll(): void;
  /** The conversation was told to have changed: its message is fetched unless it comes soon. */
  awaitMessage(conversationId: string): void;
  dispose(): void;
}

/** Makes them. */
export function createThreads({ link, clock, known, refresh }: ThreadsOptions): Threads {
  const read = new Map<string, number>();
  const opened = new Set<string>();
  const followed = new Set<string>();
  const refusals = new Map<string, ErrorAnswer>();
  const late = new Map<string, () => void>();
  const reportMarks = createMarksReporter((conversationId, reached) =>
    link.ask('messages:mark', { conversationId, ...reached }, 'patient'),
  );

  const catchUp = createCatchUp(async (conversationId) => {
    const after = lastSeqOf(known.records, conversationId);
    const answer = await link.ask('conversation:resume', { conversationId, after }, 'patient');
    if (!answer || !followed.has(conversationId)) return false;
    if (answer.ok) {
      known.records = takePage(known.records, answer.value);
      refusals.delete(conversationId);
    } else {
      refusals.set(conversationId, answer.error);
      followed.delete(conversationId);
      opened.delete(conversationId);
      known.records = dropConversation(known.records, conversationId);
    }
    refresh([conversationId]);
    return answer.ok && answer.value.more && answer.value.messages.length > 0;
  });

  /** Follows what this user answers in, and lets go of what it neither answers in nor has open. */
  function follow(changed: Iterable<string>): void {
    const { me } = known;
    for (const id of changed) {
      const conversation = known.records.conversations.get(id);
      if (!conversation) continue;
      const access = accessOf({ type: 'staff', user: me }, conversation);
      if (!access.read) {
        followed.delete(id);
        opened.delete(id);
        // Of a secret one this user sees that it exists, and nothing that was written in it (rule P6).
        known.records = access.exists ? dropMessages(known.records, id) : dropConversation(known.records, id);
      } else if (opened.has(id) || isFollowed(me, conversation)) {
        if (followed.has(id)) continue;
        followed.add(id);
        void catchUp(id);
      } else if (followed.delete(id)) {
        link.tell('conversation:leave', { conversationId: id });
        known.records = dropMessages(known.records, id);
      }
    }
  }

  function report(id: string): void {
    const { me, records } = known;
    const conversation = records.conversations.get(id);
    if (!conversation || !answersIn(me, conversation)) return;
    const marks = records.marks.get(id) ?? NO_MARKS;
    const text = records.messages.get(id)?.findLast((m) => m.author.type === 'visitor')?.seq ?? 0;
    const seen = read.get(id) ?? 0;
    if (text > marks.staffDelivered || (text > marks.staffRead && seen >= text)) {
      reportMarks(id, { delivered: text, read: Math.min(seen, text) });
    }
  }

  return {
    read,
    follows: (conversationId) => followed.has(conversationId),
    settle(changed) {
      follow(changed);
      for (const id of followed) report(id);
    },
    async open(conversationId) {
      opened.add(conversationId);
      followed.add(conversationId);
      refusals.delete(conversationId);
      await catchUp(conversationId);
      const error = refusals.get(conversationId);
      if (error) return { ok: false, error };
      return known.records.messages.has(conversationId) ? { ok: true, value: null } : SIGNED_OUT;
    },
    leave(conversationId) {
      opened.delete(conversationId);
      refresh([conversationId]);
    },
    markRead(conversationId) {
      const last = lastSeqOf(known.records, conversationId);
      if (last <= (read.get(conversationId) ?? 0)) return;
      read.set(conversationId, last);
      refresh();
    },
    catchUp,
    catchUpAll() {
      for (const id of followed) void catchUp(id);
    },
    awaitMessage(id) {
      if (!followed.has(id) || !isBehind(known.records, id) || late.has(id)) return;
      const look = (): void => {
        late.delete(id);
        if (isBehind(known.records, id)) void catchUp(id);
      };
      late.set(id, clock.after(MESSAGE_LATE, look));
    },
    dispose() {
      for (const cancel of late.values()) cancel();
    },
  };
}
