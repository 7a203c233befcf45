import { describe, expect, it } from 'vitest';
import { anna, begun, History, sara, visitor } from '../../support/histories.ts';

describe('a question by another channel', () => {
  const register = {
    type: 'register',
    channel: 'phone',
    siteId: 'ekhamra',
    language: 'sv',
    topicId: 'bygglov',
    departmentId: 'SBF',
    outcome: 'guided',
    note: 'Ringde om uterum, 19121212-1212',
  } as const;

  it('is a closed conversation of whoever registered it, without personal numbers', () => {
    const history = new History();
    expect(history.refusal(sara, register)).toMatchObject({ code: 'forbidden' });
    expect(history.refusal(visitor, register)).toMatchObject({ code: 'forbidden' });
    const message = history.do(anna, register);
    expect(message.audience).toBe('staff');
    expect(JSON.stringify(message)).not.toContain('1212-1212');
    expect(history.is).toMatchObject({
      channel: 'phone',
      status: 'closed',
      open: 0,
      outcome: 'guided',
      topicId: 'bygglov',
      ownerId: 'anna',
      publicSeq: 0,
    });
    expect(begun().refusal(anna, register)).toMatchObject({ code: 'wrong_status' });
    expect(begun().is.channel).toBe('chat');
  });
});
