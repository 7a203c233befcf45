import { addWorkingDays, alertDue, asksWho, caseTypeOf, caseTypes, nextStatuses } from '@lotsa/core';
import type { CaseType, FormField, OpeningHours } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';

const day: [string, string][] = [['08:00', '17:00']];
const hours: OpeningHours = {
  timeZone: 'Europe/Stockholm',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
  eveClosesAt: null,
  exceptions: [],
};
const at = (iso: string): number => Date.parse(iso);

describe('[O6] whom a promised date alerts', () => {
  // Received on 14 December, promised by the close of Monday 28 December: Christmas lies before it.
  const receivedAt = at('2026-12-14T09:00:00+01:00');
  const promisedAt = addWorkingDays(hours, at('2026-12-28T00:00:00+01:00'), 0);
  const due = (watched: 'reminder' | 'owner' | 'manager' | '', now: string): string | null =>
    alertDue({ watched, promisedAt, receivedAt }, hours, at(now));

  it('a reminder comes one working day before, which may be days before', () => {
    expect(due('reminder', '2026-12-22T12:00:00+01:00')).toBeNull();
    expect(due('reminder', '2026-12-23T12:00:00+01:00')).toBe('reminder');
    expect(due('owner', '2026-12-27T12:00:00+01:00')).toBeNull();
  });

  it('whoever got it just now is not reminded of it', () => {
    const now = promisedAt - 60 * 60_000;
    const fresh = { watched: 'reminder', promisedAt, receivedAt: now - 60_000 } as const;
    expect(alertDue(fresh, hours, now)).toBeNull();
    expect(alertDue(fresh, hours, promisedAt)).toBe('owner');
  });

  it('the owner when it has passed, the managers an hour later, and then nobody', () => {
    const passed = '2026-12-28T17:00:00+01:00';
    expect(due('reminder', passed)).toBe('owner');
    expect(due('owner', passed)).toBe('owner');
    expect(due('manager', '2026-12-28T17:59:00+01:00')).toBeNull();
    expect(due('manager', '2026-12-28T18:00:00+01:00')).toBe('manager');
    expect(due('', '2027-12-28T18:00:00+01:00')).toBeNull();
  });
});

describe('types of case', () => {
  const own: CaseType = {
    id: 'skadeansprak',
    name: { sv: 'Skadeståndsanspråk' },
    statuses: ['inProgress', 'done', 'refused'],
    front: false,
    anonymous: false,
  };

  it('a municipality adds its own, and changes one that is there', () => {
    const question = { ...own, id: 'question' };
    const all = caseTypes([own, question]);
    expect(all.map(({ id }) => id)).toEqual([
      'question',
      'faultReport',
      'complaint',
      'accessibilityComplaint',
      'recordRequest',
      'skadeansprak',
    ]);
    expect(caseTypeOf(all, 'question').statuses).toEqual(own.statuses);
    // Whose type was taken away can still be ended.
    expect(caseTypeOf(caseTypes([]), 'skadeansprak').id).toBe('question');
  });

  it('each has its own flow; what has ended is reopened first', () => {
    expect(nextStatuses(own, { status: 'inProgress', open: 1 })).toEqual(['done', 'refused']);
    expect(nextStatuses(own, { status: 'done', open: 0 })).toEqual([]);
  });

  it('a form that asks who somebody is, is known as such (TF 2:18)', () => {
    const field = (over: Partial<FormField>): FormField =>
      ({ name: 'one', label: { sv: 'Ett' }, required: false, type: 'text', ...over }) as FormField;
    expect(asksWho({ fields: [field({}), field({ type: 'email', autocomplete: 'email' })] })).toBe(false);
    expect(asksWho({ fields: [field({ autocomplete: 'name' })] })).toBe(true);
    expect(asksWho({ fields: [field({ autocomplete: 'email', required: true })] })).toBe(true);
    // Who wants it by mail says where.
    const chosen = field({ autocomplete: 'email', required: true, showIf: { delivery: 'email' } });
    expect(asksWho({ fields: [chosen] })).toBe(false);
  });
});
