import { reviewMailAt, reviewMark, reviewOf } from '@lotsa/core';
import { expect, it } from 'vitest';

const noon = (date: string): number => Date.parse(`${date}T12:00:00Z`);
const item = { reviewOn: '2027-03-31' };

it.each([
  ['2027-02-28', null],
  ['2027-03-01', 'soon'],
  ['2027-03-31', 'soon'],
  ['2027-04-01', 'late'],
])('on %s what is to be looked over by 31 March is %s', (date, review) => {
  expect(reviewOf(item, noon(date))).toBe(review);
  expect(reviewMark(item, noon(date)) === null).toBe(review === null);
});

it('never has a review without a date, and the municipality’s day is its own', () => {
  expect(reviewOf({ reviewOn: null }, noon('2027-04-01'))).toBeNull();
  // Past midnight in Sweden, not yet in Greenwich.
  expect(reviewOf(item, Date.parse('2027-03-31T22:30:00Z'))).toBe('late');
});

it('a review is another when the date is, and once more when it has passed', () => {
  const marks = [
    reviewMark(item, noon('2027-03-01')),
    reviewMark(item, noon('2027-04-01')),
    reviewMark({ reviewOn: '2027-03-30' }, noon('2027-03-01')),
  ];
  expect(new Set(marks).size).toBe(3);
  expect(reviewMark(item, noon('2027-03-20'))).toBe(marks[0]);
});

it('mails go out at seven, in summer and in winter', () => {
  expect(reviewMailAt(noon('2027-01-15'))).toBe(Date.parse('2027-01-15T06:00:00Z'));
  expect(reviewMailAt(noon('2027-07-15'))).toBe(Date.parse('2027-07-15T05:00:00Z'));
});
