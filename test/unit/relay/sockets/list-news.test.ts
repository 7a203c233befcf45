import type { Conversation, Message } from '@lotsa/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createListNews } from '../../../../apps/relay/sockets/list-news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const conversation = (id: string, seq: number): Conversation => ({ id, seq }) as Conversation;

function listening() {
  const told: string[][] = [];
  const news = createListNews((conversations) =>
    told.push(conversations.map(({ id, seq }) => `${id}${seq}`)),
  );
  const changed = (id: string, seq: number, kind: Message['kind']): void =>
    news.changed({
      before: seq === 1 ? undefined : conversation(id, seq - 1),
      conversation: conversation(id, seq),
      message: { kind } as Message,
    });
  return { told, news, changed };
}

it('tells the centre of texts a little later: each conversation once, and all of them together', () => {
  const { told, changed } = listening();
  changed('a', 2, 'text');
  changed('b', 7, 'text');
  changed('a', 3, 'text');
  expect(told).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(told).toEqual([['a3', 'b7']]);
});

it('tells each half a second after its first text, so that a busy centre hears a little at a time', () => {
  const { told, changed } = listening();
  for (const id of ['a', 'b', 'c']) {
    changed(id, 2, 'text');
    vi.advanceTimersByTime(200);
    changed(id, 3, 'text');
  }
  vi.advanceTimersByTime(500);
  expect(told).toEqual([['a3'], ['b3'], ['c3']]);
});

it('tells at once of a new conversation and of an event, and nothing older after it', () => {
  const { told, changed } = listening();
  changed('a', 1, 'text');
  changed('a', 2, 'text');
  vi.advanceTimersByTime(25);
  changed('a', 3, 'event');
  expect(told).toEqual([['a1'], ['a3']]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([['a1'], ['a3']]);
});

it('tells what moves just behind something else together, each as it is last, and none later than that', () => {
  const { told, changed } = listening();
  for (const id of ['a', 'b', 'c', 'b']) changed(id, id === 'b' ? told.length + 4 : 3, 'event');
  changed('c', 4, 'text');
  vi.advanceTimersByTime(25);
  expect(told).toEqual([['a3'], ['b5', 'c3']]);
  changed('d', 2, 'event');
  vi.advanceTimersByTime(25);
  vi.advanceTimersByTime(25);
  changed('e', 2, 'event');
  expect(told.slice(2)).toEqual([['d2'], ['e2']]);
  vi.advanceTimersByTime(500);
  expect(told.slice(4)).toEqual([['c4']]);
});

it('[D6] tells of thousands that move in one moment a part in each step, and of each once', () => {
  const { told, changed } = listening();
  const ids = Array.from({ length: 1_301 }, (_, i) => `c${i}-`);
  for (const id of ids) changed(id, 2, 'event');
  for (const steps of [2, 3, 4]) {
    vi.advanceTimersByTime(25);
    expect(told).toHaveLength(steps);
  }
  expect(told.map(({ length }) => length)).toEqual([1, 500, 500, 300]);
  vi.advanceTimersByTime(1_000);
  expect(told.flat()).toEqual(ids.map((id) => `${id}2`));
});

it('keeps nothing back when the relay goes down', () => {
  const { told, news, changed } = listening();
  changed('a', 1, 'text');
  changed('b', 2, 'event');
  changed('c', 2, 'event');
  changed('a', 2, 'note');
  changed('c', 3, 'text');
  news.flush();
  news.flush();
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual([['a1'], ['b2', 'c3', 'a2']]);
});
