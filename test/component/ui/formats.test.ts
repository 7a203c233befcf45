import { describe, expect, it } from 'vitest';
import { createFormats } from '@lotsa/ui';

const now = () => Date.parse('2026-11-21T12:00:00Z');
const sv = createFormats('sv', { now });

describe('createFormats', () => {
  it('[R5] shows the clock of Stockholm, in winter and in summer', () => {
    expect(sv.time('2026-11-21T12:05:00Z')).toBe('13:05');
    expect(sv.time(Date.parse('2026-06-21T12:05:00Z'))).toBe('14:05');
  });

  it('[R5] counts days on the clock of Stockholm', () => {
    expect(sv.dayKey('2026-11-20T22:59:00Z')).toBe('2026-11-20');
    expect(sv.dayKey('2026-11-20T23:00:00Z')).toBe('2026-11-21');
    expect(sv.day('2026-11-20T23:00:00Z')).toBe('i dag');
  });

  it.each([
    ['2026-11-22T12:00:00Z', 'i morgon'],
    ['2026-11-20T12:00:00Z', 'i går'],
    ['2026-11-18T12:00:00Z', 'onsdag'],
    ['2026-11-12T12:00:00Z', '12 november'],
    ['2025-12-24T12:00:00Z', '24 december 2025'],
  ])('names the day %s', (at, name) => expect(sv.day(at)).toBe(name));

  it('counts a day of 23 hours as one day', () => {
    const spring = createFormats('sv', { now: () => Date.parse('2026-03-29T10:00:00Z') });
    expect(spring.day('2026-03-28T23:30:00Z')).toBe('i dag');
    expect(spring.day('2026-03-28T22:30:00Z')).toBe('i går');
  });

  it('keeps 24 hours and Western digits in every language', () => {
    expect(createFormats('en').time('2026-11-21T18:05:00Z')).toBe('19:05');
    expect(createFormats('ar').time('2026-11-21T18:05:00Z')).toMatch(/^19:05$/);
  });

  it('writes numbers, minutes and lists', () => {
    expect(sv.number(0.25, { style: 'percent' })).toMatch(/^25\s%$/u);
    expect(sv.minutes(1)).toBe('1 minut');
    expect(sv.minutes(5)).toBe('5 minuter');
    expect(sv.minutes(2, 5)).toMatch(/^2\s?–\s?5 minuter$/);
    expect(sv.minutes(3, 3)).toBe('3 minuter');
    expect(sv.list(['bygglov', 'skola', 'vatten'])).toBe('bygglov, skola och vatten');
  });
});
