import { checkedScores, firstFeedbackSettings, roundOf, surveyIndices } from '@lotsa/core';
import { expect, it } from 'vitest';

const site = { id: 'ekhamra', timeZone: 'Europe/Stockholm' };
const settings = firstFeedbackSettings('ekhamra');
const at = (when: string) => Date.parse(`${when}+02:00`);

it('a round opens on its day, for as many days as is set, also across the end of a year', () => {
  expect(roundOf(site, settings, at('2026-04-14T23:59'))).toBeNull();
  const round = roundOf(site, settings, at('2026-04-15T00:00'));
  expect(round).toMatchObject({ id: 'ekhamra_2026-04-15', closesAt: at('2026-05-06T00:00') });
  expect(roundOf(site, settings, at('2026-05-05T23:59'))?.id).toBe('ekhamra_2026-04-15');
  expect(roundOf(site, settings, at('2026-05-06T00:00'))).toBeNull();
  const december = { survey: { ...settings.survey, opensOn: ['12-20'] } };
  expect(roundOf(site, december, Date.parse('2027-01-03T12:00Z'))?.id).toBe('ekhamra_2026-12-20');
  expect(roundOf(site, { survey: { ...settings.survey, opensOn: [] } }, at('2026-04-15T00:00'))).toBeNull();
});

it('[F4] has no figure while it goes on, and none under the least number of answers', () => {
  const round = roundOf(site, settings, at('2026-04-15T00:00'));
  if (!round) throw new Error('no round');
  const answers = [1, 2, 3, 4, 5].map((score) => ({ relief: score, handoffs: 5 }));
  const values = (n: number, now: number) =>
    surveyIndices(round, answers.slice(0, n), 5, now).map(({ value, of }) => [value, of]);
  expect(values(5, round.closesAt - 1)).toEqual([
    [null, 5],
    [null, 5],
    [null, 0],
  ]);
  expect(values(5, round.closesAt)).toEqual([
    [50, 5],
    [100, 5],
    [null, 0],
  ]);
  expect(values(4, round.closesAt)).toEqual([
    [null, 4],
    [null, 4],
    [null, 0],
  ]);
});

it('every question is answered, and no other is kept', () => {
  const asked = { questions: [{ id: 'a', question: { sv: 'A' } }] };
  expect(checkedScores(asked, { a: 3, b: 5 })).toEqual({ a: 3 });
  expect(() => checkedScores(asked, { b: 5 })).toThrow('invalid_payload');
});
