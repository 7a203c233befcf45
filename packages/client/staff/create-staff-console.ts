import type { Answer, Me, StaffAnswers, StaffRequestEvents, StaffRequests } from '@lotsa/protocol';
import { type Clock, systemClock } from '../clock.ts';
import { callRelay } from '../http.ts';
import { type KeyValueStore, scopedStore } from '../key-value-store.ts';
import { newId } from '../new-id.ts';
import { createState } from '../observable.ts';
import { backoff, waitOf } from '../retry-delay.ts';
import { createCaseDesk } from './case-desk.ts';
import { createDesk, type Desk, type StaffTransport } from './desk.ts';
import { createStaffSettings } from './staff-settings.ts';
import { SIGNED_OUT } from './signed-out.ts';
import type { Notice, StaffConsole, StaffState } from './staff-console.ts';
import { EMPTY_BOX } from './staff-view.ts';

/** What a console needs. What has a default is there for tests. */
export interface StaffConsoleOptions {
  /** `deviceStore('lotsa:staff:')` */
  store: KeyValueStore;
  /** The relay's origin; the page's own without it. */
  baseUrl?: string;
  clock?: Clock;
  call?: typeof callRelay;
  loadTransport?: () => Promise<StaffTransport>;
}

const NO_ANSWER: Answer<null> = { ok: false, error: { code: 'storage_unavailable', data: {} } };

const INITIAL: StaffState = {
  phase: 'loading',
  connection: 'idle',
  me: null,
  directory: null,
  colleagues: [],
  conversations: new Map(),
  promises: new Map(),
  boxes: { queue: EMPTY_BOX, mine: EMPTY_BOX, handoffs: EMPTY_BOX, all: EMPTY_BOX, closed: EMPTY_BOX },
  threads: {},
  unread: {},
  typing: {},
  drafts: {},
  board: null,
};

/** Makes the staff's side. */
export function createStaffConsole(options: StaffConsoleOptions): StaffConsole {
  const { store, baseUrl = '', clock = systemClock, call = callRelay } = options;
  const state = createState<StaffState>(INITIAL);
  const listeners = new Set<(notice: Notice) => void>();
  const session = `${baseUrl}/api/session`;
  let desk: Desk | null = null;
  const cases = createCaseDesk({ link: () => desk?.link ?? null, me: () => state.state.me, clock });
  let attempts = 0;
  let cancel = (): void => undefined;

  const loadSocket = async (): Promise<StaffTransport> => {
    const { openSocket, socketTransport } = await import('../socket.ts');
    return socketTransport(openSocket({ baseUrl, namespace: '/staff', auth: () => ({}) }));
  };

  function begin(me: Me): void {
    desk?.dispose();
    cases.forget();
    state.set({ ...INITIAL, me });
    desk = createDesk({
      me,
      store: scopedStore(store, `${me.id}:`),
      clock,
      cases,
      state,
      load: options.loadTransport ?? loadSocket,
      notify: (notice) => listeners.forEach((listener) => listener(notice)),
      onEnded: end,
    });
  }

  function end(): void {
    desk?.dispose();
    desk = null;
    cases.forget();
    state.set({ ...INITIAL, phase: 'signedOut' });
  }

  async function start(): Promise<void> {
    cancel();
    const answer = (await call('GET', session)) as Answer<Me | null> | null;
    if (answer?.ok) return answer.value ? begin(answer.value) : end();
    const wait = answer ? waitOf(answer.error, attempts, clock.random()) : backoff(attempts, clock.random());
    if (wait === null) return end();
    attempts += 1;
    state.set({ phase: 'unreachable' });
    cancel = clock.after(wait, () => void start());
  }

  /** Asks for a change; the id of the request is made once and kept through every retry (rule D2). */
  const change = (conversationId: string, ask: (link: Desk['link'], id: string) => ReturnType<Ask>) => {
    const id = newId();
    const at = desk;
    return at ? at.change(conversationId, () => ask(at.link, id)) : Promise.resolve(SIGNED_OUT);
  };
  type Ask = Parameters<Desk['change']>[1];

  return {
    cases,
    get state() {
      return state.state;
    },
    subscribe: (listener) => state.subscribe(listener),
    start,
    async signIn(user, password) {
      const answer = (await call('POST', session, { user, password })) as Answer<Me> | null;
      if (!answer) return NO_ANSWER;
      if (!answer.ok) return answer;
      begin(answer.value);
      return { ok: true, value: null };
    },
    async signOut() {
      desk?.writing.forget();
      const answer = (await call('DELETE', session)) as Answer<{ goTo: string } | null> | null;
      end();
      return answer?.ok ? (answer.value?.goTo ?? null) : null;
    },
    retry() {
      if (desk) desk.link.retry();
      else if (state.state.phase === 'unreachable') void start();
    },
    onNotice(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    loadBox: async (box) => desk?.loadBox(box),
    loadMore: async (box) => desk?.loadMore(box),
    openThread: async (conversationId) => (await desk?.threads.open(conversationId)) ?? SIGNED_OUT,
    leaveThread: (conversationId) => desk?.threads.leave(conversationId),
    markRead: (conversationId) => desk?.threads.markRead(conversationId),
    setDraft: (conversationId, text) => desk?.writing.setDraft(conversationId, text),
    setTyping: (conversationId, typing) => desk?.writing.setTyping(conversationId, typing),
    sendText: (conversationId, text) => desk?.writing.send(conversationId, 'text', text),
    sendNote: (conversationId, text, toUserId) => desk?.writing.send(conversationId, 'note', text, toUserId),
    retryMessage: (id) => desk?.writing.outbox.change(id, { error: null }),
    discardMessage: (id) => desk?.writing.outbox.remove(id),
    async ask<Name extends keyof StaffRequests>(
      name: Name,
      payload: Parameters<StaffRequestEvents[Name]>[0],
    ) {
      const answer = (await desk?.link.ask(name, payload)) as Answer<StaffAnswers[Name]> | null | undefined;
      return answer ?? SIGNED_OUT;
    },
    settings: createStaffSettings(() => desk),
    claim: (conversationId) =>
      change(conversationId, (link, id) => link.ask('conversation:claim', { conversationId, id })),
    decline: (conversationId) =>
      change(conversationId, (link, id) => link.ask('conversation:decline', { conversationId, id })),
    assign: (conversationId, userId) =>
      change(conversationId, (link, id) => link.ask('conversation:assign', { conversationId, id, userId })),
    release: (conversationId) =>
      change(conversationId, (link, id) => link.ask('conversation:release', { conversationId, id })),
    handOver: async (userId) =>
      (await desk?.link.ask('conversations:hand-over', { id: newId(), userId })) ?? SIGNED_OUT,
    close: (conversationId, outcome, topicId, recordClass) =>
      change(conversationId, (link, id) =>
        link.ask('conversation:close', {
          conversationId,
          id,
          outcome,
          topicId,
          ...(recordClass && { recordClass }),
        }),
      ),
    ban: (conversationId, reason, hours) =>
      change(conversationId, (link, id) =>
        link.ask('conversation:ban', { conversationId, id, reason, hours }),
      ),
    requestHandoff: (conversationId, request) =>
      change(conversationId, (link, id) => link.ask('handoff:request', { conversationId, id, ...request })),
    approveHandoff: (conversationId, handoffId) =>
      change(conversationId, (link, id) => link.ask('handoff:approve', { conversationId, id, handoffId })),
    acceptHandoff: (conversationId, handoffId) =>
      change(conversationId, (link, id) => link.ask('handoff:accept', { conversationId, id, handoffId })),
    declineHandoff: (conversationId, handoffId, reason) =>
      change(conversationId, (link, id) =>
        link.ask('handoff:decline', { conversationId, id, handoffId, reason }),
      ),
    withdrawHandoff: (conversationId, handoffId) =>
      change(conversationId, (link, id) => link.ask('handoff:withdraw', { conversationId, id, handoffId })),
    answerHandoff: (conversationId, handoffId) =>
      change(conversationId, (link, id) => link.ask('handoff:answer', { conversationId, id, handoffId })),
    async setAvailability(availability, reason = null) {
      const asked = reason === 'missedOffers' ? null : reason;
      const answer = await desk?.link.ask('availability:set', { availability, reason: asked });
      if (answer?.ok && state.state.me)
        state.set({ me: { ...state.state.me, availability, availabilityReason: asked } });
      return answer ?? SIGNED_OUT;
    },
    markSecret: (conversationId, secret, protectedIdentity) =>
      change(conversationId, (link, id) =>
        link.ask('conversation:mark-secret', { conversationId, id, secret, protectedIdentity }),
      ),
    breakGlass: (conversationId, reason) =>
      change(conversationId, (link, id) =>
        link.ask('conversation:break-glass', { conversationId, id, reason }),
      ),
    watchBoard: async () => (await desk?.board.watch()) ?? SIGNED_OUT,
    leaveBoard: async () => desk?.board.leave(),
    async registerContact(contact) {
      const conversationId = newId();
      const answer = await change(conversationId, (link, id) =>
        link.ask('contact:register', { conversationId, id, ...contact }),
      );
      if (!answer.ok) return answer;
      return { ok: true, value: state.state.conversations.get(conversationId)?.caseNumber ?? null };
    },
    dispose() {
      cancel();
      desk?.dispose();
    },
  };
}
