import { evolve } from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anna,
  begun,
  bo,
  claim,
  claimed,
  histories,
  mia,
  sara,
  start,
  system,
  visitor,
} from '../../support/histories.ts';

describe('the life of a conversation', () => {
  it('begins in the queue, with the visitor’s question', () => {
    expect(begun().is).toMatchObject({
      status: 'queued',
      ownerType: 'queue',
      owner: null,
      seq: 1,
      publicSeq: 1,
      open: 1,
    });
  });

  it('does not begin twice, nor for somebody else', () => {
    expect(begun().refusal(visitor, start)).toMatchObject({ code: 'wrong_status' });
  });

  it('[R2] one claim wins, and the other is told who', () => {
    const history = claimed();
    expect(history.is).toMatchObject({ status: 'assigned', ownerType: 'agent', ownerId: 'anna' });
    expect(history.refusal(bo, claim)).toEqual({ code: 'already_claimed', data: { name: 'Name of anna' } });
  });

  it('[R1] an agent with all it can carry claims no more', () => {
    expect(begun().refusal(anna, { type: 'claim', load: 3, capacity: 3 })).toEqual({
      code: 'at_capacity',
      data: { capacity: 3 },
    });
  });

  it('only the centre claims', () => {
    expect(begun().refusal(sara, claim)).toMatchObject({ code: 'not_found' });
    expect(begun().refusal(visitor, claim)).toMatchObject({ code: 'forbidden' });
  });

  it('only the owner writes to the visitor; the centre may note', () => {
    const history = claimed();
    expect(history.refusal(bo, { type: 'sendText', text: 'Hej' })).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(bo, { type: 'sendNote', text: 'Jag vet' })).toBeNull();
    expect(history.do(anna, { type: 'sendText', text: 'Hej!' })).toMatchObject({
      audience: 'public',
      seq: 3,
    });
    expect(history.is.firstReplyAt).not.toBeNull();
  });

  it('[O3] goes back to the front of the queue when its agent is gone', () => {
    const history = claimed();
    expect(history.refusal(bo, { type: 'returnToQueue' })).toMatchObject({ code: 'forbidden' });
    history.do(system, { type: 'returnToQueue' });
    expect(history.is).toMatchObject({ status: 'queued', ownerType: 'queue', owner: null, priority: 0 });
    expect(begun().is.priority).toBe(1);
  });

  it('[O4] closes with an outcome and a topic, by its owner or a manager', () => {
    const close = { type: 'close', outcome: 'guided', topicId: 'bygglov' } as const;
    expect(claimed().refusal(bo, close)).toMatchObject({ code: 'forbidden' });
    expect(claimed().refusal(mia, close)).toBeNull();
    const history = claimed();
    history.do(anna, close);
    expect(history.is).toMatchObject({ status: 'closed', open: 0, outcome: 'guided', topicId: 'bygglov' });
    expect(history.refusal(visitor, { type: 'sendText', text: 'Tack' })).toMatchObject({
      code: 'conversation_closed',
    });
  });

  it('[O2] a visitor who ends it ends no ownership', () => {
    const history = claimed();
    history.do(visitor, { type: 'endByVisitor' });
    expect(history.is).toMatchObject({ status: 'assigned', ownerId: 'anna', visitorEnded: true, open: 1 });
    expect(history.refusal(visitor, { type: 'sendText', text: 'En sak till' })).toMatchObject({
      code: 'conversation_closed',
    });
  });

  it('[P2] masks personal numbers in what anybody writes', () => {
    const history = claimed();
    const number = '19121212-1212';
    for (const [actor, type] of [
      [visitor, 'sendText'],
      [anna, 'sendText'],
      [anna, 'sendNote'],
    ] as const) {
      history.do(actor, { type, text: `Mitt nummer är ${number}.` });
    }
    expect(JSON.stringify(history)).not.toContain('1212-1212');
    expect(JSON.stringify(history.messages.at(-1))).toContain('••••••');
  });

  it('another visitor’s conversation does not exist', () => {
    const other = { type: 'visitor', visitorId: 'visitor-00000002' } as const;
    expect(begun().refusal(other, { type: 'sendText', text: 'Hej' })).toMatchObject({ code: 'not_found' });
  });
});

describe('any history that the rules allow', () => {
  it('[O1] has exactly one owner while it is open', () => {
    fc.assert(
      fc.property(histories, ({ is }) => {
        if (!is.open) return;
        expect(is.ownerType === 'queue').toBe(is.owner === null);
        expect(is.ownerId).toBe(is.owner?.id ?? '');
        expect(is.status === 'queued').toBe(is.ownerType === 'queue');
      }),
    );
  });

  it('[O4] is closed with outcome and topic, and with no hand-off open', () => {
    fc.assert(
      fc.property(histories, ({ is }) => {
        expect(is.status === 'closed').toBe(is.outcome !== null);
        if (is.open) return;
        expect(is.topicId).not.toBeNull();
        expect(is.handoffs.every((h) => h.state !== 'requested' && h.state !== 'accepted')).toBe(true);
      }),
    );
  });

  it('is the fold of its messages, wherever one begins', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, cut) => {
        const at = 1 + (cut % history.messages.length);
        const before = history.messages.slice(0, at).reduce(evolve, undefined as never);
        expect(history.messages.slice(at).reduce(evolve, before)).toEqual(history.is);
      }),
    );
  });
});
