import { evolve } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changesLatestOnly, restOf } from '../../../packages/storage/embedded/conversation-texts.ts';
import { histories } from '../../support/histories.ts';

it('what a message leaves to lag is all that it changes', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(histories, ({ messages }) => {
      let before: Conversation | undefined;
      for (const message of messages) {
        const after = evolve(before, message);
        if (before && changesLatestOnly(message)) {
          kinds.add(message.kind);
          expect(restOf(after)).toBe(restOf(before));
        }
        before = after;
      }
    }),
    { numRuns: 2_000 },
  );
  expect([...kinds].sort()).toEqual(['file', 'note', 'text']);
});
