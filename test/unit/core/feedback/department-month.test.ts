import {
  avoidableBy,
  departmentMonthOf,
  isMonthTold,
  isPending,
  monthBefore,
  monthDueAt,
  monthSpan,
} from '@lotsa/core';
import type { ContactFact } from '@lotsa/protocol';
import { expect, it } from 'vitest';

const none = { guideTopics: new Set<string>(), gapTopics: new Set<string>() };
const fact = (over: Partial<ContactFact>): ContactFact => ({
  half: 20,
  age: 0,
  channel: 'phone',
  topicId: 'bygglov',
  departmentId: 'SBF',
  language: 'sv',
  outcome: 'answered',
  followUp: false,
  answered: true,
  abandoned: false,
  wait: 10,
  handling: 60,
  hops: 0,
  solved: false,
  writtenInTime: null,
  handoffs: [],
  scores: {},
  ...over,
});
const of = { siteId: 'ekhamra', departmentId: 'SBF', month: '2026-10' };
const asked = (departmentId: string, inTime: boolean | null) => [
  { mode: 'consult' as const, departmentId, inTime },
];

it('[F3] a worked example: what was asked, what need not have been, what was late and what went otherwise', () => {
  const october = [
    fact({ outcome: 'guided' }),
    fact({ solved: true }),
    fact({ topicId: 'detaljplan', solved: true }),
    fact({ topicId: 'karta', handoffs: asked('SBF', false), hops: 2 }),
    fact({ topicId: 'avfall', departmentId: 'TEF', handoffs: asked('SBF', true) }),
    // It came of a conversation: only how it was answered counts.
    fact({ followUp: true, handoffs: asked('SBF', false) }),
    fact({ departmentId: 'TEF', topicId: 'avfall', handoffs: asked('TEF', false) }),
  ];
  const september = [fact({}), fact({}), fact({}), fact({ topicId: 'karta', handoffs: asked('SBF', false) })];
  const days = [
    { day: '2026-09-30', facts: september },
    { day: '2026-10-01', facts: october.slice(0, 3) },
    { day: '2026-10-31', facts: october.slice(3) },
    { day: '2026-11-01', facts: october },
  ];
  const now = { guideTopics: new Set(['bygglov']), gapTopics: new Set(['karta']) };
  expect(departmentMonthOf(of, days, { now, before: none })).toEqual({
    ...of,
    contacts: { n: 5, before: 4 },
    top: [
      { topicId: 'bygglov', n: 2, before: 3, avoidable: 2 },
      { topicId: 'avfall', n: 1, before: 0, avoidable: 0 },
      { topicId: 'detaljplan', n: 1, before: 0, avoidable: 0 },
      { topicId: 'karta', n: 1, before: 1, avoidable: 1 },
    ],
    avoidable: { n: 3, before: 0, byGuide: 2, byGap: 1 },
    late: { n: 2, before: 1, of: 3 },
    deviations: { n: 2, before: 0, otherDepartment: 1, hops: 1 },
  });
});

it('a question need not have been asked when a guide answers it, or a gap on the web explains it', () => {
  const why = { guideTopics: new Set(['a']), gapTopics: new Set(['a', 'b']) };
  const question = { outcome: 'answered' as const, solved: true };
  expect(avoidableBy({ ...question, topicId: 'a' }, why)).toBe('guide');
  expect(avoidableBy({ ...question, solved: false, topicId: 'a' }, why)).toBe('gap');
  expect(avoidableBy({ ...question, topicId: 'b' }, why)).toBe('gap');
  expect(avoidableBy({ ...question, topicId: null }, why)).toBeNull();
  expect(avoidableBy({ ...question, outcome: 'guided', topicId: null }, why)).toBe('guide');
});

it('[F3] a month is told on the tenth of the next, when nothing of it changes any more', () => {
  expect(monthBefore('2026-01')).toBe('2025-12');
  expect(monthSpan('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthSpan('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  const due = Date.parse('2026-11-10T07:00+01:00');
  expect(monthDueAt(Date.parse('2026-11-22T12:00+01:00'))).toBe(due);
  expect([isMonthTold('2026-10', due - 1), isMonthTold('2026-10', due)]).toEqual([false, true]);
});

it('[F3] a promise is asked about until it is done or dropped', () => {
  const followUp = { text: '', by: { id: 'a', name: 'A' }, at: 1 };
  expect(isPending({ followUp: null })).toBe(true);
  expect(isPending({ followUp: { ...followUp, state: 'goingOn' } })).toBe(true);
  expect(isPending({ followUp: { ...followUp, state: 'done' } })).toBe(false);
  expect(isPending({ followUp: { ...followUp, state: 'dropped' } })).toBe(false);
});
