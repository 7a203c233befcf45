import type { Conversation, Message } from '@lotsa/protocol';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createListNews } from '../../../../apps/relay/sockets/list-news.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const conversation = (id: string, seq: number): Conversation => ({ id, seq }) as Conversation;
const appended = (id: string, seq: number, kind: Message['kind']) => ({
  before: seq === 1 ? undefined : conversation(id, seq - 1),
  conversation: conversation(id, seq),
  message: { kind } as Message,
});

function listening() {
  const told: string[] = [];
  const news = createListNews();
  const changed = (id: string, seq: number, kind: Message['kind']): void =>
    news.changed(
      appended(id, seq, kind),
      () => told.push(`${id}${seq} to readers`),
      () => told.push(`${id}${seq} to others`),
    );
  return { told, news, changed };
}

it('tells whose conversation it is of a text at once, and the others later and once', () => {
  const { told, changed } = listening();
  changed('a', 2, 'text');
  changed('a', 3, 'text');
  expect(told).toEqual(['a2 to readers', 'a3 to readers']);
  vi.advanceTimersByTime(500);
  expect(told.slice(2)).toEqual(['a3 to others']);
});

it('tells everybody at once of a new conversation and of an event, and nothing older after it', () => {
  const { told, changed } = listening();
  changed('a', 1, 'text');
  changed('a', 2, 'text');
  changed('a', 3, 'event');
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['a1 to readers', 'a1 to others', 'a2 to readers', 'a3 to readers', 'a3 to others']);
});

it('keeps nothing back when the relay goes down', () => {
  const { told, news, changed } = listening();
  changed('a', 2, 'note');
  news.flush();
  expect(told).toEqual(['a2 to readers', 'a2 to others']);
});
