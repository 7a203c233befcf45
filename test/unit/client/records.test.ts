import { evolve } from '@lotsa/core';
import type { Conversation, Marks } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dropConversation,
  isBehind,
  lastSeqOf,
  NO_RECORDS,
  type Records,
  takeConversations,
  takeEntries,
  takeMarks,
  takeMessage,
  takePage,
  takePromise,
} from '../../../packages/client/staff/records.ts';
import { claimed, type History, histories } from '../../support/histories.ts';

const marks: Marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };
const id = 'conversation-0001';

/** The conversation after each of its messages. */
const statesOf = (history: History): Conversation[] => {
  const states: Conversation[] = [];
  for (const message of history.messages) states.push(evolve(states.at(-1), message));
  return states;
};

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('message', 'changed', 'page', 'entry'),
    which: fc.nat(60),
    size: fc.integer({ min: 1, max: 4 }),
  }),
  { maxLength: 60 },
);

describe("a console's records", () => {
  it('[D4] are what the relay would answer afresh, whatever is lost, doubled or late on the way', () => {
    fc.assert(
      fc.property(histories, steps, (history, way) => {
        const states = statesOf(history);
        const last = states.length - 1;
        const page = (after: number, upTo: number, size: number) => {
          const rest = history.messages.slice(after, upTo + 1);
          const messages = rest.slice(0, size);
          return { conversation: states[upTo]!, messages, more: rest.length > size, marks, promisedAt: null };
        };
        let records: Records = NO_RECORDS;
        for (const { what, which, size } of way) {
          const at = Math.min(which, last);
          if (what === 'message') records = takeMessage(records, history.messages[at]!) ?? records;
          else if (what === 'changed') records = takeConversations(records, [states[at]!]);
          else if (what === 'entry')
            records = takeEntries(records, [{ conversation: states[at]!, marks, promisedAt: null }]);
          else records = takePage(records, page(lastSeqOf(records, id), at, size));
          const known = records.messages.get(id) ?? [];
          expect(known).toEqual(history.messages.slice(0, known.length));
          const conversation = records.conversations.get(id);
          if (conversation) expect(conversation).toEqual(states[conversation.seq - 1]);
          expect(conversation?.seq ?? 0).toBeGreaterThanOrEqual(known.length);
        }
        records = takePage(records, page(lastSeqOf(records, id), last, 99));
        expect(records.messages.get(id)).toEqual(history.messages);
        expect(records.conversations.get(id)).toEqual(history.is);
        expect(isBehind(records, id)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('[D4] asks for what is missing instead of guessing', () => {
    const [first, second] = claimed().messages;
    expect(takeMessage(NO_RECORDS, second!)).toBeNull();
    const records = takeMessage(NO_RECORDS, first!)!;
    expect(takeMessage(records, second!)!.conversations.get(id)!.ownerId).toBe('anna');
  });

  it('[D4] knows that a message is missing when only the conversation was told', () => {
    const history = claimed();
    const records = takeConversations(takeMessage(NO_RECORDS, history.messages[0]!)!, [history.is]);
    expect(isBehind(records, id)).toBe(true);
    expect(isBehind(takeMessage(records, history.messages[1]!)!, id)).toBe(false);
  });

  it('[O2] has a promised date for as long as a case is open, by whichever way it was told', () => {
    const entry = (promisedAt: number | null) => [{ conversation: claimed().is, marks, promisedAt }];
    const promised = (at: number) => new Map([[id, at]]);
    const listed = takeEntries(NO_RECORDS, entry(100));
    expect(listed.promises).toEqual(promised(100));
    const moved = takePromise(listed, id, 200);
    expect(moved.promises).toEqual(promised(200));
    expect(takePromise(moved, id, null).promises).toEqual(new Map());
    expect(takeEntries(moved, entry(null)).promises).toEqual(new Map());
    expect(dropConversation(moved, id).promises).toEqual(new Map());
  });

  it('[D5] never takes a mark back', () => {
    const far = takeMarks(NO_RECORDS, id, { ...marks, visitorRead: 5, visitorDelivered: 7 });
    expect(takeMarks(far, id, { ...marks, visitorRead: 3, staffRead: 2 }).marks.get(id)).toEqual({
      visitorDelivered: 7,
      visitorRead: 5,
      staffDelivered: 0,
      staffRead: 2,
    });
  });
});
