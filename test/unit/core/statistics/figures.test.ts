import {
  comparedWith,
  contactFact,
  DEFINITIONS,
  FigureCount,
  firstStatSettings,
  openDataDays,
  openDataOf,
  packFact,
  ReportCount,
  selects,
  surveyIndex,
  unpackFact,
  WaitCount,
} from '@lotsa/core';
import { type ContactFact, type Conversation, FigureId, type OpeningHours } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begun } from '../../../support/histories.ts';

const rules = firstStatSettings('ekhamra');
const fact = (over: Partial<ContactFact> = {}): ContactFact => ({
  half: 18,
  age: 0,
  channel: 'chat',
  topicId: 'bygglov',
  departmentId: 'SBF',
  language: 'sv',
  outcome: 'answered',
  followUp: false,
  answered: true,
  abandoned: false,
  wait: 30,
  handling: 600,
  hops: 0,
  solved: true,
  writtenInTime: null,
  handoffs: [],
  scores: {},
  ...over,
});
const gaveUp = (wait: number): ContactFact =>
  fact({ answered: false, abandoned: true, outcome: 'abandoned', wait, handling: null, solved: false });
const counted = (facts: ContactFact[], by: typeof rules = rules): FigureCount => {
  const count = new FigureCount(by);
  for (const each of facts) count.add(each);
  return count;
};
const of = (id: FigureId, facts: ContactFact[]) => counted(facts).figures()[id];

describe('the figures of facts', () => {
  it('counts contacts, and a case of a conversation with its conversation', () => {
    expect(of('contacts', [fact(), fact({ followUp: true, channel: 'form' })]).value).toBe(1);
  });

  it('answer rate leaves out who left within five seconds; abandoned does not', () => {
    const facts = [fact(), fact(), fact(), gaveUp(40), gaveUp(4)];
    expect(of('answerRate', facts)).toEqual({ value: 3 / 4, of: 4 });
    expect(of('abandonRate', facts)).toEqual({ value: 2 / 5, of: 5 });
  });

  it('service level has the time of the channel, and all who waited below the line', () => {
    const facts = [fact({ wait: 60 }), fact({ wait: 61 }), fact({ channel: 'phone', wait: 300 }), gaveUp(90)];
    expect(of('serviceLevel', facts)).toEqual({ value: 2 / 4, of: 4 });
  });

  it('waits are of those who were answered: mean, median and nine in ten', () => {
    const facts = [...[10, 20, 30, 40, 50, 60, 70, 80, 90, 400].map((wait) => fact({ wait })), gaveUp(900)];
    expect(of('meanWait', facts).value).toBe(85);
    expect(of('medianWait', facts).value).toBe(50);
    expect(of('p90Wait', facts).value).toBe(90);
    expect(new WaitCount().percentile(0.5)).toBeNull();
  });

  it('solved at first contact is of all contacts', () => {
    expect(of('solveRate', [fact(), fact(), fact({ solved: false }), gaveUp(9)])).toEqual({
      value: 0.5,
      of: 4,
    });
  });

  it('replies of departments are counted by hand-off, without those that became cases', () => {
    const handed = (inTime: boolean | null) => ({ mode: 'join' as const, departmentId: 'SBF', inTime });
    const facts = [
      fact({ handoffs: [handed(true), handed(false)] }),
      fact({ handoffs: [handed(null)] }),
      fact(),
    ];
    expect(of('specialistReply', facts)).toEqual({ value: 0.5, of: 2 });
    expect(of('handoffRate', facts)).toEqual({ value: 2 / 3, of: 3 });
  });

  it('time saved is told against a baseline only', () => {
    expect(of('timeSaved', [fact()]).value).toBeNull();
    const facts = [fact(), fact(), fact({ solved: false })];
    expect(counted(facts, { ...rules, baselineMinutes: 15 }).figures().timeSaved.value).toBe(0.5);
  });

  it('nothing to count is no figure, and none is left without a definition in words', () => {
    for (const id of FigureId.options) {
      if (id !== 'contacts') expect(of(id, []).value).toBeNull();
      expect(DEFINITIONS[id].counts.sv).not.toBe('');
    }
  });

  it('a row says the same as the figures', () => {
    const facts = [
      fact(),
      gaveUp(3),
      gaveUp(30),
      fact({ wait: 90, solved: false }),
      fact({ followUp: true }),
    ];
    expect(counted(facts).row('x')).toEqual({
      key: 'x',
      contacts: of('contacts', facts).value,
      answerRate: of('answerRate', facts).value,
      solveRate: of('solveRate', facts).value,
      medianWait: of('medianWait', facts).value,
    });
  });

  it('an index of the survey is 0 to 100, and none under the least number of answers', () => {
    expect(surveyIndex(14, 4, 4)).toEqual({ value: 62.5, of: 4 });
    expect(surveyIndex(14, 4, 5)).toEqual({ value: null, of: 4 });
    expect(surveyIndex(0, 0, 0)).toEqual({ value: null, of: 0 });
    const answers = [1, 3, 5, 5].map((ease) => fact({ scores: { ease } }));
    expect(counted(answers, { ...rules, minimumAnswers: 4 }).survey(['ease', 'never'])).toEqual([
      { question: 'ease', value: 62.5, of: 4 },
      { question: 'never', value: null, of: 0 },
    ]);
  });
});

describe('waits that were counted', () => {
  it('have the mean and the percentiles of the list of them', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 400_000 }), { minLength: 1 });
    fc.assert(
      fc.property(seconds, fc.double({ min: 0, max: 1, noNaN: true }), (waits, p) => {
        const count = new WaitCount();
        for (const wait of waits) count.add(wait);
        const sorted = waits.toSorted((a, b) => a - b);
        expect(count.percentile(p)).toBe(sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]);
        expect(count.mean()).toBeCloseTo(waits.reduce((sum, wait) => sum + wait, 0) / waits.length);
      }),
    );
  });
});

describe('a fact', () => {
  const hours: OpeningHours = {
    timeZone: 'Europe/Stockholm',
    weekly: {
      mon: [['08:00', '17:00']],
      tue: [['08:00', '17:00']],
      wed: [],
      thu: [],
      fri: [],
      sat: [],
      sun: [],
    },
    eveClosesAt: null,
    exceptions: [],
  };
  const site = { hours, abandonAfterMs: 600_000 };
  const closed = (over: Partial<Conversation>): Conversation => ({
    ...begun().is,
    status: 'closed',
    open: 0,
    outcome: 'answered',
    ...over,
  });
  const at = (time: string): number => Date.parse(time);

  it('waits in opening time only: from Monday evening until Tuesday morning', () => {
    const it = closed({
      startedAt: at('2026-11-16T16:59:00+01:00'),
      firstReplyAt: at('2026-11-17T08:02:00+01:00'),
      closedAt: at('2026-11-17T08:12:00+01:00'),
    });
    expect(contactFact(it, site)).toMatchObject({
      wait: 180,
      age: 1,
      half: 33,
      answered: true,
      handling: 600,
    });
  });

  it('of who left unanswered, the wait ends when it left, not when that was noticed', () => {
    const it = closed({
      startedAt: at('2026-11-16T10:00:00+01:00'),
      firstReplyAt: null,
      closedAt: at('2026-11-16T10:12:00+01:00'),
      outcome: 'abandoned',
    });
    expect(contactFact(it, site)).toMatchObject({
      wait: 120,
      abandoned: true,
      answered: false,
      solved: false,
    });
  });

  it('[O5] is not solved when the visitor came back, and spam is no contact', () => {
    const it = closed({
      closedAt: at('2026-11-16T10:12:00+01:00'),
      startedAt: at('2026-11-16T10:00:00+01:00'),
    });
    expect(contactFact(it, site)?.solved).toBe(true);
    expect(contactFact({ ...it, reopenedBy: 'later' }, site)?.solved).toBe(false);
    expect(contactFact({ ...it, outcome: 'spam' }, site)).toBeUndefined();
  });

  it('counts on the board as in the statistics: opening time, the lower of two in the middle, and no spam', () => {
    const day = (from: string, reply: string | null, over: Partial<Conversation> = {}) => ({
      ...closed({
        startedAt: at(`2026-11-16T${from}:00+01:00`),
        firstReplyAt: reply === null ? null : at(reply),
        closedAt: at('2026-11-17T15:00:00+01:00'),
      }),
      ...over,
    });
    const overnight = day('16:58', '2026-11-17T08:02:00+01:00');
    const facts = [
      overnight,
      day('10:00', '2026-11-16T10:09:00+01:00', { reopenedBy: 'later' }),
      day('10:00', null, { outcome: 'abandoned' }),
      day('10:00', '2026-11-16T10:01:00+01:00', { outcome: 'spam' }),
      day('10:00', null, { channel: 'phone' }),
    ].flatMap((it) => contactFact(it, site) ?? []);
    expect(counted(facts).today()).toEqual({
      closed: 4,
      answered: 2,
      abandoned: 1,
      firstContactSolved: 2,
      medianWait: contactFact(overnight, site)!.wait! * 1000,
    });
    expect(counted([]).today()).toMatchObject({ closed: 0, medianWait: null });
  });

  it('names nobody, and is the same after it was stored', () => {
    const one = fact({
      writtenInTime: false,
      handoffs: [{ mode: 'join', departmentId: 'SBF', inTime: null }],
      scores: { ease: 4 },
    });
    const stored = JSON.parse(JSON.stringify(packFact(one))) as ReturnType<typeof packFact>;
    expect(unpackFact(stored)).toEqual(one);
    expect(unpackFact(packFact(gaveUp(9)))).toEqual(gaveUp(9));
  });
});

describe('a selection', () => {
  it('is compared with as many days before, or the same days a year earlier', () => {
    const period = { from: '2028-02-29', to: '2028-03-01' };
    expect(comparedWith({ ...period, compare: 'before' })).toEqual({ from: '2028-02-27', to: '2028-02-28' });
    expect(comparedWith({ ...period, compare: 'year' })).toEqual({ from: '2027-02-28', to: '2027-03-01' });
    expect(comparedWith({ ...period, compare: 'none' })).toBeNull();
  });

  it('of a department has its own topics, and what it was asked in', () => {
    const any = { channel: null, topicId: null, language: null };
    const ours = selects(any, ['SBF']);
    expect(ours(fact({ departmentId: 'SBF' }))).toBe(true);
    expect(ours(fact({ departmentId: 'TEF' }))).toBe(false);
    const asked = { mode: 'consult' as const, departmentId: 'SBF', inTime: true };
    expect(ours(fact({ departmentId: null, handoffs: [asked] }))).toBe(true);
    expect(selects({ ...any, channel: 'phone' }, null)(fact())).toBe(false);
  });

  it('open data leaves out groups of fewer than five, and one more where a sum would tell', () => {
    const settings = { targets: rules, questions: [], boards: new Map<string, string>() };
    const many = (n: number) => Array.from({ length: n }, () => fact());
    const days = [
      { day: '2026-01-15', facts: many(20) },
      { day: '2026-02-16', facts: many(3) },
      { day: '2026-03-16', facts: many(8) },
    ];
    const selection = {
      siteId: 'ekhamra',
      from: '2026-01-01',
      to: '2026-03-31',
      compare: 'none' as const,
      channel: null,
      departmentId: null,
      topicId: null,
      language: null,
    };
    const count = new ReportCount(selection, settings);
    for (const day of days) count.add(day, () => true);
    const data = openDataOf({ ...count.report(), selection }, ['contacts', 'specialistReply']);
    expect(data.months.map(({ contacts }) => contacts)).toEqual([20, null, null]);
    expect(data.figures.map(({ value }) => value)).toEqual([31, null]);
  });

  it.each([
    ['2026-11-22', {}, { from: '2025-11-01', to: '2026-10-31' }],
    ['2026-01-01', {}, { from: '2025-01-01', to: '2025-12-31' }],
    ['2026-03-31', { from: '2026-02-10', to: '2026-02-11' }, { from: '2026-02-01', to: '2026-02-28' }],
    ['2026-11-22', { from: '2026-09-30', to: '2026-11-21' }, { from: '2026-09-01', to: '2026-10-31' }],
    ['2026-11-22', { from: '2026-11-01' }, null],
    ['2026-11-22', { from: '2026-05-01', to: '2026-04-30' }, null],
    ['2026-11-22', { from: '2019-01-01' }, null],
  ])('open data on %s is of whole months that are over: %o', (today, asked, days) => {
    expect(openDataDays(today, asked)).toEqual(days);
  });
});
