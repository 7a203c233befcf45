import type {
  Answer,
  Contact,
  ErrorAnswer,
  VisitorFacts,
  VisitorMessage,
  VisitorRequestEvents,
} from '@lotsa/protocol';
import { type Clock, systemClock } from '../clock.ts';
import { callRelay } from '../http.ts';
import type { KeyValueStore } from '../key-value-store.ts';
import { createLink } from '../link.ts';
import { createMarksReporter } from '../marks-reporter.ts';
import { newId } from '../new-id.ts';
import { createState } from '../observable.ts';
import { createOutbox, type OutboxEntry } from '../outbox.ts';
import { backoff, waitOf } from '../retry-delay.ts';
import { reuseShown } from '../reuse-shown.ts';
import type { FactOf, PayloadOf, Transport } from '../transport.ts';
import { createTypingReporter } from '../typing-reporter.ts';
import { createTypists } from '../typists.ts';
import { whenIdle } from '../when-idle.ts';
import { createFollower } from './follower.ts';
import { shownMessages, unreadTexts } from './shown-messages.ts';
import { lastSeq } from './thread.ts';
import { storedToken, visit } from './visit.ts';
import { isOver, type VisitorChat, type VisitorContext, type VisitorState } from './visitor-chat.ts';

/** A transport of the namespace `/visitor`. */
export type VisitorTransport = Transport<VisitorRequestEvents, VisitorFacts>;

/** What a chat needs. What has a default is there for tests. */
export interface VisitorChatOptions {
  siteId: string;
  /** `deviceStore('lotsa:<siteId>:')` */
  store: KeyValueStore;
  context: VisitorContext;
  /** The relay's origin; the page's own without it. */
  baseUrl?: string;
  clock?: Clock;
  call?: typeof callRelay;
  loadTransport?: (auth: () => Record<string, unknown>) => Promise<VisitorTransport>;
}

/** A text with what a conversation starts from, when it may be the one that starts it. */
interface VisitorEntry extends OutboxEntry {
  opening: Omit<
    PayloadOf<VisitorRequestEvents, 'conversation:start'>,
    'conversationId' | 'id' | 'text'
  > | null;
}

/** Keys of the store besides the outbox's and the token's. */
const DRAFT = 'draft';
/** The conversation that was over and left by `startOver`. */
const LEFT = 'left';

const NOT_FOUND: Answer<never> = { ok: false, error: { code: 'not_found', data: {} } };

/** Makes the visitor's side of a site's chat. */
export function createVisitorChat(options: VisitorChatOptions): VisitorChat {
  const { siteId, store, baseUrl = '', clock = systemClock, call = callRelay } = options;
  let { context } = options;
  let visible = false;
  let opened = false;
  let visits = 0;
  let read = { conversationId: '', seq: 0 };
  let ratedId = '';
  /** The conversation whose beginning waits for its answer. Of another tab's text it may have come there already. */
  let beginning = '';
  let cancelVisit = (): void => undefined;

  const state = createState<VisitorState>({
    phase: 'loading',
    connection: 'idle',
    site: null,
    departments: {},
    banners: [],
    offer: null,
    conversation: null,
    messages: [],
    queue: null,
    typing: null,
    unread: 0,
    draft: '',
    rated: false,
    error: null,
    proving: false,
  });

  const auth = (): Record<string, unknown> => {
    const token = storedToken(store);
    return { siteId, ...(token && { token }) };
  };
  const loadSocket = async (): Promise<VisitorTransport> => {
    const { openSocket, socketTransport } = await import('../socket.ts');
    return socketTransport(openSocket({ baseUrl, namespace: '/visitor', auth }), (proving) =>
      state.set({ proving }),
    );
  };

  const link = createLink<VisitorRequestEvents, VisitorFacts>({
    load: () => options.loadTransport?.(auth) ?? loadSocket(),
    clock,
    onState(connection) {
      state.set({ connection });
      refresh();
    },
    onOnline() {
      follower.resume();
      outbox.run();
    },
    onFact: heard,
    onRefused: refused,
  });

  const follower = createFollower(
    (conversationId, after) => link.ask('conversation:resume', { conversationId, after }, 'patient'),
    refresh,
  );
  const outbox = createOutbox<VisitorEntry>({ store, deliver, onChange: refresh });
  const typists = createTypists(clock, refresh);
  const reportTyping = createTypingReporter(clock, (conversationId, typing) =>
    link.tell('typing:set', { conversationId, typing }),
  );
  const reportMarks = createMarksReporter((conversationId, reached) =>
    link.ask('messages:mark', { conversationId, ...reached }, 'patient'),
  );

  function refresh(): void {
    const { thread } = follower;
    let unread = 0;
    if (thread) {
      const { conversation, marks } = thread;
      const last = lastSeq(thread);
      const theirs = thread.messages.findLast(({ author }) => author.type !== 'visitor')?.seq ?? 0;
      const seen = read.conversationId === conversation.id ? read.seq : 0;
      read = { conversationId: conversation.id, seq: visible ? last : Math.max(seen, marks.visitorRead) };
      unread = unreadTexts(thread, read.seq);
      if (theirs > marks.visitorDelivered || (theirs > marks.visitorRead && read.seq >= theirs)) {
        reportMarks(conversation.id, { delivered: theirs, read: Math.min(read.seq, theirs) });
      }
    }
    state.set({
      conversation: thread?.conversation ?? null,
      messages: reuseShown(state.state.messages, shownMessages(thread, outbox.entries)),
      queue: thread?.queue ?? null,
      // Who wrote when the connection went may have stopped since.
      typing:
        link.state !== 'online' || isOver(thread?.conversation)
          ? null
          : (typists.of(thread?.conversation.id ?? '')[0] ?? null),
      unread,
      rated: thread !== null && thread.conversation.id === ratedId,
    });
  }

  function heard(fact: FactOf<VisitorFacts>): void {
    switch (fact.name) {
      case 'message:sent': {
        const { author, conversationId } = fact.fact;
        if (author.type === 'staff') typists.set(conversationId, author.name, false);
        if (isBegunElsewhere(fact.fact)) return follower.follow(conversationId);
        return follower.receive(fact.fact);
      }
      case 'marks:raised':
        return follower.raise(fact.fact.conversationId, fact.fact.marks);
      case 'typing:changed':
        return typists.set(fact.fact.conversationId, fact.fact.name, fact.fact.typing);
      case 'queue:moved':
        return follower.moveInQueue(fact.fact.conversationId, fact.fact);
      case 'offer:changed':
        return state.set({ offer: fact.fact });
      case 'relay:draining':
        return; // the link's
      default:
        return state.set(fact.fact);
    }
  }

  /** Another tab of this visitor has begun a conversation, and none is open here. */
  function isBegunElsewhere({ conversationId, kind }: VisitorMessage): boolean {
    const shown = follower.thread?.conversation;
    return (
      kind === 'text' &&
      conversationId !== shown?.id &&
      conversationId !== store.get(LEFT) &&
      (!shown || isOver(shown)) &&
      !outbox.entries.some((entry) => entry.conversationId === conversationId)
    );
  }

  async function enter(withoutCookie: boolean): Promise<Answer<unknown> | null> {
    const url = `${baseUrl}/api/sites/${encodeURIComponent(siteId)}/visit`;
    const answer = await visit(call, url, store, withoutCookie);
    if (answer?.ok) {
      const { current, ...started } = answer.value;
      const left = current && isOver(current.conversation) && store.get(LEFT) === current.conversation.id;
      follower.replace(left ? null : current);
      state.set({ ...started, phase: 'ready', error: null });
    }
    return answer;
  }

  async function firstVisit(): Promise<void> {
    cancelVisit();
    const answer = await enter(false);
    if (answer?.ok) {
      if (follower.thread || outbox.entries.length > 0) link.start();
      else whenIdle(clock, () => link.start());
      return;
    }
    state.set({ phase: 'unreachable', error: answer?.error ?? null });
    const wait = answer ? waitOf(answer.error, visits, clock.random()) : backoff(visits, clock.random());
    visits += 1;
    if (wait !== null) cancelVisit = clock.after(wait, () => void firstVisit());
  }

  async function refused(error: ErrorAnswer): Promise<boolean> {
    if (error.code === 'protocol_mismatch') {
      state.set({ phase: 'outdated' });
      return false;
    }
    // The browser kept no cookie, or the visitor's time is over: the relay makes a visitor that is known by a token.
    if (error.code === 'unauthenticated') await enter(true);
    return true;
  }

  async function deliver(entry: VisitorEntry): Promise<Answer<unknown> | null> {
    const { conversationId, id, text, opening } = entry;
    if (opening && follower.thread?.conversation.id !== conversationId) {
      const request = { conversationId, id, text, ...opening };
      beginning = conversationId;
      const answer = await link.ask('conversation:start', request, 'patient');
      beginning = '';
      if (answer?.ok) follower.replace(answer.value);
      return answer;
    }
    const answer = await link.ask('message:send', { conversationId, id, text }, 'patient');
    if (answer?.ok) follower.receive(answer.value.message);
    return answer;
  }

  /** The conversation that a text written now belongs to: the open one, the one about to start, or a new one. */
  function target(): Pick<VisitorEntry, 'conversationId' | 'opening'> {
    const open = follower.thread?.conversation;
    if (open && !isOver(open)) return { conversationId: open.id, opening: null };
    const pending = outbox.entries.findLast(
      (entry) => entry.opening && !entry.error && entry.conversationId !== open?.id,
    );
    const conversationId = pending?.conversationId ?? (beginning || newId());
    return { conversationId, opening: { ...context, contact: null } };
  }

  function leave(conversationId: string): void {
    if (conversationId !== follower.thread?.conversation.id) return;
    store.set(LEFT, conversationId);
    follower.replace(null);
  }

  function startOver(): void {
    const conversation = follower.thread?.conversation;
    if (conversation && isOver(conversation)) leave(conversation.id);
  }

  function setDraft(draft: string): void {
    if (draft) store.set(DRAFT, draft);
    else store.remove(DRAFT);
    state.set({ draft });
  }

  /** Asks something of the conversation that is shown. */
  async function inConversation(
    ask: (conversationId: string) => Promise<Answer<unknown> | null>,
  ): Promise<Answer<null>> {
    const conversationId = follower.thread?.conversation.id;
    if (!conversationId) return NOT_FOUND;
    const answer = (await ask(conversationId)) ?? NOT_FOUND;
    return answer.ok ? { ok: true, value: null } : answer;
  }

  async function change(ask: Promise<Answer<{ message: VisitorMessage }> | null>) {
    const answer = await ask;
    if (answer?.ok) follower.receive(answer.value.message);
    return answer;
  }

  const unlisten = store.onChange?.((key) => {
    if (key === LEFT && store.get(LEFT) === follower.thread?.conversation.id) follower.replace(null);
  });

  return {
    get state() {
      return state.state;
    },
    subscribe: (listener) => state.subscribe(listener),
    async open() {
      if (opened) return;
      opened = true;
      state.set({ draft: store.get(DRAFT) ?? '' });
      refresh();
      await firstVisit();
    },
    retry() {
      if (state.state.phase === 'unreachable') void firstVisit();
      else link.retry();
    },
    setContext(fields) {
      context = { ...context, ...fields };
    },
    setVisible(next) {
      visible = next;
      if (next) link.retry();
      refresh();
    },
    send(text, contact = null) {
      const written = text.trim();
      if (!written) return;
      startOver();
      const { conversationId, opening } = target();
      const entry = { id: newId(), conversationId, text: written, at: clock.now(), error: null };
      reportTyping.set(conversationId, false);
      setDraft('');
      outbox.add({ ...entry, opening: opening && { ...opening, contact } });
      if (state.state.phase === 'ready') link.start();
    },
    retryMessage(id) {
      const entry = outbox.entries.find((e) => e.id === id && e.error);
      if (!entry) return;
      if (entry.error?.code === 'conversation_closed') leave(entry.conversationId);
      const { conversationId, opening } = target();
      const contact = entry.opening?.contact ?? null;
      outbox.change(id, { error: null, conversationId, opening: opening && { ...opening, contact } });
    },
    discardMessage: (id) => outbox.remove(id),
    setDraft,
    setTyping(typing) {
      const id = follower.thread?.conversation.id;
      if (id) reportTyping.set(id, typing);
    },
    leaveContact: (contact: Contact) =>
      inConversation((conversationId) =>
        change(link.ask('contact:leave', { conversationId, id: newId(), contact })),
      ),
    end: () =>
      inConversation((conversationId) =>
        change(link.ask('conversation:end', { conversationId, id: newId() })),
      ),
    bearer: () => storedToken(store),
    async caseLink() {
      const conversationId = follower.thread?.conversation.id;
      return (conversationId && (await link.ask('case:link', { conversationId }))) || NOT_FOUND;
    },
    rate: (scores, comment) =>
      inConversation(async (conversationId) => {
        const answer = await link.ask('conversation:rate', { conversationId, scores, comment });
        if (answer?.ok) {
          ratedId = conversationId;
          refresh();
        }
        return answer;
      }),
    startOver,
    dispose() {
      cancelVisit();
      unlisten?.();
      outbox.dispose();
      typists.dispose();
      reportTyping.dispose();
      link.stop();
    },
  };
}
