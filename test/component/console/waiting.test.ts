import type { Directory, StaffState } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import { alarmOf } from '../../../apps/console/alarm/alarm-of.ts';
import { attentionOf } from '../../../apps/console/lists/attention.ts';
import { conversationsIn } from '../../../apps/console/lists/box-names.ts';
import { createRinger } from '../../../apps/console/notices/ring.ts';
import { offersToMe } from '../../../apps/console/offers/offers-to.ts';
import { anna, begun, claimed, handoff, mia, sara, system, visitor } from '../../support/histories.ts';

const MINUTE = 60_000;
const box = (conversationIds: string[]) => ({ conversationIds, loaded: true, more: false });

function stateOf(conversations: Conversation[], me: object = {}): StaffState {
  const named = conversations.map((c, at): [string, Conversation] => [`c${at}`, { ...c, id: `c${at}` }]);
  const ids = (fits: (c: Conversation) => boolean) => named.filter(([, c]) => fits(c)).map(([id]) => id);
  return {
    me: { ...anna.user, availability: 'available', capacity: 3, ...me },
    conversations: new Map(named),
    boxes: {
      queue: box(ids((c) => c.status === 'queued')),
      mine: box(ids((c) => c.ownerId === anna.user.id)),
      all: box(ids((c) => c.open === 1)),
    },
  } as unknown as StaffState;
}

describe('[O6] what asks for a manager', () => {
  it('a visitor who has waited five minutes, in the queue or for an answer', () => {
    const waits = begun();
    expect(attentionOf(waits.is, waits.is.waitingSince + 5 * MINUTE - 1)).toBeNull();
    expect(attentionOf(waits.is, waits.is.waitingSince + 5 * MINUTE)).toMatchObject({ why: 'wait' });
    const answered = claimed();
    answered.do(anna, { type: 'sendText', text: 'Ett ögonblick' });
    expect(attentionOf(answered.is, answered.now + 60 * MINUTE)).toBeNull();
    answered.do(visitor, { type: 'sendText', text: 'Hallå?' });
    expect(attentionOf(answered.is, answered.now + 60 * MINUTE)).toMatchObject({ why: 'wait' });
    answered.do(visitor, { type: 'endByVisitor' });
    expect(attentionOf(answered.is, answered.now + 60 * MINUTE)).toBeNull();
  });

  it('a wait is not made shorter by taking the question, by a note or by asking again', () => {
    const history = begun();
    const { waitingSince } = history.is;
    history.now += MINUTE;
    history.do(anna, { type: 'claim', load: 0, capacity: 3 });
    history.now += MINUTE;
    history.do(anna, { type: 'sendNote', text: 'Jag letar' });
    history.now += MINUTE;
    history.do(visitor, { type: 'sendText', text: 'Hallå?' });
    expect(attentionOf(history.is, waitingSince + 5 * MINUTE)).toEqual({ why: 'wait', since: waitingSince });
    history.do(anna, { type: 'sendText', text: 'Ett ögonblick' });
    expect(attentionOf(history.is, waitingSince + 60 * MINUTE)).toBeNull();
    history.now += MINUTE;
    const again = history.now;
    history.do(visitor, { type: 'sendText', text: 'Tack' });
    expect(attentionOf(history.is, again + 5 * MINUTE)?.since).toBeGreaterThanOrEqual(again);
  });

  it('a hand-off past its deadline, until somebody has done something about it', () => {
    const history = claimed();
    history.do(anna, { type: 'sendText', text: 'Jag frågar' });
    history.do(anna, handoff('join'));
    const { deadline } = history.is.handoffs[0]!;
    expect(attentionOf(history.is, deadline - 1)).toBeNull();
    expect(attentionOf(history.is, deadline)).toEqual({ why: 'handoff', since: deadline });
    history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId });
    history.do(sara, { type: 'answerHandoff', handoffId: history.handoffId });
    expect(attentionOf(history.is, deadline)).toBeNull();
  });

  it('[H6] a hand-off that is to be approved', () => {
    const history = claimed();
    history.do(anna, { type: 'sendText', text: 'Jag frågar' });
    for (let i = 0; i < 3; i += 1) history.do(anna, handoff('join'));
    expect(attentionOf(history.is, history.now)).toMatchObject({ why: 'approval' });
    history.do(mia, { type: 'approveHandoff', handoffId: history.handoffId, deadline: 2_000_000 });
    expect(attentionOf(history.is, history.now)).toBeNull();
  });

  it('stands in the manager’s list, the longest first, and nothing else does', () => {
    const [late, later, fine] = [begun(), begun(), begun()];
    const state = stateOf([
      { ...later.is, waitingSince: 2 * MINUTE },
      { ...late.is, waitingSince: MINUTE },
      { ...fine.is, waitingSince: 9 * MINUTE },
    ]);
    expect(conversationsIn(state, 'overdue', 10 * MINUTE)).toEqual(['c1', 'c0']);
  });
});

describe('the alarm', () => {
  const mine = claimed();
  mine.do(visitor, { type: 'sendText', text: 'Hallå?' });
  const queued = begun();
  const late = 60 * MINUTE;

  it('is for one’s own first, however long the queue has waited', () => {
    const state = stateOf([queued.is, mine.is]);
    expect(alarmOf(state, 0)).toBeNull();
    expect(alarmOf(state, late)).toMatchObject({ first: { id: 'c1' }, mine: true, more: 1 });
  });

  it('comes when the wait reaches the limit of its site, and not before', () => {
    const state = stateOf([queued.is]);
    const directory = { sites: [{ id: queued.is.siteId, alarmMs: 90_000 }] } as unknown as Directory;
    const at = queued.is.waitingSince + 90_000;
    expect(alarmOf({ ...state, directory }, at - 1)).toBeNull();
    expect(alarmOf({ ...state, directory }, at)).toMatchObject({ since: at - 90_000 });
  });

  it('is of the queue only for who can take one more', () => {
    expect(alarmOf(stateOf([queued.is]), late)).toMatchObject({ mine: false, more: 0 });
    expect(alarmOf(stateOf([queued.is], { availability: 'away' }), late)).toBeNull();
    expect(alarmOf(stateOf([queued.is, mine.is], { capacity: 1 }), late)).toMatchObject({
      mine: true,
      more: 0,
    });
    expect(alarmOf(stateOf([queued.is], { role: 'manager' }), late)).toBeNull();
  });

  it('[R2] is not of what somebody else is being asked to take', () => {
    const offered = begun();
    offered.do(system, { type: 'offer', user: { id: 'bo', name: 'Bo' }, until: 2 * late });
    expect(alarmOf(stateOf([offered.is]), late)).toBeNull();
  });
});

describe('[R2] an offer', () => {
  const history = begun();
  history.do(system, { type: 'offer', user: { id: anna.user.id, name: 'Anna' }, until: 60_000 });

  it('is shown to who is asked, until its time is over', () => {
    expect(offersToMe(stateOf([history.is]), 59_999)).toMatchObject([{ until: 60_000 }]);
    expect(offersToMe(stateOf([history.is]), 60_000)).toEqual([]);
    expect(offersToMe(stateOf([history.is], { id: 'bo' }), 0)).toEqual([]);
  });

  it('rings more often than an alarm, both at once; without either it is silent', () => {
    const rung = (from: number, offered: boolean, alarmed: boolean) => {
      const rings = createRinger();
      return Array.from({ length: 60 }, (_, second) => second).filter((second) =>
        // A clock that is a little early at every other tick.
        rings((from + second) * 1_000 - (second % 2) * 3, offered, alarmed),
      );
    };
    for (const from of [0, 7, 19]) {
      expect(rung(from, true, false)).toEqual(Array.from({ length: 15 }, (_, at) => at * 4));
      expect(rung(from, false, true)).toEqual([0, 20, 40]);
      expect(rung(from, false, false)).toEqual([]);
    }
  });

  it('and an alarm that comes after another has ended rings at once', () => {
    const rings = createRinger();
    expect([rings(0, false, true), rings(1_000, false, false), rings(2_000, false, true)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
