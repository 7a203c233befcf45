import { isCentre } from '@lotsa/core';
import type {
  Answer,
  Box,
  Changed,
  Conversation,
  ConversationEntry,
  Me,
  Message,
  StaffFacts,
  StaffRequestEvents,
} from '@lotsa/protocol';
import { createCatchUp } from '../catch-up.ts';
import type { Clock } from '../clock.ts';
import type { KeyValueStore } from '../key-value-store.ts';
import { createLink, type Link } from '../link.ts';
import type { MutableState } from '../observable.ts';
import type { FactOf, Transport } from '../transport.ts';
import { createTypists } from '../typists.ts';
import { type BoardWatch, createBoardWatch } from './board-watch.ts';
import type { DrivenCaseDesk } from './case-desk.ts';
import type { Known } from './known.ts';
import { createLists } from './lists.ts';
import { noticeOfChange, noticeOfHandoff, noticeOfMessage } from './notices.ts';
import {
  dropConversation,
  NO_RECORDS,
  takeConversations,
  takeEntries,
  takeMarks,
  takeMessage,
  takePromise,
} from './records.ts';
import { SIGNED_OUT } from './signed-out.ts';
import type { Notice, StaffState } from './staff-console.ts';
import { createStaffView } from './staff-view.ts';
import { createThreads, type Threads } from './threads.ts';
import { createWriting, type Writing } from './writing.ts';

/** A transport of the namespace `/staff`. */
export type StaffTransport = Transport<StaffRequestEvents, StaffFacts>;

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

/** The work of one signed-in user. Made at sign-in, disposed at the session's end. */
export interface Desk {
  readonly link: Link<StaffRequestEvents>;
  readonly writing: Writing;
  readonly threads: Pick<Threads, 'open' | 'leave' | 'markRead'>;
  readonly board: Pick<BoardWatch, 'watch' | 'leave'>;
  /** Asks for a change of a conversation and takes in what came of it. */
  change(conversationId: string, ask: () => Promise<Answer<Changed> | null>): Promise<Answer<null>>;
  loadBox(box: Box): Promise<void>;
  loadMore(box: Box): Promise<void>;
  /** Fetches what a console starts from again, and is done when it is shown. */
  renew(): Promise<void>;
  dispose(): void;
}

/** Consoles fetch what was set up anew within this time, in milliseconds. */
const SETTINGS_SPREAD = 1_000;

/** Makes a desk and connects it. */
export function createDesk(options: DeskOptions): Desk {
  const { store, clock, state, notify } = options;
  const known: Known = { me: options.me, records: NO_RECORDS };
  /** Conversations heard of since the connection: fresher than any list asked for before. */
  const heardOf = new Set<string>();
  const acting = new Set<string>();
  let cancelRefresh = (): void => undefined;

  const link = createLink<StaffRequestEvents, StaffFacts>({
    load: options.load,
    clock,
    onState: (connection) => state.set({ connection }),
    onOnline() {
      heardOf.clear();
      void renew();
      board.online();
      options.cases.online();
    },
    onFact: heard,
    onRefused(error) {
      if (error.code === 'protocol_mismatch') state.set({ phase: 'outdated' });
      if (error.code === 'unauthenticated') options.onEnded();
      return error.code !== 'protocol_mismatch' && error.code !== 'unauthenticated';
    },
  });
  const typists = createTypists(clock, (id) =>
    state.set({ typing: { ...state.state.typing, [id]: typists.of(id).map((name) => ({ name })) } }),
  );
  const lists = createLists(link);
  const board = createBoardWatch(link, state);
  const threads = createThreads({ link, clock, known, refresh });

  const view = createStaffView();

  /** Shows what is known. `changed`: the conversations that may stand in another place, or belong to others, than before. */
  function refresh(changed: Iterable<string> = []): void {
    const ids = new Set(changed);
    threads.settle(ids);
    const { me, records } = known;
    const { entries: outbox } = writing.outbox;
    const { fetched } = lists;
    const { read } = threads;
    state.set(view(state.state, { me, records, changed: ids, outbox, fetched, read }));
  }

  const openConsole = createCatchUp(async () => {
    const answer = await link.ask('console:open', {}, 'patient');
    if (!answer?.ok) return false;
    const { me, colleagues, ...directory } = answer.value;
    known.me = me;
    const boxes = new Set<Box>([
      ...lists.fetched.keys(),
      'mine',
      'handoffs',
      ...(isCentre(me.role) ? (['queue'] as const) : []),
    ]);
    const entries: ConversationEntry[] = [];
    for (const box of boxes) entries.push(...(await lists.first(box)));
    // What is in no list any more, and was not heard of since, went away while there was no connection.
    const listed = new Set(entries.map(({ conversation }) => conversation.id));
    const before = [...known.records.conversations.keys()];
    for (const id of before) {
      if (!listed.has(id) && !heardOf.has(id) && !threads.follows(id))
        known.records = dropConversation(known.records, id);
    }
    known.records = takeEntries(known.records, entries);
    state.set({ phase: 'ready', me, colleagues, directory });
    threads.catchUpAll();
    refresh([...before, ...listed]);
    writing.outbox.run();
    return false;
  });

  function renew(): Promise<void> {
    cancelRefresh();
    return openConsole('console');
  }

  function takeChanged(conversations: readonly Conversation[], own: boolean): void {
    const notices = conversations.map((conversation) => {
      const before = known.records.conversations.get(conversation.id);
      return noticeOfChange(before, conversation, known.me, own || acting.has(conversation.id));
    });
    known.records = takeConversations(known.records, conversations);
    const ids = conversations.map(({ id }) => id);
    for (const id of ids) threads.awaitMessage(id);
    refresh(ids);
    for (const notice of notices) if (notice) notify(notice);
  }

  function receive(message: Message): void {
    const { conversationId: id, author } = message;
    if (!threads.follows(id)) return;
    if (author.type !== 'system') typists.set(id, author.type === 'staff' ? author.name : null, false);
    const next = takeMessage(known.records, message);
    if (!next) return void threads.catchUp(id);
    if (next === known.records) return;
    const before = known.records.conversations.get(id);
    known.records = next;
    const after = next.conversations.get(id);
    refresh([id]);
    const { me } = known;
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
        return takeChanged([fact.fact.conversation], false);
      case 'conversations:changed':
        for (const { id } of fact.fact.conversations) heardOf.add(id);
        return takeChanged(fact.fact.conversations, false);
      case 'handoff:changed': {
        const notice = noticeOfHandoff(fact.fact, known.me);
        return notice ? notify(notice) : undefined;
      }
      case 'note:addressed':
        return notify({ type: 'addressed', ...fact.fact });
      case 'board:changed':
        return board.heard(fact.fact);
      case 'marks:raised':
        known.records = takeMarks(known.records, fact.fact.conversationId, fact.fact.marks);
        return refresh();
      case 'typing:changed':
        return typists.set(fact.fact.conversationId, fact.fact.name, fact.fact.typing);
      case 'colleague:changed': {
        const colleague = fact.fact;
        if (colleague.id === known.me.id) {
          const { availability, availabilityReason } = colleague;
          known.me = { ...known.me, availability, availabilityReason };
        }
        const others = state.state.colleagues.filter(({ id }) => id !== colleague.id);
        return state.set({ me: known.me, colleagues: [...others, colleague] });
      }
      case 'settings:changed':
        // Not all consoles at once.
        cancelRefresh();
        cancelRefresh = clock.after(Math.round(clock.random() * SETTINGS_SPREAD), () => void renew());
        return;
      case 'session:ended':
        return options.onEnded();
      case 'conversation:promised':
        known.records = takePromise(known.records, fact.fact.conversationId, fact.fact.promisedAt);
        return refresh();
      case 'case:changed':
      case 'case:alerted':
        return options.cases.heard(fact.name, fact.fact);
      case 'relay:draining':
        return; // the link's
    }
  }

  function take({ conversation, message }: Changed): void {
    receive(message);
    takeChanged([conversation], true);
  }

  function takeList(entries: readonly ConversationEntry[]): void {
    known.records = takeEntries(known.records, entries);
    refresh(entries.map(({ conversation }) => conversation.id));
  }

  const writing = createWriting({ link, store, clock, state, onSent: take, onChange: () => refresh() });
  state.set({ me: known.me });
  link.start();

  return {
    link,
    writing,
    threads,
    board,
    async change(conversationId, ask) {
      acting.add(conversationId);
      const answer = await ask();
      if (answer?.ok) take(answer.value);
      acting.delete(conversationId);
      if (!answer) return SIGNED_OUT;
      return answer.ok ? { ok: true, value: null } : answer;
    },
    loadBox: async (box) => takeList(await lists.first(box)),
    loadMore: async (box) => takeList(await lists.more(box)),
    renew,
    dispose() {
      cancelRefresh();
      threads.dispose();
      writing.dispose();
      typists.dispose();
      link.stop();
    },
  };
}
