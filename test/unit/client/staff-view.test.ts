import type { Conversation, Marks } from '@lotsa/protocol';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { NO_RECORDS, type Records, takeMarks, takePage } from '../../../packages/client/staff/records.ts';
import type { StaffEntry } from '../../../packages/client/staff/shown-thread.ts';
import type { StaffState } from '../../../packages/client/staff/staff-console.ts';
import { createStaffView, EMPTY_BOX } from '../../../packages/client/staff/staff-view.ts';
import { annasMe as me, histories, type History } from '../../support/histories.ts';

const NOTHING = {
  boxes: { queue: EMPTY_BOX, mine: EMPTY_BOX, handoffs: EMPTY_BOX, all: EMPTY_BOX, closed: EMPTY_BOX },
} as StaffState;
const none: Marks = { visitorDelivered: 0, visitorRead: 0, staffDelivered: 0, staffRead: 0 };
const ids = ['a', 'b', 'c'];
const which = fc.constantFrom(...ids);

/** What happens to what a console knows: messages come, are read by somebody, or one's own is on its way. */
const steps = fc.array(
  fc.oneof(
    fc.record({ type: fc.constant('page' as const), which, size: fc.nat(4) }),
    fc.record({ type: fc.constant('marks' as const), which, to: fc.nat(9) }),
    fc.record({ type: fc.constant('read' as const), which, to: fc.nat(9) }),
    fc.record({ type: fc.constant('write' as const), which }),
  ),
  { maxLength: 30 },
);

it('[D5] shows after each change what it would show of it anew, and leaves alone what is the same', () => {
  fc.assert(
    fc.property(fc.tuple(histories, histories, histories), steps, (all, way) => {
      const of = (id: string): { is: Conversation; messages: History['messages'] } => {
        const history = all[ids.indexOf(id)]!;
        const messages = history.messages.map((message) => ({ ...message, id: `${id}-${message.id}` }));
        return { is: { ...history.is, id }, messages };
      };
      const view = createStaffView();
      let records: Records = NO_RECORDS;
      let outbox: readonly StaffEntry[] = [];
      const read = new Map<string, number>();
      let state = NOTHING;
      for (const step of way) {
        const id = step.which;
        if (step.type === 'page') {
          const { is, messages } = of(id);
          const known = records.messages.get(id)?.length ?? 0;
          const news = messages.slice(known, known + step.size);
          const page = { conversation: is, messages: news, more: false, marks: none, promisedAt: null };
          records = takePage(records, page);
        } else if (step.type === 'marks') {
          records = takeMarks(records, id, { ...none, visitorRead: step.to, staffRead: step.to >> 1 });
        } else if (step.type === 'read') read.set(id, step.to);
        else {
          const line = { id: `own-${outbox.length}`, text: 'Hej', at: 1, error: null, kind: 'text' } as const;
          outbox = [...outbox, { ...line, conversationId: id }];
        }
        const input = { me, records, changed: new Set([id]), outbox, fetched: new Map(), read };
        const before = state;
        state = { ...state, ...view(state, input) };
        const anew = createStaffView()(NOTHING, { ...input, changed: new Set(ids) });
        expect(state).toMatchObject(anew);
        for (const other of ids) if (other !== id) expect(state.threads[other]).toBe(before.threads?.[other]);
      }
    }),
    { numRuns: 60 },
  );
});
