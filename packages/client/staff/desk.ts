import { accessOf, isCentre } from '@lotsa/core';
import type {
  Answer,
  Box,
  Changed,
  Conversation,
  ConversationEntry,
  ErrorAnswer,
  Marks,
  Me,
  Message,
  StaffAnswers,
  StaffFacts,
  StaffRequestEvents,
} from '@lotsa/protocol';
import { createCatchUp } from '../catch-up.ts';
import type { Clock } from '../clock.ts';
import type { KeyValueStore } from '../key-value-store.ts';
import { createLink, type Link } from '../link.ts';
import { createMarksReporter } from '../marks-reporter.ts';
import { newId } from '../new-id.ts';
import type { MutableState } from '../observable.ts';
import { createOutbox, type Outbox } from '../outbox.ts';
import type { FactOf, Transport } from '../transport.ts';
import { createTypingReporter } from '../typing-reporter.ts';
import { createTypists } from '../typists.ts';
import { answersIn, isFollowed } from './boxes.ts';
import type { DrivenCaseDesk } from './case-desk.ts';
import { forgetDrafts, readDrafts, writeDraft } from './drafts.ts';
import { noticeOfChange, noticeOfHandoff, noticeOfMessage } from './notices.ts';
import {
  dropConversation,
  dropMessages,
  isBehind,
  lastSeqOf,
  NO_MARKS,
  NO_RECORDS,
  type Records,
  takeConversation,
  takeEntries,
  takeMarks,
  takeMessage,
  takePage,
} from './records.ts';
import type { StaffEntry } from './shown-thread.ts';
import type { Notice, StaffState } from './staff-console.ts';
import { staffView } from './staff-view.ts';

/** A transport of the namespace `/staff`. */
export type StaffTransport = Transport<StaffRequestEvents, StaffFacts>;

/** A conversation that is told to have changed without its message has lost it after this long. */
const MESSAGE_LATE = 1_000;

/** What a desk needs. */
export interface DeskOptions {
  me: Me;
  /** This user's part of the device's store. */
  store: KeyValueStore;
  clock: Clock;
  state: MutableState<StaffState>;
  load: () => Promise<StaffTransport>;
  notify: (notice: Notice) => void;
  /** Is told of cases. */
  cases: Pick<DrivenCaseDesk, 'heard' | 'online'>;
  /** The session has ended. */
  onEnded: () => void;
}

/** The work of one signed-in user: connection, records, outbox. Made at sign-in, disposed at the session's end. */
export interface Desk {
  readonly me: Me;
  readonly link: Link<StaffRequestEvents>;
  readonly outbox: Outbox<StaffEntry>;
  /** Asks for a change of a conversation and takes in what came of it. */
  change(conversationId: string, ask: () => Promise<Answer<Changed> | null>): Promise<Answer<null>>;
  loadBox(box: Box): Promise<void>;
  loadMore(box: Box): Promise<void>;
  openThread(conversationId: string): Promise<Answer<null>>;
  leaveThread(conversationId: string): void;
  markRead(conversationId: string): void;
  setDraft(conversationId: string, text: string): void;
  setTyping(conversationId: string, typing: boolean): void;
  send(conversationId: string, kind: StaffEntry['kind'], text: string, toUserId?: string | null): void;
  earlier(conversationId: string): Promise<Answer<StaffAnswers['conversations:earlier']>>;
  /** Watches the board until it is left, through every connection. */
  watchBoard(): Promise<Answer<null>>;
  leaveBoard(): Promise<void>;
  /** Forgets what this user wrote and did not send. */
  forget(): void;
  dispose(): void;
}

/** Consoles fetch what was set up anew within this time, in milliseconds. */
const SETTINGS_SPREAD = 1_000;

/** What is answered when the session ended before the relay could. */
const ENDED: Answer<never> = { ok: false, error: { code: 'unauthenticated', data: {} } };

/** Makes a desk and connects it. */
export function createDesk(options: DeskOptions): Desk {
  const { me: user, store, clock, state, notify } = options;
  let me = user;
  let records = NO_RECORDS;
  /** What the lists were made of last. */
  let drawn: { conversations: Records['conversations'] | null; me: Me } = { conversations: null, me };
  const fetched = new Map<Box, { next: string | null }>();
  const read = new Map<string, number>();
  /** Threads that the screen has open, and those that are followed at all. */
  const opened = new Set<string>();
  const followed = new Set<string>();
  const refusals = new Map<string, ErrorAnswer>();
  /** Conversations heard of since the connection: fresher than any list asked for before. */
  const heardOf = new Set<string>();
  const acting = new Set<string>();
  const late = new Map<string, () => void>();
  let watching = false;
  let cancelRefresh = (): void => undefined;

  const link = createLink<StaffRequestEvents, StaffFacts>({
    load: options.load,
    clock,
    onState: (connection) => state.set({ connection }),
    onOnline() {
      heardOf.clear();
      void openConsole('console');
      if (watching) void watchBoard();
      options.cases.online();
    },
    onFact: heard,
    onRefused(error) {
      if (error.code === 'protocol_mismatch') state.set({ phase: 'outdated' });
      if (error.code === 'unauthenticated') options.onEnded();
      return error.code !== 'protocol_mismatch' && error.code !== 'unauthenticated';
    },
  });
  const outbox = createOutbox<StaffEntry>({ store, deliver, onChange: refresh });
  const typists = createTypists(clock, (id) =>
    state.set({ typing: { ...state.state.typing, [id]: typists.of(id).map((name) => ({ name })) } }),
  );
  const reportTyping = createTypingReporter(clock, (conversationId, typing) =>
    link.tell('typing:set', { conversationId, typing }),
  );
  const reportMarks = createMarksReporter((conversationId, reached) =>
    link.ask('messages:mark', { conversationId, ...reached }, 'patient'),
  );

  function refresh(): void {
    follow();
    for (const id of followed) report(id);
    const moved = drawn.conversations !== records.conversations || drawn.me !== me;
    drawn = { conversations: records.conversations, me };
    state.set(staffView(state.state, { me, records, moved, outbox: outbox.entries, fetched, read }));
  }

  /** Follows what this user answers in, and lets go of what it neither answers in nor has open. */
  function follow(): void {
    for (const conversation of Object.values(records.conversations)) {
      const { id } = conversation;
      const access = accessOf({ type: 'staff', user: me }, conversation);
      if (!access.read) {
        followed.delete(id);
        opened.delete(id);
        // Of a secret one this user sees that it exists, and nothing that was written in it (rule P6).
        records = access.exists ? dropMessages(records, id) : dropConversation(records, id);
      } else if (opened.has(id) || isFollowed(me, conversation)) {
        if (followed.has(id)) continue;
        followed.add(id);
        void catchUp(id);
      } else if (followed.delete(id)) {
        link.tell('conversation:leave', { conversationId: id });
        records = dropMessages(records, id);
      }
    }
  }

  function report(id: string): void {
    const conversation = records.conversations[id];
    if (!conversation || !answersIn(me, conversation)) return;
    const marks: Marks = records.marks[id] ?? NO_MARKS;
    const text = records.messages[id]?.findLast((m) => m.author.type === 'visitor')?.seq ?? 0;
    const seen = read.get(id) ?? 0;
    if (text > marks.staffDelivered || (text > marks.staffRead && seen >= text)) {
      reportMarks(id, { delivered: text, read: Math.min(seen, text) });
    }
  }

  const catchUp = createCatchUp(async (conversationId) => {
    const after = lastSeqOf(records, conversationId);
    const answer = await link.ask('conversation:resume', { conversationId, after }, 'patient');
    if (!answer || !followed.has(conversationId)) return false;
    if (answer.ok) {
      records = takePage(records, answer.value);
      refusals.delete(conversationId);
    } else {
      refusals.set(conversationId, answer.error);
      followed.delete(conversationId);
      opened.delete(conversationId);
      records = dropConversation(records, conversationId);
    }
    refresh();
    return answer.ok && answer.value.more && answer.value.messages.length > 0;
  });

  const openConsole = createCatchUp(async () => {
    const answer = await link.ask('console:open', {}, 'patient');
    if (!answer?.ok) return false;
    const { me: now, colleagues, ...directory } = answer.value;
    me = now;
    const boxes = new Set<Box>([
      ...fetched.keys(),
      'mine',
      'handoffs',
      ...(isCentre(me.role) ? (['queue'] as const) : []),
    ]);
    const entries: ConversationEntry[] = [];
    for (const box of boxes) entries.push(...(await fetchBox(box)));
    // What is in no list any more, and was not heard of since, went away while there was no connection.
    const listed = new Set(entries.map(({ conversation }) => conversation.id));
    for (const id of Object.keys(records.conversations)) {
      if (!listed.has(id) && !heardOf.has(id) && !followed.has(id)) records = dropConversation(records, id);
    }
    records = takeEntries(records, entries);
    state.set({ phase: 'ready', me, colleagues, directory });
    for (const id of followed) void catchUp(id);
    refresh();
    outbox.run();
    return false;
  });

  /** The first page of a list; all of `mine`, which is what this user must not miss anything of. */
  async function fetchBox(box: Box): Promise<ConversationEntry[]> {
    const entries: ConversationEntry[] = [];
    let after: string | null = null;
    do {
      const answer: Answer<StaffAnswers['conversations:list']> | null = await link.ask(
        'conversations:list',
        { box, after },
        'patient',
      );
      if (!answer?.ok) break;
      entries.push(...answer.value.conversations);
      after = answer.value.next;
      fetched.set(box, { next: after });
    } while (box === 'mine' && after !== null);
    return entries;
  }

  function takeChanged(conversation: Conversation, own: boolean): void {
    const { id } = conversation;
    const before = records.conversations[id];
    records = takeConversation(records, conversation);
    const notice = noticeOfChange(before, conversation, me, own || acting.has(id));
    if (followed.has(id) && isBehind(records, id) && !late.has(id)) {
      late.set(
        id,
        clock.after(MESSAGE_LATE, () => {
          late.delete(id);
          if (isBehind(records, id)) void catchUp(id);
        }),
      );
    }
    refresh();
    if (notice) notify(notice);
  }

  function receive(message: Message): void {
    const { conversationId: id, author } = message;
    if (!followed.has(id)) return;
    if (author.type !== 'system') typists.set(id, author.type === 'staff' ? author.name : null, false);
    const next = takeMessage(records, message);
    if (!next) return void catchUp(id);
    if (next === records) return;
    const before = records.conversations[id];
    records = next;
    const after = records.conversations[id];
    refresh();
    const notice =
      noticeOfMessage(before, message, me) ??
      (after && after !== before ? noticeOfChange(before, after, me, acting.has(id)) : null);
    if (notice) notify(notice);
  }

  function heard(fact: FactOf<StaffFacts>): void {
    switch (fact.name) {
      case 'message:sent':
        return receive(fact.fact);
      case 'conversation:changed':
        heardOf.add(fact.fact.conversation.id);
        return takeChanged(fact.fact.conversation, false);
      case 'conversations:changed':
        for (const conversation of fact.fact.conversations) {
          heardOf.add(conversation.id);
          takeChanged(conversation, false);
        }
        return;
      case 'handoff:changed': {
        const notice = noticeOfHandoff(fact.fact, me);
        return notice ? notify(notice) : undefined;
      }
      case 'note:addressed':
        return notify({ type: 'addressed', ...fact.fact });
      case 'board:changed':
        return state.set({ board: fact.fact });
      case 'marks:raised':
        records = takeMarks(records, fact.fact.conversationId, fact.fact.marks);
        return refresh();
      case 'typing:changed':
        return typists.set(fact.fact.conversationId, fact.fact.name, fact.fact.typing);
      case 'colleague:changed': {
        const colleague = fact.fact;
        if (colleague.id === me.id) {
          const { availability, availabilityReason } = colleague;
          me = { ...me, availability, availabilityReason };
        }
        const others = state.state.colleagues.filter(({ id }) => id !== colleague.id);
        return state.set({ me, colleagues: [...others, colleague] });
      }
      case 'settings:changed':
        // Not all consoles at once.
        cancelRefresh();
        cancelRefresh = clock.after(Math.round(clock.random() * SETTINGS_SPREAD), () => {
          void openConsole('console');
        });
        return;
      case 'session:ended':
        return options.onEnded();
      case 'case:changed':
      case 'case:alerted':
        return options.cases.heard(fact.name, fact.fact);
      case 'relay:draining':
        return; // the link's
    }
  }

  async function watchBoard(): Promise<Answer<null>> {
    watching = true;
    const answer = await link.ask('board:watch', {}, 'patient');
    if (!answer) return ENDED;
    if (!answer.ok) return answer;
    if (watching) state.set({ board: answer.value });
    return { ok: true, value: null };
  }

  async function deliver(entry: StaffEntry): Promise<Answer<unknown> | null> {
    const { conversationId, id, kind, text, toUserId = null } = entry;
    const answer = await link.ask('message:send', { conversationId, id, kind, text, toUserId }, 'patient');
    if (answer?.ok) take(answer.value);
    return answer;
  }

  function take({ conversation, message }: Changed): void {
    receive(message);
    takeChanged(conversation, true);
  }

  state.set({ me, drafts: readDrafts(store) });
  link.start();

  return {
    get me() {
      return me;
    },
    link,
    outbox,
    async change(conversationId, ask) {
      acting.add(conversationId);
      const answer = await ask();
      if (answer?.ok) take(answer.value);
      acting.delete(conversationId);
      if (!answer) return ENDED;
      return answer.ok ? { ok: true, value: null } : answer;
    },
    async loadBox(box) {
      const entries = await fetchBox(box);
      records = takeEntries(records, entries);
      refresh();
    },
    async loadMore(box) {
      const after = fetched.get(box)?.next;
      if (!after) return;
      const answer = await link.ask('conversations:list', { box, after }, 'patient');
      if (!answer?.ok) return;
      fetched.set(box, { next: answer.value.next });
      records = takeEntries(records, answer.value.conversations);
      refresh();
    },
    async openThread(conversationId) {
      opened.add(conversationId);
      followed.add(conversationId);
      refusals.delete(conversationId);
      await catchUp(conversationId);
      const error = refusals.get(conversationId);
      if (error) return { ok: false, error };
      return records.messages[conversationId] ? { ok: true, value: null } : ENDED;
    },
    leaveThread(conversationId) {
      opened.delete(conversationId);
      refresh();
    },
    markRead(conversationId) {
      const last = lastSeqOf(records, conversationId);
      if (last <= (read.get(conversationId) ?? 0)) return;
      read.set(conversationId, last);
      refresh();
    },
    setDraft(conversationId, text) {
      state.set({ drafts: writeDraft(store, conversationId, text) });
    },
    setTyping: (conversationId, typing) => reportTyping.set(conversationId, typing),
    async earlier(conversationId) {
      const answer = await link.ask('conversations:earlier', { conversationId }, 'patient');
      if (!answer) return ENDED;
      return answer;
    },
    send(conversationId, kind, text, toUserId = null) {
      const written = text.trim();
      if (!written) return;
      reportTyping.set(conversationId, false);
      state.set({ drafts: writeDraft(store, conversationId, '') });
      outbox.add({
        id: newId(),
        conversationId,
        kind,
        text: written,
        at: clock.now(),
        error: null,
        toUserId,
      });
    },
    watchBoard,
    async leaveBoard() {
      watching = false;
      state.set({ board: null });
      await link.ask('board:leave', {});
    },
    forget() {
      forgetDrafts(store);
      outbox.clear();
    },
    dispose() {
      for (const cancel of late.values()) cancel();
      outbox.dispose();
      typists.dispose();
      reportTyping.dispose();
      link.stop();
    },
  };
}
