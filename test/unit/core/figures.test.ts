import { type ConversationFact, figuresOf } from '@lotsa/core';
import { describe, expect, it } from 'vitest';
import { anna, begun, History, sara, visitor } from '../../support/histories.ts';

const fact = (over: Partial<ConversationFact> = {}): ConversationFact => ({
  siteId: 'ekhamra',
  channel: 'chat',
  topicId: 'bygglov',
  departmentId: 'SBF',
  startedAt: 1_000,
  firstReplyAt: 2_000,
  closedAt: 9_000,
  outcome: 'answered',
  hops: 0,
  reopens: null,
  reopenedBy: null,
  ...over,
});

describe('the figures', () => {
  it('count what is closed, and nothing of what is not', () => {
    expect(figuresOf([])).toEqual({
      closed: 0,
      answered: 0,
      abandoned: 0,
      firstContactSolved: 0,
      medianWait: null,
    });
    expect(figuresOf([fact({ closedAt: null, outcome: null })]).closed).toBe(0);
    expect(
      figuresOf([
        fact(),
        fact({ firstReplyAt: 4_000, hops: 1, outcome: 'answeredBySpecialist' }),
        fact({ firstReplyAt: null, outcome: 'abandoned' }),
        fact({ firstReplyAt: 8_000, reopenedBy: 'later' }),
      ]),
    ).toEqual({ closed: 4, answered: 3, abandoned: 1, firstContactSolved: 1, medianWait: 3_000 });
  });

  it('a phone call counts in what was solved, and not in how long chats waited', () => {
    expect(figuresOf([fact({ channel: 'phone', firstReplyAt: null }), fact()])).toEqual({
      closed: 2,
      answered: 1,
      abandoned: 0,
      firstContactSolved: 2,
      medianWait: 1_000,
    });
  });
});

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
    expect(figuresOf([history.is])).toMatchObject({ closed: 1, firstContactSolved: 1 });
    expect(begun().refusal(anna, register)).toMatchObject({ code: 'wrong_status' });
    expect(begun().is.channel).toBe('chat');
  });
});
