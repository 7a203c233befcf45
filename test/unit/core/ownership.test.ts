import {
  firstContactSolved,
  hasOverdueHandoff,
  isReopenedBy,
  MANAGER_ALERT_MS,
  REOPENS_MS,
  watchOf,
} from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anna,
  claimed,
  handoff,
  histories,
  type History,
  mia,
  sara,
  staff,
  sten,
  system,
  visitor,
} from '../../support/histories.ts';

const close = { type: 'close', outcome: 'answered', topicId: 'bygglov' } as const;
const request = (history: History, mode: 'consult' | 'join' | 'transfer' = 'join') =>
  history.do(anna, { ...handoff(mode), deadline: history.now + 60_000 });

describe('a visitor who comes back', () => {
  it('[O5] within seven days, on the same topic', () => {
    const earlier = { topicId: 'bygglov', startedAt: 0, closedAt: 1_000, outcome: 'answered' } as const;
    const back = (startedAt: number, topicId = 'bygglov') => isReopenedBy(earlier, { topicId, startedAt });
    expect([back(2_000), back(1_000 + REOPENS_MS), back(1_001 + REOPENS_MS), back(2_000, 'skola')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(isReopenedBy({ ...earlier, closedAt: null }, { topicId: 'bygglov', startedAt: 2_000 })).toBe(
      false,
    );
  });

  it('[O5] shows that the first contact did not solve it', () => {
    const history = claimed();
    history.do(anna, close);
    expect(firstContactSolved(history.is)).toBe(true);
    const reopened = { type: 'markReopened', by: 'conversation-0002' } as const;
    expect(history.refusal(visitor, reopened)).toMatchObject({ code: 'forbidden' });
    history.do(system, reopened);
    expect(history.is).toMatchObject({ status: 'closed', reopenedBy: 'conversation-0002' });
    expect(firstContactSolved(history.is)).toBe(false);
    expect(history.refusal(system, reopened)).toMatchObject({ code: 'wrong_status' });
    expect(claimed().refusal(system, reopened)).toMatchObject({ code: 'wrong_status' });
  });

  it('[O5] [H6] a question that changed hands, or came back itself, was not solved at the first contact', () => {
    const solved = { outcome: 'guided', hops: 0, reopens: null, reopenedBy: null } as const;
    expect(firstContactSolved(solved)).toBe(true);
    for (const not of [
      { hops: 1 },
      { reopens: 'x' },
      { outcome: 'abandoned' },
      { outcome: 'answeredBySpecialist' },
    ])
      expect(firstContactSolved({ ...solved, ...(not as object) })).toBe(false);
  });
});

describe('a deadline that passes', () => {
  it('[O6] alerts the owner of a request that nobody accepted, then the managers', () => {
    const history = claimed();
    request(history);
    const { handoffId } = history;
    expect(hasOverdueHandoff(history.is, history.now)).toBe(false);
    history.now += 60_000;
    expect(hasOverdueHandoff(history.is, history.now)).toBe(true);
    history.do(system, { type: 'expireHandoff', handoffId });
    expect(history.is.handoffs[0]).toMatchObject({ state: 'expired', alerted: 'owner' });
    expect(history.refusal(anna, { type: 'alertHandoff', handoffId, alerted: 'manager' })).toMatchObject({
      code: 'forbidden',
    });
    history.now += MANAGER_ALERT_MS;
    history.do(system, { type: 'alertHandoff', handoffId, alerted: 'manager' });
    expect(history.is.handoffs[0]).toMatchObject({ alerted: 'manager' });
    expect(history.refusal(system, { type: 'alertHandoff', handoffId, alerted: 'manager' })).not.toBeNull();
    expect(hasOverdueHandoff(history.is, history.now)).toBe(true);
  });

  it('[O6] alerts of what was accepted and not answered', () => {
    const history = claimed();
    request(history);
    const { handoffId } = history;
    history.do(sara, { type: 'acceptHandoff', handoffId });
    expect(history.refusal(system, { type: 'alertHandoff', handoffId, alerted: 'owner' })).not.toBeNull();
    history.now += 60_000;
    history.do(system, { type: 'alertHandoff', handoffId, alerted: 'owner' });
    expect(hasOverdueHandoff(history.is, history.now)).toBe(true);
    history.do(sara, { type: 'answerHandoff', handoffId });
    expect(hasOverdueHandoff(history.is, history.now)).toBe(false);
  });

  it('[O6] alerts nobody any more when the owner has asked again', () => {
    const history = claimed();
    request(history);
    history.now += 60_000;
    history.do(system, { type: 'expireHandoff', handoffId: history.handoffId });
    request(history);
    expect(hasOverdueHandoff(history.is, history.now)).toBe(false);
    expect(history.is.handoffs.map(watchOf)).toEqual(['', 'owner']);
  });

  it('[O6] nothing is watched, nor overdue, once a conversation is closed', () => {
    fc.assert(
      fc.property(histories, ({ is, now }) => {
        if (is.open) return;
        expect(is.handoffs.map(watchOf).filter((watched) => watched !== '')).toEqual([]);
        expect(hasOverdueHandoff(is, now + 1e9)).toBe(false);
      }),
    );
  });
});

describe('hand-offs', () => {
  const knower = { ...staff('kim', 'specialist', ['UBF']).user, skills: ['bygglov'] };
  const kim = { type: 'staff', user: knower } as const;

  it('[H1] by skill: whoever knows it, in whichever department, and nobody else', () => {
    const history = claimed();
    history.do(anna, { ...handoff('join'), skill: 'bygglov' });
    const accept = { type: 'acceptHandoff', handoffId: history.handoffId } as const;
    expect(history.refusal(sara, accept)).toMatchObject({ code: 'not_found' });
    history.do(kim, accept);
    expect(history.is.handoffs[0]).toMatchObject({ acceptedBy: { id: 'kim' }, skill: 'bygglov' });
  });

  it('[H2] several at once, each with a life of its own', () => {
    const history = claimed();
    request(history, 'consult');
    const consult = history.handoffId;
    request(history, 'join');
    history.do(sten, { type: 'acceptHandoff', handoffId: history.handoffId });
    history.do(sara, { type: 'declineHandoff', handoffId: consult, reason: 'Inte jag' });
    expect(history.is.handoffs.map(({ state }) => state)).toEqual(['declined', 'accepted']);
    history.do(sten, { type: 'answerHandoff', handoffId: history.handoffId });
    expect(history.is).toMatchObject({ status: 'assigned', ownerId: 'anna', hops: 1 });
  });

  const twice = () => {
    const history = claimed();
    for (let i = 0; i < 2; i += 1) {
      request(history);
      history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId });
      history.do(sara, { type: 'answerHandoff', handoffId: history.handoffId });
    }
    return history;
  };

  it('[H6] the third asks a manager, who lets it go', () => {
    const history = twice();
    request(history);
    const { handoffId } = history;
    expect(history.is).toMatchObject({ hops: 2, status: 'handedOff' });
    expect(history.is.handoffs.at(-1)?.state).toBe('needsApproval');
    // Those who are to be asked cannot take it yet.
    expect(history.refusal(sten, { type: 'acceptHandoff', handoffId })).toMatchObject({
      code: 'handoff_over',
    });
    const approve = { type: 'approveHandoff', handoffId, deadline: history.now + 90_000 } as const;
    expect(history.refusal(anna, approve)).toMatchObject({ code: 'forbidden' });
    history.do(mia, approve);
    expect(history.is.handoffs.at(-1)).toMatchObject({ state: 'requested', deadline: approve.deadline });
    history.do(sten, { type: 'acceptHandoff', handoffId });
    expect(history.is.hops).toBe(3);
  });

  it('[H6] a manager says no, the owner takes it back, or the time passes', () => {
    for (const end of [
      (h: History) => h.do(mia, { type: 'declineHandoff', handoffId: h.handoffId, reason: 'Svara själv' }),
      (h: History) => h.do(anna, { type: 'withdrawHandoff', handoffId: h.handoffId }),
      (h: History) => {
        h.now += 60_000;
        h.do(system, { type: 'expireHandoff', handoffId: h.handoffId });
      },
    ]) {
      const history = twice();
      request(history);
      end(history);
      expect(history.is).toMatchObject({ status: 'assigned', ownerId: 'anna' });
    }
  });

  it('[H6] a consultation changes no hands, and a manager asks nobody', () => {
    const history = twice();
    request(history, 'consult');
    history.do(mia, handoff());
    expect(history.is.handoffs.slice(-2).map(({ state }) => state)).toEqual(['requested', 'requested']);
  });

  it('[H6] counts what is under way: nobody sends it to three at once', () => {
    const history = claimed();
    for (let i = 0; i < 3; i += 1) request(history);
    expect(history.is.handoffs.map(({ state }) => state)).toEqual([
      'requested',
      'requested',
      'needsApproval',
    ]);
  });
});
