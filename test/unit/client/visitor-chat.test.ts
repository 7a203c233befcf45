import { createVisitorChat, type KeyValueStore, memoryStore, type VisitorChat } from '@lotsa/client';
import { evolve, visitorConversation, visitorMessage } from '@lotsa/core';
import type {
  Answer,
  VisitAnswer,
  VisitorFacts,
  VisitorMessage,
  VisitorRequestEvents,
  VisitorSnapshot,
} from '@lotsa/protocol';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, begun, claim, claimed, History, start, visitor } from '../../support/histories.ts';
import { Device } from '../../support/device.ts';
import { ManualClock, settled } from '../../support/manual-clock.ts';
import { TransportPair } from '../../support/transport-pair.ts';

const marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };
const id = 'conversation-0001';

function told(history: History): VisitorMessage[] {
  let conversation: History['conversation'];
  return history.messages.flatMap((message) => {
    const seen = visitorMessage(message, conversation?.publicSeq ?? 0);
    conversation = evolve(conversation, message);
    return seen ? [seen] : [];
  });
}

const snapshot = (history: History, after = 0): VisitorSnapshot => ({
  conversation: visitorConversation(history.is),
  messages: told(history).filter(({ seq }) => seq > after),
  more: false,
  marks,
  queue: null,
});

const visitAnswer = (current: VisitorSnapshot | null = null): VisitAnswer => ({
  site: {
    id: 'ekhamra',
    name: { sv: 'Ekhamra' },
    centreName: { sv: 'Kontaktcenter' },
    languages: ['sv'],
    phone: '0123',
    email: 'kontakt@ekhamra.example',
    privacyNotice: { sv: '' },
    privacyUrl: null,
    closedText: null,
    survey: [],
    askTopic: 'off',
    eid: null,
    topics: [],
    forms: [],
  },
  departments: {},
  banners: [],
  offer: { chat: true, reason: 'open', closesAt: null, opensAt: null },
  identity: null,
  current,
});

let clock: ManualClock;
let pair: TransportPair<VisitorRequestEvents, VisitorFacts>;
let store: KeyValueStore;
let chat: VisitorChat;
let visits: object[];
let auth: Record<string, unknown>;
let onVisit: () => Answer<VisitAnswer> | null;

function open(): Promise<void> {
  chat = createVisitorChat({
    siteId: 'ekhamra',
    store,
    clock,
    context: { language: 'sv', page: null, topicId: null, departmentId: null },
    call: (_method, _url, body) => {
      visits.push(body ?? {});
      return Promise.resolve(onVisit());
    },
    loadTransport: (handshake) => {
      auth = handshake();
      return Promise.resolve(pair.client);
    },
  });
  return chat.open();
}

/** Opens with a conversation and a connection that has caught up. */
async function openWith(history: History): Promise<void> {
  onVisit = () => ({ ok: true, value: visitAnswer(snapshot(history)) });
  await open();
  await settled();
  await pair.accept();
  await pair.answer(snapshot(history, history.is.publicSeq), 'conversation:resume');
}

beforeEach(() => {
  clock = new ManualClock();
  pair = new TransportPair();
  store = memoryStore();
  visits = [];
  onVisit = () => ({ ok: true, value: visitAnswer() });
});
afterEach(() => chat.dispose());

const lines = (): unknown[] =>
  chat.state.messages.map((line) => ('text' in line ? [line.text, line.state] : null));

describe('the first visit', () => {
  it('[P1] asks, stores and connects nothing before the panel is opened', async () => {
    const ready = open();
    const before = createVisitorChat({
      siteId: 'ekhamra',
      store: { get: () => null, set: () => expect.unreachable(), remove: () => expect.unreachable() },
      context: { language: 'sv', page: null, topicId: null, departmentId: null },
      call: () => expect.unreachable(),
      loadTransport: () => expect.unreachable(),
    });
    before.dispose();
    await ready;
    expect(visits).toEqual([{}]);
  });

  it('is tried again, by itself and when asked, while the relay does not answer', async () => {
    onVisit = () => null;
    await open();
    expect(chat.state.phase).toBe('unreachable');
    await clock.go(1_000);
    expect(visits).toHaveLength(2);
    onVisit = () => ({ ok: true, value: visitAnswer() });
    chat.retry();
    await settled();
    expect(chat.state.phase).toBe('ready');
    await clock.go(60_000);
    expect(visits).toHaveLength(3);
  });

  it('goes on with a token where the browser keeps no cookie', async () => {
    await openWith(claimed());
    onVisit = () => ({ ok: true, value: { ...visitAnswer(), token: 'token-of-the-visitor' } });
    await pair.drop({ code: 'unauthenticated', data: {} });
    expect(visits.at(-1)).toEqual({ withoutCookie: true });
    chat.dispose();
    await open();
    expect(visits.at(-1)).toEqual({ withoutCookie: true, token: 'token-of-the-visitor' });
    await clock.go(1_000);
    expect(auth).toEqual({ siteId: 'ekhamra', token: 'token-of-the-visitor' });
  });

  it('tells the screen to reload when the relay speaks another version', async () => {
    await open();
    await clock.go(1_000);
    await pair.drop({ code: 'protocol_mismatch', data: { version: 2 } });
    expect(chat.state.phase).toBe('outdated');
    expect(clock.waits).toEqual([]);
  });
});

describe('writing', () => {
  it('[D2] [D5] begins one conversation, with the same ids after a lost acknowledgement, and then what was queued', async () => {
    await open();
    chat.send('  Ett ');
    chat.send('Två');
    expect(lines()).toEqual([
      ['Ett', 'sending'],
      ['Två', 'sending'],
    ]);
    await settled();
    await pair.accept();
    const first = pair.take('conversation:start').payload as { conversationId: string; id: string };
    expect(pair.arrived).toEqual([]);
    await pair.drop();
    await clock.go(1_000);
    await pair.accept();
    const again = pair.arrived[0]!.payload;
    expect(again).toEqual(first);

    const history = new History();
    history.do(visitor, { ...start, text: 'Ett' } as typeof start, first.id);
    const { conversationId } = first;
    const began = snapshot(history);
    await pair.answer(
      {
        ...began,
        conversation: { ...began.conversation, id: conversationId },
        messages: began.messages.map((message) => ({ ...message, conversationId })),
      },
      'conversation:start',
    );
    expect(lines()).toEqual([
      ['Ett', 'sent'],
      ['Två', 'sending'],
    ]);
    expect(pair.take('message:send').payload).toMatchObject({ conversationId, text: 'Två' });
  });

  it('[D4] fetches what was told of a conversation before its beginning was answered', async () => {
    await open();
    chat.send('Ett');
    await settled();
    await pair.accept();
    const asked = pair.arrived[0]!.payload as { conversationId: string; id: string };
    const { conversationId, id: first } = asked;
    const history = new History();
    history.do(visitor, { ...start, text: 'Ett' } as typeof start, first);
    const of = ({ conversation, messages, ...rest }: VisitorSnapshot): VisitorSnapshot => ({
      ...rest,
      conversation: { ...conversation, id: conversationId },
      messages: messages.map((message) => ({ ...message, conversationId })),
    });
    const began = of(snapshot(history));
    history.do(anna, claim);
    const [assigned] = of(snapshot(history, 1)).messages;
    await pair.tell('message:sent', assigned!);
    await pair.answer(began, 'conversation:start');
    expect(pair.arrived[0]!.payload).toEqual({ conversationId, after: 1 });
    await pair.answer(of(snapshot(history, 1)), 'conversation:resume');
    expect(chat.state.conversation?.status).toBe('assigned');
  });

  it('[D5] goes on with what another tab began, also before it has heard more of it than that it was written', async () => {
    const device = new Device();
    const other = device.tab();
    store = device.tab();
    await open();
    const { language, page, topicId, departmentId } = begun().is;
    const opening = { language, page, topicId, departmentId, contact: null };
    const entry = { id: 'message-0001', conversationId: id, text: 'Ett', at: 1, error: null, opening };
    other.set('outbox', JSON.stringify([entry]));
    expect(lines()).toEqual([['Ett', 'sending']]);
    // Its beginning was answered there; here there is no connection yet.
    other.remove('outbox');
    chat.send('Två');
    await settled();
    await pair.accept();
    expect(pair.arrived.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ conversationId: id, text: 'Ett' }),
    ]);
    await pair.answer(snapshot(begun()), 'conversation:start');
    expect(pair.take('message:send').payload).toMatchObject({ conversationId: id, text: 'Två' });
  });

  it('[D5] waits out a limit and keeps a definitive refusal, to retry in a new conversation', async () => {
    await openWith(claimed());
    chat.send('Hej');
    await settled();
    await pair.refuse({ code: 'rate_limited', data: { retryAfterMs: 1_000 } }, 'message:send');
    expect(lines().at(-1)).toEqual(['Hej', 'sending']);
    await clock.go(2_000);
    await pair.refuse({ code: 'conversation_closed', data: {} }, 'message:send');
    const failed = chat.state.messages.at(-1)!;
    expect(failed).toMatchObject({ text: 'Hej', state: 'failed', error: { code: 'conversation_closed' } });
    chat.retryMessage(failed.id);
    await settled();
    expect(chat.state.conversation).toBeNull();
    const begins = pair.take('conversation:start').payload as { conversationId: string };
    expect(begins).toMatchObject({ id: failed.id, text: 'Hej', language: 'sv' });
    expect(begins.conversationId).not.toBe(id);
  });

  it('[D5] throws a failed text away only when asked to', async () => {
    await openWith(claimed());
    chat.send('Hej');
    await settled();
    await pair.refuse({ code: 'forbidden', data: {} }, 'message:send');
    expect(store.get('outbox')).toContain('Hej');
    chat.discardMessage(chat.state.messages.at(-1)!.id);
    expect(store.get('outbox')).toBeNull();
    expect(lines().at(-1)).toBeNull();
  });

  it('ignores blank text, and empties the draft with what is sent', async () => {
    await openWith(claimed());
    chat.setDraft('Hej');
    expect(store.get('draft')).toBe('Hej');
    chat.send(' \n ');
    expect(chat.state.draft).toBe('Hej');
    chat.send(chat.state.draft);
    expect(chat.state.draft).toBe('');
    expect(store.get('draft')).toBeNull();
  });
});

describe('what others do', () => {
  it('[D4] fetches what is missing before it shows what came after', async () => {
    const history = claimed();
    await openWith(history);
    history.do(anna, { type: 'sendText', text: 'Ett' });
    history.do(anna, { type: 'sendNote', text: 'Bara för oss' });
    history.do(anna, { type: 'sendText', text: 'Två' });
    const [, , one, two] = told(history);
    await pair.tell('message:sent', two!);
    expect(lines()).toHaveLength(2);
    const asked = await pair.answer(snapshot(history, 2), 'conversation:resume');
    expect(asked.payload).toEqual({ conversationId: id, after: 2 });
    await pair.tell('message:sent', one!);
    expect(lines().slice(2)).toEqual([
      ['Ett', null],
      ['Två', null],
    ]);
  });

  it('[D5] counts as unread what came while the panel was hidden, and tells what was seen', async () => {
    const history = claimed();
    await openWith(history);
    await pair.serve(() => ({ ok: true, value: null }));
    history.do(anna, { type: 'sendText', text: 'Hej!' });
    await pair.tell('message:sent', told(history).at(-1)!);
    expect(chat.state.unread).toBe(1);
    expect((await pair.answer(null, 'messages:mark')).payload).toEqual({
      conversationId: id,
      delivered: 3,
      read: 0,
    });
    chat.setVisible(true);
    expect(chat.state.unread).toBe(0);
    await settled();
    expect(pair.take('messages:mark').payload).toEqual({ conversationId: id, delivered: 3, read: 3 });
  });

  it('[D5] shows how far the staff have read', async () => {
    await openWith(begun());
    expect(lines()).toEqual([[expect.any(String), 'sent']]);
    await pair.tell('marks:raised', { conversationId: id, marks: { ...marks, staffDelivered: 1 } });
    expect(lines()).toEqual([[expect.any(String), 'delivered']]);
    await pair.tell('marks:raised', { conversationId: id, marks: { ...marks, staffRead: 1 } });
    expect(lines()).toEqual([[expect.any(String), 'read']]);
  });

  it('shows who is writing until the text is there', async () => {
    const history = claimed();
    await openWith(history);
    await pair.tell('typing:changed', { conversationId: id, name: 'Name of anna', typing: true });
    expect(chat.state.typing).toBe('Name of anna');
    history.do(anna, { type: 'sendText', text: 'Hej!' });
    await pair.tell('message:sent', told(history).at(-1)!);
    expect(chat.state.typing).toBeNull();
  });

  it('shows nobody writing in a conversation that is over', async () => {
    const history = claimed();
    await openWith(history);
    await pair.tell('typing:changed', { conversationId: id, name: 'Name of anna', typing: true });
    history.do(visitor, { type: 'endByVisitor' });
    await pair.tell('message:sent', told(history).at(-1)!);
    expect(chat.state.typing).toBeNull();
  });

  it('[R3] shows the place in the queue until somebody has answered', async () => {
    const history = begun();
    await openWith(history);
    await pair.tell('queue:moved', { conversationId: id, place: 2, waitMs: { low: 60_000, high: 120_000 } });
    expect(chat.state.queue).toEqual({ place: 2, waitMs: { low: 60_000, high: 120_000 } });
    history.do(anna, { type: 'claim', load: 0, capacity: 3 });
    await pair.tell('message:sent', told(history).at(-1)!);
    expect(chat.state.queue).toBeNull();
  });

  it('leaves a conversation that is over only when asked to, and then for good', async () => {
    const history = claimed();
    await openWith(history);
    chat.startOver();
    expect(chat.state.conversation?.id).toBe(id);
    history.do(anna, { type: 'close', outcome: 'answered', topicId: 'bygglov' });
    await pair.tell('message:sent', told(history).at(-1)!);
    expect(chat.state.conversation?.status).toBe('closed');
    chat.startOver();
    expect(chat.state).toMatchObject({ conversation: null, messages: [] });
    chat.dispose();
    onVisit = () => ({ ok: true, value: visitAnswer(snapshot(history)) });
    await open();
    expect(chat.state.conversation).toBeNull();
  });

  it('tells nobody of a state that is the same as before, and keeps lines that did not change', async () => {
    const history = claimed();
    await openWith(history);
    const before = chat.state;
    await pair.tell('message:sent', told(history)[1]!);
    expect(chat.state).toBe(before);
    history.do(anna, { type: 'sendText', text: 'Hej!' });
    await pair.tell('message:sent', told(history).at(-1)!);
    expect(chat.state.messages[0]).toBe(before.messages[0]);
  });
});
