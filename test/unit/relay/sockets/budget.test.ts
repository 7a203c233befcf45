import { expect, it } from 'vitest';
import { createBudget } from '../../../../apps/relay/sockets/budget.ts';

it('gives each key so many in a window of its own, and says when there are more', () => {
  let now = 1_000;
  const budget = createBudget(2, 10_000, () => now);
  expect([budget.take('a'), budget.take('a')]).toEqual([0, 0]);
  now += 4_000;
  expect([budget.take('a'), budget.take('b')]).toEqual([6_000, 0]);
  now += 6_000;
  expect([budget.take('a'), budget.take('a'), budget.take('a')]).toEqual([0, 0, 10_000]);
  expect([budget.take('b'), budget.take('b')]).toEqual([0, 4_000]);
});
