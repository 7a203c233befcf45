import { evolve, visitorConversation, visitorMessage } from '@lotsa/core';
import type { Conversation, Marks, VisitorMessage, VisitorSnapshot } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeMessage, takeSnapshot, type VisitorThread } from '../../../packages/client/visitor/thread.ts';
import { claimed, type History, histories } from '../../support/histories.ts';

const marks: Marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };

/** What the relay tells of a history, and what it would answer at any moment of it. */
function relayOf(history: History) {
  const told: VisitorMessage[] = [];
  const states: Conversation[] = [];
  let conversation: Conversation | undefined;
  for (const message of history.messages) {
    const seen = visitorMessage(message, conversation?.publicSeq ?? 0);
    conversation = evolve(conversation, message);
    if (!seen) continue;
    told.push(seen);
    states.push(conversation);
  }
  /** A page after a sequence number, as the relay answers when it has got as far as message number `upTo`. */
  const page = (after: number, upTo: number, size: number): VisitorSnapshot => {
    const rest = told.slice(0, upTo + 1).filter(({ seq }) => seq > after);
    return {
      conversation: visitorConversation(states[upTo]!),
      messages: rest.slice(0, size),
      more: rest.length > size,
      marks,
      queue: null,
    };
  };
  return { told, page };
}

/** What happens on the way: a fact arrives (perhaps again, perhaps late), or one page is fetched. */
const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('fact' as const), which: fc.nat(60) }),
    fc.record({ type: fc.constant('page' as const), upTo: fc.nat(60), size: fc.integer({ min: 1, max: 4 }) }),
  ),
  { maxLength: 60 },
);

describe("a visitor's thread", () => {
  it('[D4] is what the relay would answer afresh, whatever is lost, doubled or late on the way', () => {
    fc.assert(
      fc.property(histories, steps, (history, way) => {
        const { told, page } = relayOf(history);
        const last = told.length - 1;
        let thread: VisitorThread = takeSnapshot(null, page(0, 0, 1));
        for (const step of way) {
          const at = thread.messages.at(-1)!.seq;
          thread =
            step.type === 'page'
              ? takeSnapshot(thread, page(at, Math.min(step.upTo, last), step.size))
              : (takeMessage(thread, told[Math.min(step.which, last)]!) ?? thread);
          expect(thread.messages).toEqual(told.slice(0, thread.messages.length));
          const known = thread.messages.length - 1;
          if (thread.conversation.publicSeq === told[known]!.seq) {
            expect(thread.conversation).toEqual(page(0, known, 1).conversation);
          }
        }
        for (let more = true; more;) {
          const next = page(thread.messages.at(-1)!.seq, last, 3);
          thread = takeSnapshot(thread, next);
          more = next.more;
        }
        expect(thread.messages).toEqual(told);
        expect(thread.conversation).toEqual(visitorConversation(history.is));
      }),
      { numRuns: 300 },
    );
  });

  it('[D4] asks for what is missing instead of guessing', () => {
    const { told, page } = relayOf(claimed());
    const thread = takeSnapshot(null, page(0, 0, 1));
    expect(takeMessage(thread, { ...told[1]!, seq: 9, prev: 8 })).toBeNull();
    expect(takeMessage(thread, told[1]!)?.conversation.status).toBe('assigned');
  });

  it('[D4] folds no message into a conversation that is ahead of its messages', () => {
    const { told, page } = relayOf(claimed());
    const between = takeSnapshot(null, page(0, 1, 1));
    expect(between.conversation.status).toBe('assigned');
    expect(takeMessage(between, told[1]!)).toBeNull();
  });

  it('[D2] takes a message that came twice once', () => {
    const { told, page } = relayOf(claimed());
    const thread = takeSnapshot(null, page(0, 1, 9));
    expect(takeMessage(thread, told[1]!)).toBe(thread);
  });

  it('starts afresh with another conversation', () => {
    const { page } = relayOf(claimed());
    const other = page(0, 1, 9);
    const thread = takeSnapshot(takeSnapshot(null, page(0, 1, 9)), {
      ...other,
      conversation: { ...other.conversation, id: 'conversation-0002' },
      messages: [],
    });
    expect(thread.messages).toEqual([]);
  });
});
