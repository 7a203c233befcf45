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
  const news = createListNews((rooms, { id, seq }, except) =>
    told.push(`${id}${seq} to ${rooms.join('+')}${except.length > 0 ? ` but ${except.join('+')}` : ''}`),
  );
  return { told, news };
}

it('tells whose conversation it is of a text at once, and the others later and once', () => {
  const { told, news } = listening();
  news.changed(appended('a', 2, 'text'), ['anna'], ['centre']);
  news.changed(appended('a', 3, 'text'), ['anna'], ['centre']);
  expect(told).toEqual(['a2 to anna', 'a3 to anna']);
  vi.advanceTimersByTime(500);
  expect(told.slice(2)).toEqual(['a3 to centre but anna']);
});

it('tells everybody at once of a new conversation and of an event, and nothing older after it', () => {
  const { told, news } = listening();
  news.changed(appended('a', 1, 'text'), [], ['centre']);
  news.changed(appended('a', 2, 'text'), [], ['centre']);
  news.changed(appended('a', 3, 'event'), ['anna'], ['centre']);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['a1 to centre', 'a3 to anna+centre']);
});

it('keeps nothing back when the relay goes down', () => {
  const { told, news } = listening();
  news.changed(appended('a', 2, 'note'), [], ['centre']);
  news.flush();
  expect(told).toEqual(['a2 to centre']);
});
