import { dueBefore, isActing, mayVisitorErase, retentionMisfit } from '@lotsa/core';
import type { RetentionRule } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';
import ekhamra from '../../../apps/relay/seed/ekhamra.json' with { type: 'json' };
import { readMunicipality } from '../../../apps/relay/seed/municipality.ts';

const { retentionRules } = readMunicipality(ekhamra);
const general = retentionRules.find(({ id }) => id === 'chat-general')!;
const DECIDED = { decision: 'KS 2026/1 § 2', inForce: true };

describe('[P4] retention rules', () => {
  it('act only in force, with a decision, and never by what is kept or held', () => {
    expect(retentionRules.filter(isActing)).toEqual([]);
    const decided = retentionRules.map((rule) => ({ ...rule, ...DECIDED }));
    expect(decided.filter((rule) => !isActing(rule)).map(({ action }) => action)).toEqual([
      'hold',
      'preserve',
    ]);
    expect(isActing({ ...general, ...DECIDED, decision: null })).toBe(false);
  });

  it('count in days and hours', () => {
    const after = (amount: number, unit: 'days' | 'hours') => ({ ...general, after: { amount, unit } });
    const hour = 60 * 60 * 1000;
    expect(dueBefore(after(2, 'days'), 100 * hour)).toBe(52 * hour);
    expect(dueBefore(after(2, 'hours'), 100 * hour)).toBe(98 * hour);
    expect(dueBefore({ ...general, after: null }, 1)).toBeNull();
  });

  it.each<[Partial<RetentionRule>, string]>([
    [{ inForce: true }, 'decision'],
    [{ action: 'anonymise' }, 'action'],
    [{ recordClass: null }, 'recordClass'],
    [{ recordClass: 'register' }, 'recordClass'],
    [{ kinds: ['question'] }, 'kinds'],
    [{ after: null }, 'after'],
    [{ record: 'case', recordClass: null, kinds: ['complaint'] }, 'kinds.0'],
    [{ recordClass: 'none', visitorMayErase: false }, 'action'],
    [{ action: 'export' }, 'visitorMayErase'],
  ])('%j does not fit', (over, field) => {
    expect(retentionMisfit({ retentionRules }, { ...general, ...over })?.field).toBe(field);
    expect(retentionMisfit({ retentionRules }, general)).toBeNull();
  });

  it('[P5] let a visitor erase what is over and of little importance', () => {
    const conversation = { open: 0, recordClass: 'minor', secret: false } as const;
    const rules = [{ ...general, ...DECIDED }];
    expect(mayVisitorErase(conversation, rules)).toBe(true);
    expect(mayVisitorErase({ ...conversation, open: 1 }, rules)).toBe(false);
    expect(mayVisitorErase({ ...conversation, recordClass: 'register' }, rules)).toBe(false);
    expect(mayVisitorErase(conversation, [general])).toBe(false);
  });
});
