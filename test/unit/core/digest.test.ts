import { digestDueAt, digestOf, type HandoffIn, hasNews, remindAt, weekOf } from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const me = { id: 'me', name: 'Me' };
/** Monday 16 November 2026, 00:00 in Stockholm. */
const WEEK = weekOf(Date.UTC(2026, 10, 18, 12));

function handoff(over: Partial<HandoffIn> = {}): HandoffIn {
  return {
    id: `h-${Math.random()}`,
    conversationId: 'c',
    mode: 'join',
    state: 'requested',
    departmentId: 'SBF',
    user: null,
    skill: null,
    question: '',
    reason: '',
    requestedBy: { id: 'agent', name: 'Agent' },
    requestedAt: WEEK.from,
    deadline: WEEK.from + 2 * DAY,
    alerted: null,
    acceptedBy: null,
    declineReason: null,
    endedAt: null,
    ...over,
  };
}
const accepted = (over: Partial<HandoffIn> = {}): HandoffIn =>
  handoff({ state: 'accepted', acceptedBy: me, ...over });
const answered = (endedAt: number, over: Partial<HandoffIn> = {}): HandoffIn =>
  accepted({ state: 'answered', endedAt, ...over });

describe('a specialist’s week', () => {
  it('goes from Monday to Monday where the site is, also when clocks are changed', () => {
    expect(WEEK).toEqual({ from: Date.UTC(2026, 10, 15, 23), to: Date.UTC(2026, 10, 22, 23) });
    // Daylight saving ends on 25 October 2026: that week has an hour more.
    const october = weekOf(Date.UTC(2026, 9, 25, 12));
    expect(october.to - october.from).toBe(7 * DAY + HOUR);
    expect(weekOf(Date.UTC(2026, 10, 18, 12), 1).to).toBe(WEEK.from);
    expect(digestDueAt(Date.UTC(2026, 10, 18, 12))).toBe(Date.UTC(2026, 10, 16, 6));
  });

  it('every moment is in its week, and weeks follow upon each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (at) => {
        const { from, to } = weekOf(at);
        expect(from <= at && at < to).toBe(true);
        expect(weekOf(at, 1).to).toBe(from);
        expect(weekOf(to).from).toBe(to);
      }),
    );
  });

  it('counts what was answered in it, and how much of that too late', () => {
    const digest = digestOf(
      'me',
      [
        answered(WEEK.from + DAY),
        answered(WEEK.from + 3 * DAY),
        answered(WEEK.from + 3 * DAY, { mode: 'transfer' }),
        answered(WEEK.from - 1),
        answered(WEEK.to),
        answered(WEEK.from + DAY, { acceptedBy: { id: 'other', name: 'Other' } }),
      ],
      WEEK,
      WEEK.to,
    );
    expect(digest).toMatchObject({ answered: 3, answeredLate: 1, openInAll: 0 });
  });

  it('lists what is open, late ones first, each once; a transfer that was accepted is not late', () => {
    const now = WEEK.from + 5 * DAY;
    const late = accepted({ id: 'late', conversationId: 'late' });
    const asked = handoff({ conversationId: 'asked', deadline: now + DAY });
    const owned = accepted({ conversationId: 'owned', mode: 'transfer' });
    const digest = digestOf('me', [asked, owned, late, late], WEEK, now);
    expect(digest.open.map((one) => [one.conversationId, one.late, one.accepted])).toEqual([
      ['late', true, true],
      ['owned', false, true],
      ['asked', false, false],
    ]);
    expect(digest).toMatchObject({ late: 1, openInAll: 3 });
  });

  it('counts what was asked of this specialist by name and ran out, not what was asked of its department', () => {
    const gone = { state: 'expired', deadline: WEEK.from + DAY } as const;
    const digest = digestOf('me', [handoff({ ...gone, user: me }), handoff(gone)], WEEK, WEEK.to);
    expect(digest.expired).toBe(1);
    expect(hasNews(digest)).toBe(true);
    expect(hasNews(digestOf('me', [], WEEK, WEEK.to))).toBe(false);
  });
});

it('reminds in the last quarter, from a day to an hour before, and never of what was asked later than that', () => {
  expect(remindAt({ requestedAt: 0, deadline: 8 * HOUR })).toBe(6 * HOUR);
  expect(remindAt({ requestedAt: 0, deadline: 2 * HOUR })).toBe(HOUR);
  expect(remindAt({ requestedAt: 0, deadline: 20 * DAY })).toBe(19 * DAY);
  expect(remindAt({ requestedAt: 0, deadline: HOUR })).toBeNull();
});
