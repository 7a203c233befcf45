import { evolve } from '@lotsa/core';
import type { Conversation } from '@lotsa/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allReaderRooms, haveSameReaders, readerRooms } from '../../../../apps/relay/sockets/audience.ts';
import { histories } from '../../../support/histories.ts';

it('[P6] says that readers are the same only where they are, and always of a text', () => {
  fc.assert(
    fc.property(histories, ({ messages }) => {
      let before: Conversation | undefined;
      for (const message of messages) {
        const after: Conversation = evolve(before, message);
        if (before && haveSameReaders(before, after)) {
          expect(allReaderRooms(after)).toEqual(allReaderRooms(before));
          expect(readerRooms(after)).toEqual(readerRooms(before));
        } else if (before) {
          expect(message.kind).toBe('event');
        }
        before = after;
      }
    }),
    { numRuns: 500 },
  );
});
