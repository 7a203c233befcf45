import { evolveVisitor, visitorConversation, visitorMessage } from '@lotsa/core';
import type { VisitorConversation, VisitorMessage } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun, type History, histories } from '../../support/histories.ts';

/** The messages that a visitor of this history was told, as the relay tells them. */
function told({ messages }: History): VisitorMessage[] {
  let prev = 0;
  return messages.flatMap((message) => {
    const seen = visitorMessage(message, prev);
    if (!seen) return [];
    prev = message.seq;
    return [seen];
  });
}

describe('what a visitor sees', () => {
  it('[D4] folds to what the relay would answer afresh, for every event', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const first = visitorConversation(begun().is);
        const folded = told(history).slice(1).reduce<VisitorConversation>(evolveVisitor, first);
        expect(folded).toEqual(visitorConversation(history.is));
      }),
      { numRuns: 500 },
    );
  });

  it('[D3] is a chain: each message names the one before', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const messages = told(history);
        messages.forEach((message, i) => expect(message.prev).toBe(messages[i - 1]?.seq ?? 0));
      }),
    );
  });

  it('[H3] has no note, no user id, and nothing of a consultation', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const wire = JSON.stringify([told(history), visitorConversation(history.is)]);
        expect(wire).not.toMatch(
          /Bara för oss|Inte vårt|Får hon bygga|utanför detaljplan|"userId"|"handoffId"|"id":"(anna|bo|sara|sten|mia)"/,
        );
      }),
    );
  });
});
