import { erasability, phoneKeyOf, subjectDeadline, subjectTermOf } from '@lotsa/core';
import type { RetentionRule } from '@lotsa/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY = 24 * 60 * 60_000;
const NOW = Date.parse('2026-11-22T10:00:00Z');

describe('[S2] what a person is looked for by', () => {
  it.each([
    '070-123 45 67',
    '0701234567',
    '+46701234567',
    '+46 (0)70-123 45 67',
    '+46 070 123 45 67',
    '0046 70 1234567',
    '(070) 123.45.67',
  ])('%s is one and the same number', (spelling) => {
    expect(phoneKeyOf(spelling)).toBe('+46701234567');
    expect(subjectTermOf(spelling)).toEqual({ type: 'phone', value: '+46701234567' });
  });
  it('however a number is spaced, it is found', () => {
    const gaps = fc.array(fc.constantFrom('', ' ', '-', '  ', '.', '/'), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(gaps, (between) => {
        const spelled = `08${between.map((gap, at) => gap + '1234567'[at]).join('')}`;
        expect(phoneKeyOf(spelled)).toBe('+4681234567');
      }),
    );
  });
  it('a foreign number keeps its country, and what is too short is none', () => {
    expect(phoneKeyOf('+358 40 123 4567')).toBe('+358401234567');
    expect([phoneKeyOf('112'), phoneKeyOf(''), phoneKeyOf(undefined)]).toEqual([null, null, null]);
  });
  it('an address, a case and an id are told apart; a name is nothing to look by', () => {
    expect(subjectTermOf(' Kim@Example.SE ')).toEqual({ type: 'email', value: 'kim@example.se' });
    expect(subjectTermOf('ekh-2026-000123')).toEqual({ type: 'case', value: 'EKH-2026-000123' });
    expect(subjectTermOf('agent-01')).toEqual({ type: 'key', value: 'agent-01' });
    expect(subjectTermOf('Kim Åkesson')).toBeNull();
  });
});

describe('[S1] by when it has to be answered', () => {
  const day = (at: number) =>
    new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Stockholm',
    }).format(at);
  it.each([
    ['2026-11-22T10:00:00Z', 1, '2026-12-22 23:59'],
    ['2026-11-22T10:00:00Z', 3, '2027-02-22 23:59'],
    // There is no 31 February, and it is already the 31st in Stockholm.
    ['2027-01-30T23:30:00Z', 1, '2027-02-28 23:59'],
    ['2026-03-10T10:00:00Z', 1, '2026-04-10 23:59'],
  ] as const)('%s and %d months: %s', (received, months, due) => {
    expect(day(subjectDeadline(Date.parse(received), months, 'Europe/Stockholm'))).toBe(due);
  });
});

describe('[S5] what may be erased', () => {
  const rule: RetentionRule = {
    id: 'chat-general',
    name: 'Chatt',
    record: 'conversation',
    recordClass: 'minor',
    kinds: [],
    action: 'erase',
    after: { amount: 60, unit: 'days' },
    decision: 'KS 2026/1 § 2',
    inForce: true,
    visitorMayErase: false,
  };
  const facts = {
    record: { type: 'conversation', recordClass: 'minor' },
    open: false,
    closedAt: NOW - 70 * DAY,
    held: false,
    transferred: false,
  } as const;
  it('what a rule in force lets go', () => {
    expect(erasability(facts, [rule], NOW)).toEqual({ may: true, rule });
    const young = { ...facts, closedAt: NOW - DAY };
    expect(erasability(young, [{ ...rule, visitorMayErase: true }], NOW)).toMatchObject({ may: true });
    expect(erasability(young, [rule], NOW)).toEqual({ may: false, kept: 'notYet', until: NOW + 59 * DAY });
  });
  it.each([
    ['open', { ...facts, open: true, closedAt: null }, rule],
    ['held', { ...facts, held: true }, rule],
    ['noDecision', facts, { ...rule, decision: null, inForce: false }],
    ['noDecision', facts, { ...rule, inForce: false }],
    ['mustBeKept', facts, { ...rule, action: 'preserve', after: null }],
    ['mustBeKept', facts, { ...rule, action: 'hold', after: null }],
    ['mustBeKept', facts, { ...rule, action: 'export' }],
    ['unclassed', { ...facts, record: { type: 'conversation', recordClass: 'none' } }, rule],
    ['unclassed', { ...facts, record: { type: 'case', kind: 'question' } }, rule],
  ] as const)('%s: it is kept', (kept, of, by) => {
    expect(erasability(of, [by as RetentionRule], NOW)).toMatchObject({ may: false, kept });
  });
  it('what was transferred may go when its time is out', () => {
    const exported = { ...rule, action: 'export' } as const;
    expect(erasability({ ...facts, transferred: true }, [exported], NOW)).toMatchObject({ may: true });
  });
});
