import type { Box, Conversation, Me } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersIn, boxAfter, BOXES, isFollowed } from '../../../packages/client/staff/boxes.ts';
import {
  anna,
  begun,
  bo,
  claimed,
  handoff,
  type History,
  histories,
  mia,
  sara,
  sten,
  ulla,
  visitor,
} from '../../support/histories.ts';

const meOf = ({ user }: typeof anna): Me => ({
  ...user,
  departmentIds: [...user.departmentIds],
  languages: ['sv'],
  skills: [],
  availability: 'available',
  availabilityReason: null,
  capacity: 3,
});
const byId = (all: readonly Conversation[]): ReadonlyMap<string, Conversation> =>
  new Map(all.map((c) => [c.id, c]));
/** A list made anew. */
const boxOf = (box: Box, all: ReadonlyMap<string, Conversation>, me: Me) =>
  boxAfter(box, [], new Set(all.keys()), all, me);
const people = [anna, bo, mia, sara, sten, ulla].map(meOf);

const as = (id: string, history: History, patch: Partial<Conversation> = {}): Conversation => ({
  ...history.is,
  id,
  ...patch,
});

describe('the lists of the console', () => {
  it('hold what the queries of the relay would find', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...people), (history, me) => {
        const c = history.is;
        const centre = me.role !== 'specialist';
        const open = c.status !== 'closed';
        const handed = c.handoffs.some(
          (h) =>
            (h.state === 'requested' &&
              (h.user ? h.user.id === me.id : me.departmentIds.includes(h.departmentId))) ||
            (h.state === 'accepted' && h.mode !== 'transfer' && h.acceptedBy?.id === me.id),
        );
        const stands = (box: Parameters<typeof boxOf>[0]): boolean => boxOf(box, byId([c]), me).length === 1;
        expect(stands('queue')).toBe(centre && c.ownerType === 'queue' && open);
        expect(stands('mine')).toBe(open && c.ownerId === me.id);
        expect(stands('handoffs')).toBe(handed);
        expect(stands('all')).toBe(centre && open);
        expect(stands('closed')).toBe(!open && (centre || c.ownerId === me.id));
      }),
      { numRuns: 500 },
    );
  });

  it('[O3] [R2] queue: those that were answered before come first, then whoever waits longest', () => {
    const late = as('late', begun(), { waitingSince: 9_000 });
    const early = as('early', begun(), { waitingSince: 2_000 });
    const back = as('back', begun(), { waitingSince: 9_999, priority: 0 });
    expect(boxOf('queue', byId([late, early, back]), meOf(anna))).toEqual(['back', 'early', 'late']);
  });

  it('mine: whoever has waited longest for an answer first, what is answered last', () => {
    const waits = (id: string, unansweredSince: number) => as(id, claimed(), { unansweredSince });
    const answered = (id: string, lastAt: number) =>
      as(id, claimed(), { lastAt, excerpt: { text: 'Ja', author: 'staff' } });
    const all = [answered('old', 1), answered('new', 50), waits('second', 20), waits('first', 10)];
    expect(boxOf('mine', byId(all), meOf(anna))).toEqual(['first', 'second', 'new', 'old']);
  });

  it('[H2] hand-offs: what must be accepted soonest first', () => {
    const asked = (id: string, deadline: number) => {
      const history = claimed();
      history.do(anna, { ...handoff('join', sara), deadline });
      return as(id, history);
    };
    const working = claimed();
    working.do(anna, handoff('join'));
    working.do(sara, { type: 'acceptHandoff', handoffId: working.handoffId });
    const all = [as('working', working), asked('later', 900_000), asked('soon', 800_000)];
    expect(boxOf('handoffs', byId(all), meOf(sara))).toEqual(['soon', 'later', 'working']);
  });

  it('does not depend on the order in which conversations became known', () => {
    const all = ['b', 'a', 'c'].map((id) => as(id, begun()));
    expect(boxOf('all', byId(all), meOf(mia))).toEqual(boxOf('all', byId(all.toReversed()), meOf(mia)));
  });

  it('[O3] [R2] are after each change what they would be made anew', () => {
    const change = fc.record({
      /** What becomes another, comes, or with no history goes. */
      ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), { minLength: 1 }),
      history: fc.option(histories),
      lastAt: fc.integer({ min: 0, max: 3 }),
      priority: fc.constantFrom(0, 1),
    });
    fc.assert(
      fc.property(fc.array(change), fc.constantFrom(...people), (changes, me) => {
        let all = byId([]);
        const lists = new Map<Box, readonly string[]>();
        for (const { ids, history, ...patch } of changes) {
          const others = new Map(all);
          for (const id of ids) {
            if (history) others.set(id, as(id, history, { ...patch, waitingSince: patch.lastAt }));
            else others.delete(id);
          }
          all = others;
          for (const box of BOXES) {
            const was = lists.get(box) ?? [];
            const now = boxAfter(box, was, new Set(ids), all, me);
            const anew = boxOf(box, all, me);
            expect(now).toEqual(anew);
            // What did not change keeps its identity: a screen compares with `===`.
            expect(now === was).toBe(JSON.stringify(was) === JSON.stringify(anew));
            lists.set(box, now);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[H3] a consulted specialist follows but does not answer; one that joined does both', () => {
    for (const mode of ['consult', 'join'] as const) {
      const history = claimed();
      history.do(anna, handoff(mode));
      expect(isFollowed(meOf(sara), history.is)).toBe(false);
      history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId });
      expect(isFollowed(meOf(sara), history.is)).toBe(true);
      expect(answersIn(meOf(sara), history.is)).toBe(mode === 'join');
      expect(answersIn(meOf(sten), history.is)).toBe(false);
    }
  });

  it('what is closed is followed no longer', () => {
    const history = claimed();
    expect(isFollowed(meOf(anna), history.is)).toBe(true);
    history.do(visitor, { type: 'endByVisitor' });
    expect(isFollowed(meOf(anna), history.is)).toBe(true);
    history.do(anna, { type: 'close', outcome: 'answered', topicId: 'bygglov' });
    expect(isFollowed(meOf(anna), history.is)).toBe(false);
  });
});
