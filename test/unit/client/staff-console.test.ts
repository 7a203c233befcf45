import { createStaffConsole, memoryStore, type Notice, type StaffConsole } from '@lotsa/client';
import type {
  Answer,
  Board,
  Box,
  ConsoleSnapshot,
  ErrorAnswer,
  StaffFacts,
  StaffRequestEvents,
} from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  anna,
  annasMe as me,
  begun,
  bo,
  claim,
  claimed,
  handoff,
  type History,
  sara,
  visitor,
} from '../../support/histories.ts';
import { ManualClock, settled } from '../../support/manual-clock.ts';
import { TransportPair } from '../../support/transport-pair.ts';

const marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };
const id = 'conversation-0001';
const ok: Answer<null> = { ok: true, value: null };
const unauthenticated: ErrorAnswer = { code: 'unauthenticated', data: {} };

let clock: ManualClock;
let pair: TransportPair<StaffRequestEvents, StaffFacts>;
let store: ReturnType<typeof memoryStore>;
let desk: StaffConsole;
let notices: Notice[];
let onCall: (method: string) => Answer<unknown> | null;
/** What the relay has: lists and a conversation. */
let history: History;
let lists: Partial<Record<Box, History[]>>;

function relay(name: string, payload: unknown): Answer<unknown> {
  if (name === 'console:open') {
    const value: ConsoleSnapshot = {
      me,
      sites: [],
      departments: [],
      topics: [],
      agreements: [],
      colleagues: [],
      cannedResponses: [],
      eServices: [],
      guides: [],
      questions: [],
    };
    return { ok: true, value };
  }
  if (name === 'conversations:list') {
    const { box } = payload as { box: Box };
    const conversations = (lists[box] ?? []).map(({ is }) => ({ conversation: is, marks }));
    return { ok: true, value: { conversations, next: null } };
  }
  if (name === 'conversation:resume') {
    const { after } = payload as { after: number };
    const messages = history.messages.filter(({ seq }) => seq > after);
    return { ok: true, value: { conversation: history.is, messages, more: false, marks } };
  }
  return ok;
}

async function signedIn(): Promise<void> {
  desk = createStaffConsole({
    store,
    clock,
    call: (method) => Promise.resolve(onCall(method)),
    loadTransport: () => Promise.resolve(pair.client),
  });
  desk.onNotice((notice) => notices.push(notice));
  await desk.start();
  await settled();
}

async function atWork(): Promise<void> {
  await signedIn();
  await pair.accept();
  await pair.serve(relay);
}

/** The relay tells of the last message as it does: to the room, then to the lists. */
async function tellLast(to: 'all' | 'lists' = 'all'): Promise<void> {
  if (to === 'all') await pair.tell('message:sent', history.messages.at(-1)!);
  await pair.tell('conversation:changed', { conversation: history.is });
}

beforeEach(() => {
  clock = new ManualClock();
  pair = new TransportPair();
  store = memoryStore();
  notices = [];
  history = claimed();
  lists = { mine: [history] };
  onCall = () => ({ ok: true, value: me });
});
afterEach(() => desk.dispose());

const texts = (): unknown[] =>
  desk.state.threads[id]!.messages.flatMap((line) => ('text' in line ? [[line.text, line.state]] : []));

describe('the session', () => {
  it('shows the sign-in to somebody who is not signed in, and begins when that succeeded', async () => {
    onCall = () => ({ ok: true, value: null });
    await signedIn();
    expect(desk.state.phase).toBe('signedOut');
    expect(pair.attempts).toBe(0);
    onCall = () => ({ ok: false, error: { code: 'wrong_credentials', data: {} } });
    expect(await desk.signIn('anna', 'fel')).toMatchObject({ error: { code: 'wrong_credentials' } });
    onCall = () => ({ ok: true, value: me });
    expect(await desk.signIn('anna', 'rätt')).toEqual(ok);
    await settled();
    await pair.accept();
    await pair.serve(relay);
    expect(desk.state.phase).toBe('ready');
    expect(desk.state.boxes.mine.conversationIds).toEqual([id]);
  });

  it('ends when the relay says so, by a fact or at the next connection', async () => {
    for (const end of [() => pair.tell('session:ended', {}), () => pair.drop(unauthenticated)]) {
      await atWork();
      desk.setDraft(id, 'Till i morgon');
      await end();
      expect(desk.state).toMatchObject({
        phase: 'signedOut',
        me: null,
        conversations: new Map(),
        drafts: {},
      });
      expect(await desk.claim(id)).toMatchObject({ error: { code: 'unauthenticated' } });
      await atWork();
      expect(desk.state.drafts).toEqual({ [id]: 'Till i morgon' });
      desk.dispose();
      pair = new TransportPair();
    }
  });

  it('leaves nothing of what was written on the device when the user signs out', async () => {
    await atWork();
    desk.setDraft(id, 'Hemligt');
    desk.sendText(id, 'Också hemligt');
    desk.setDraft(id, 'Hemligt');
    await desk.signOut();
    expect(store.get('anna:outbox')).toBeNull();
    expect(store.get('anna:drafts')).toBeNull();
  });
});

describe('conversations', () => {
  it('[D4] are followed when they are mine, without being opened', async () => {
    await atWork();
    expect(desk.state.threads[id]!.complete).toBe(true);
    expect(desk.state.unread[id]).toBe(1);
    history.do(visitor, { type: 'sendText', text: 'Hallå?' });
    await tellLast();
    expect(desk.state.unread[id]).toBe(2);
    expect(notices).toEqual([{ type: 'message', conversationId: id, text: 'Hallå?' }]);
    desk.markRead(id);
    expect(desk.state.unread[id]).toBe(0);
  });

  it('[D4] get back a message whose fact was lost', async () => {
    await atWork();
    history.do(visitor, { type: 'sendText', text: 'Hallå?' });
    await tellLast('lists');
    expect(desk.state.threads[id]!.complete).toBe(false);
    await clock.go(1_000);
    expect(pair.arrived.map(({ name }) => name)).toContain('conversation:resume');
    await pair.serve(relay);
    expect(desk.state.threads[id]!.complete).toBe(true);
    expect(texts().at(-1)).toEqual(['Hallå?', null]);
  });

  it('move between the lists as they change, by whoever', async () => {
    history = begun();
    lists = { queue: [history] };
    await atWork();
    expect(desk.state.boxes.queue.conversationIds).toEqual([id]);
    history.do(bo, claim);
    await tellLast('lists');
    expect(desk.state.boxes.queue.conversationIds).toEqual([]);
    expect(notices).toEqual([]);
    history.do(bo, { type: 'release' });
    await tellLast('lists');
    expect(desk.state.boxes.queue.conversationIds).toEqual([id]);
    expect(notices).toEqual([{ type: 'queued', conversationId: id }]);
    history.do(anna, claim);
    await tellLast('lists');
    expect(desk.state.boxes.mine.conversationIds).toEqual([id]);
    expect(notices.at(-1)).toEqual({ type: 'assigned', conversationId: id });
    await pair.serve(relay);
    expect(desk.state.threads[id]!.complete).toBe(true);
  });

  it('leave the lists when they changed while there was no connection', async () => {
    history = begun();
    lists = { queue: [history] };
    await atWork();
    await pair.drop();
    lists = {};
    await clock.go(1_000);
    await pair.accept();
    await pair.serve(relay);
    expect(desk.state.boxes.queue.conversationIds).toEqual([]);
    expect(desk.state.conversations.size).toBe(0);
  });

  it('[H1] are forgotten by a specialist who may no longer see them', async () => {
    history.do(anna, handoff('join'));
    lists = { handoffs: [history] };
    onCall = () => ({ ok: true, value: { ...me, ...sara.user } });
    await signedIn();
    await pair.accept();
    await pair.serve((name, payload) => {
      const answer = relay(name, payload);
      return name === 'console:open' && answer.ok
        ? { ok: true, value: { ...(answer.value as ConsoleSnapshot), me: { ...me, ...sara.user } } }
        : answer;
    });
    expect(desk.state.boxes.handoffs.conversationIds).toEqual([id]);
    history.do(anna, { type: 'withdrawHandoff', handoffId: history.handoffId });
    await tellLast('lists');
    expect(desk.state.conversations.size).toBe(0);
  });

  it('[D2] an action keeps its id when its answer was lost, and says nothing to its own user', async () => {
    history = begun();
    lists = { queue: [history] };
    await atWork();
    const claimed = desk.claim(id);
    await settled();
    const first = pair.arrived[0]!.payload as { id: string };
    await pair.drop();
    await clock.go(1_000);
    await pair.accept();
    expect(pair.take('conversation:claim').payload).toEqual(first);
    await pair.drop();
    await clock.go(1_000);
    await pair.accept();
    const message = history.do(anna, claim, first.id);
    await tellLast('lists');
    await pair.answer({ conversation: history.is, message }, 'conversation:claim');
    expect(await claimed).toEqual(ok);
    expect(notices).toEqual([]);
    expect(desk.state.boxes.mine.conversationIds).toEqual([id]);
  });

  it('[R2] a claim that came second is answered with who was first', async () => {
    history = begun();
    lists = { queue: [history] };
    await atWork();
    const asked = desk.claim(id);
    await settled();
    await pair.refuse({ code: 'already_claimed', data: { name: 'Bo' } }, 'conversation:claim');
    expect(await asked).toEqual({ ok: false, error: { code: 'already_claimed', data: { name: 'Bo' } } });
  });

  it('[D5] texts and notes go through the outbox, in order', async () => {
    await atWork();
    await pair.serve(relay);
    desk.setDraft(id, 'Ett');
    desk.sendText(id, 'Ett');
    desk.sendNote(id, 'Bara för oss');
    expect(desk.state.drafts).toEqual({});
    expect(texts().slice(1)).toEqual([
      ['Ett', 'sending'],
      ['Bara för oss', 'sending'],
    ]);
    await settled();
    const first = pair.take('message:send');
    const sent = first.payload as { id: string };
    expect(pair.arrived).toEqual([]);
    const message = history.do(anna, { type: 'sendText', text: 'Ett' }, sent.id);
    first.answer({ ok: true, value: { conversation: history.is, message } });
    await settled();
    expect(texts()[1]).toEqual(['Ett', 'sent']);
    expect(pair.arrived[0]!.payload).toMatchObject({ kind: 'note', text: 'Bara för oss' });
    await pair.tell('marks:raised', {
      conversationId: id,
      marks: { ...marks, visitorDelivered: 3, visitorRead: 3 },
    });
    expect(texts()[1]).toEqual(['Ett', 'read']);
  });

  it('[H3] a note for a colleague says whom it is for, and a retry says so too', async () => {
    await atWork();
    await pair.serve(relay);
    desk.sendNote(id, 'Titta på detaljplanen', 'bo');
    await settled();
    await pair.refuse({ code: 'unknown_target', data: {} }, 'message:send');
    desk.retryMessage(desk.state.threads[id]!.messages.at(-1)!.id);
    await settled();
    expect(pair.arrived[0]!.payload).toMatchObject({ kind: 'note', toUserId: 'bo' });
  });

  it('one that is not there is refused when it is opened', async () => {
    await atWork();
    const asked = desk.openThread('conversation-0009');
    await settled();
    await pair.refuse({ code: 'not_found', data: {} }, 'conversation:resume');
    expect(await asked).toEqual({ ok: false, error: { code: 'not_found', data: {} } });
  });

  it('one that was only looked at is left when the screen leaves it', async () => {
    history = begun();
    lists = {};
    await atWork();
    const asked = desk.openThread(id);
    await settled();
    await pair.serve(relay);
    expect(await asked).toEqual(ok);
    desk.leaveThread(id);
    await settled();
    expect(pair.arrived.map(({ name }) => name)).toEqual(['conversation:leave']);
    expect(desk.state.threads[id]).toBeUndefined();
  });
});

describe('settings', () => {
  const topic = (topicId: string) => ({
    id: topicId,
    name: { sv: topicId },
    departmentId: null,
    retired: false,
  });
  let topics: ReturnType<typeof topic>[];
  const withTopics = (name: string, payload: unknown): Answer<unknown> => {
    const answer = relay(name, payload);
    if (name === 'settings:put')
      return { ok: true, value: { entry: { item: topics.at(-1), revision: 'r' } } };
    return name === 'console:open' && answer.ok
      ? { ok: true, value: { ...(answer.value as object), topics } }
      : answer;
  };
  const known = (): string[] => (desk.state.directory?.topics ?? []).map((each) => each.id);
  beforeEach(async () => {
    topics = [topic('skola')];
    await atWork();
    await pair.serve(withTopics);
  });

  it('changed here can be chosen as soon as they are saved or removed', async () => {
    topics = [...topics, topic('avfall')];
    let isKnown = false;
    const put = desk.settings.put('topics', topic('avfall'), null).then(() => {
      isKnown = known().includes('avfall');
    });
    await settled();
    // The relay tells everybody before it answers.
    await pair.tell('settings:changed', {});
    await pair.serve(withTopics);
    await put;
    expect(isKnown).toBe(true);
    expect(clock.waits).not.toContain(500);

    topics = [topic('skola')];
    const removed = desk.settings.remove('eServices', 'avfall', 'r').then(() => {
      isKnown = known().includes('avfall');
    });
    await settled();
    await pair.serve(withTopics);
    await removed;
    expect(isKnown).toBe(false);
  });

  it('changed by others are fetched within a second, not by all consoles at once', async () => {
    topics = [...topics, topic('avfall')];
    await pair.tell('settings:changed', {});
    expect(pair.arrived).toEqual([]);
    await clock.go(500);
    await pair.serve(withTopics);
    expect(known()).toContain('avfall');
  });
});

describe('the live board', () => {
  const board: Board = {
    at: 1,
    waiting: 2,
    waitingSince: 1,
    active: 0,
    overdue: 0,
    overdueCases: 0,
    agents: [],
    today: { closed: 0, answered: 0, abandoned: 0, firstContactSolved: 0, medianWait: null },
  };

  it('is watched through every connection, and shown until it is left', async () => {
    await atWork();
    const watched = desk.watchBoard();
    await settled();
    await pair.answer(board, 'board:watch');
    expect(await watched).toEqual(ok);
    expect(desk.state.board).toEqual(board);
    await pair.tell('board:changed', { ...board, waiting: 3 });
    expect(desk.state.board?.waiting).toBe(3);

    await pair.drop();
    await clock.go(5_000);
    await pair.accept();
    await pair.answer({ ...board, waiting: 4 }, 'board:watch');
    expect(desk.state.board?.waiting).toBe(4);

    void desk.leaveBoard();
    // What was on its way when it was left.
    await pair.tell('board:changed', board);
    expect(desk.state.board).toBeNull();
  });
});
