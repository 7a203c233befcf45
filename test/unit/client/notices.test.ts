import { describe, expect, it } from 'vitest';
import { noticeOfChange } from '../../../packages/client/staff/notices.ts';
import { anna, annasMe as me, begun, bo, mia, system, visitor } from '../../support/histories.ts';

const { id, name } = anna.user;

/** What this user is told when the rest of a history comes after its offer. */
function afterOffer(then: (history: ReturnType<typeof begun>) => void, acting = false) {
  const history = begun();
  history.do(system, { type: 'offer', user: { id, name }, until: 60_000 });
  const before = history.is;
  then(history);
  return noticeOfChange(before, history.is, { ...me, departmentIds: [], languages: [], skills: [] }, acting);
}

describe('[R2] an offer that is over', () => {
  it('was missed when its time ran out, and when it went on to the next at once', () => {
    const missed = { type: 'offerMissed', conversationId: 'conversation-0001' };
    const runOut = (history: ReturnType<typeof begun>) => {
      history.now = 60_001;
      history.do(system, { type: 'endOffer', reason: 'missed' });
    };
    expect(afterOffer(runOut)).toEqual(missed);
    expect(
      afterOffer((history) => {
        runOut(history);
        history.do(system, { type: 'offer', user: { id: bo.user.id, name: bo.user.name }, until: 90_000 });
      }),
    ).toEqual(missed);
  });

  it('was not missed when this user passed it on, a manager gave it away, or it only changed', () => {
    expect(afterOffer((history) => history.do(anna, { type: 'declineOffer' }), true)).toBeNull();
    expect(
      afterOffer((history) =>
        history.do(mia, { type: 'assign', user: { id: bo.user.id, name: bo.user.name } }),
      ),
    ).toBeNull();
    expect(afterOffer((history) => history.do(visitor, { type: 'sendText', text: 'Hallå?' }))).toBeNull();
  });
});
