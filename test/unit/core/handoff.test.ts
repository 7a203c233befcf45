import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anna,
  bo,
  claimed,
  handoff,
  histories,
  sara,
  sten,
  system,
  ulla,
  visitor,
} from '../../support/histories.ts';

const asked = (...args: Parameters<typeof handoff>) => {
  const history = claimed();
  history.do(anna, handoff(...args));
  return history;
};

describe('a hand-off', () => {
  it('[H1] carries question and reason, and leaves the owner', () => {
    const { is } = asked();
    expect(is.handoffs).toMatchObject([
      { state: 'requested', question: 'Får hon bygga utan lov?', reason: 'Tomten ligger utanför detaljplan' },
    ]);
    expect(is).toMatchObject({ status: 'handedOff', ownerId: 'anna', ownerType: 'agent' });
  });

  it('is asked for by the owner alone', () => {
    expect(claimed().refusal(bo, handoff())).toMatchObject({ code: 'forbidden' });
    expect(claimed().refusal(visitor, handoff())).toMatchObject({ code: 'forbidden' });
  });

  it('[H2] declined comes back to the owner, with the reason', () => {
    const history = asked();
    history.do(sara, { type: 'declineHandoff', handoffId: history.handoffId, reason: 'Miljö tar det' });
    expect(history.is).toMatchObject({ status: 'assigned', ownerId: 'anna' });
    expect(history.is.handoffs).toMatchObject([{ state: 'declined', declineReason: 'Miljö tar det' }]);
  });

  it('[H2] expires at its deadline, not before, and then nobody accepts it', () => {
    const history = asked();
    const expire = { type: 'expireHandoff', handoffId: history.handoffId } as const;
    expect(history.refusal(system, expire)).toMatchObject({ code: 'wrong_status' });
    history.now = 1_000_000;
    expect(history.refusal(sara, { type: 'acceptHandoff', handoffId: history.handoffId })).toMatchObject({
      code: 'handoff_over',
    });
    history.do(system, expire);
    expect(history.is).toMatchObject({ status: 'assigned', ownerId: 'anna' });
  });

  it('[H3] consult: the specialist notes, and the visitor sees nothing', () => {
    const history = asked('consult');
    expect(history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId }).audience).toBe('staff');
    expect(history.refusal(sara, { type: 'sendText', text: 'Hej' })).toMatchObject({ code: 'forbidden' });
    expect(history.do(sara, { type: 'sendNote', text: 'Det går bra' }).audience).toBe('staff');
    expect(history.do(sara, { type: 'answerHandoff', handoffId: history.handoffId }).audience).toBe('staff');
    expect(history.is).toMatchObject({ status: 'assigned', ownerId: 'anna', hops: 0 });
  });

  it('[H3] join: the specialist writes to the visitor, and the owner stays', () => {
    const history = asked('join');
    expect(history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId }).audience).toBe('public');
    expect(history.do(sara, { type: 'sendText', text: 'Jag är bygglovshandläggare' }).audience).toBe(
      'public',
    );
    expect(history.is).toMatchObject({ ownerId: 'anna', ownerType: 'agent', hops: 1 });
    history.do(sara, { type: 'answerHandoff', handoffId: history.handoffId });
    expect(history.refusal(sara, { type: 'sendText', text: 'Och' })).toMatchObject({ code: 'forbidden' });
  });

  it('[H3] transfer: the department owns it when it accepts, and not before', () => {
    const history = asked('transfer');
    expect(history.is).toMatchObject({ ownerType: 'agent', ownerId: 'anna' });
    history.do(sara, { type: 'acceptHandoff', handoffId: history.handoffId });
    expect(history.is).toMatchObject({
      ownerType: 'department',
      ownerId: 'sara',
      ownerDepartmentId: 'SBF',
      status: 'assigned',
    });
    expect(history.refusal(anna, { type: 'sendText', text: 'Hej' })).toMatchObject({ code: 'forbidden' });
  });

  it('[H5] one of two accepts, and the other is told who', () => {
    const history = asked();
    const accept = { type: 'acceptHandoff', handoffId: history.handoffId } as const;
    history.do(sara, accept);
    expect(history.refusal(sten, accept)).toEqual({ code: 'handoff_taken', data: { name: 'Name of sara' } });
  });

  it('to a named specialist is not for a colleague; to a department not for another', () => {
    const named = asked('join', sara);
    const accept = { type: 'acceptHandoff', handoffId: named.handoffId } as const;
    expect(named.refusal(sten, accept)).toMatchObject({ code: 'not_found' });
    expect(named.refusal(ulla, accept)).toMatchObject({ code: 'not_found' });
    expect(named.refusal(bo, accept)).toMatchObject({ code: 'forbidden' });
    expect(named.refusal(sara, accept)).toBeNull();
  });

  it('is taken back by the owner while nobody has accepted', () => {
    const history = asked();
    const withdraw = { type: 'withdrawHandoff', handoffId: history.handoffId } as const;
    history.do(anna, withdraw);
    expect(history.is).toMatchObject({ status: 'assigned' });
    expect(history.refusal(anna, withdraw)).toEqual({ code: 'handoff_over', data: { state: 'withdrawn' } });
    expect(history.refusal(sara, { type: 'acceptHandoff', handoffId: history.handoffId })).not.toBeNull();
  });

  it('[O1] never changes the owner, but by a transfer that was accepted', () => {
    fc.assert(
      fc.property(histories, ({ is }) => {
        const transferred = is.handoffs.some((h) => h.mode === 'transfer' && h.acceptedBy !== null);
        if (is.ownerType === 'department') expect(transferred).toBe(true);
      }),
    );
  });
});
