import { handoffDeadline, reachesSomebody } from '@lotsa/core';
import type { Agreement, OpeningHours } from '@lotsa/protocol';
import { describe, expect, it } from 'vitest';

const hours = (to: string): OpeningHours => {
  const day: [string, string][] = [['08:00', to]];
  return {
    timeZone: 'Europe/Stockholm',
    weekly: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    eveClosesAt: null,
    exceptions: [],
  };
};

const agreement = (topicId: string | null, replyWorkdays: number) =>
  ({ id: `SBF-${topicId}`, departmentId: 'SBF', topicId, replyWorkdays }) as Agreement;

describe('the terms of a hand-off', () => {
  // A Friday at noon.
  const now = Date.UTC(2026, 10, 20, 11);
  const by = (agreements: Agreement[], department: OpeningHours | null = null) =>
    new Date(
      handoffDeadline(
        { id: 'SBF', hours: department, replyWorkdays: 3 },
        { hours: hours('17:00') },
        agreements,
        'bygglov',
        now,
      ),
    ).toISOString();

  it('[H2] the agreement about the topic says by when, then the one about all, then the department', () => {
    expect(by([])).toBe('2026-11-25T16:00:00.000Z');
    expect(by([agreement(null, 1)])).toBe('2026-11-23T16:00:00.000Z');
    expect(by([agreement(null, 1), agreement('bygglov', 2)])).toBe('2026-11-24T16:00:00.000Z');
    expect(by([agreement('avfall', 0)])).toBe('2026-11-25T16:00:00.000Z');
  });

  it('[H2] counts the department’s own hours where it has some', () => {
    expect(by([], hours('15:00'))).toBe('2026-11-25T14:00:00.000Z');
  });

  it('[H4] reaches a specialist of the department or of the skill, and nobody of another role', () => {
    const one = { role: 'specialist', departmentIds: ['SBF'], skills: ['bygglov'] } as const;
    expect(reachesSomebody({ departmentId: 'SBF', skill: null }, [one])).toBe(true);
    expect(reachesSomebody({ departmentId: 'TEF', skill: 'bygglov' }, [one])).toBe(true);
    expect(reachesSomebody({ departmentId: 'TEF', skill: null }, [one])).toBe(false);
    expect(reachesSomebody({ departmentId: 'SBF', skill: null }, [{ ...one, role: 'agent' }])).toBe(false);
    expect(reachesSomebody({ departmentId: 'SBF', skill: null }, [])).toBe(false);
  });
});
