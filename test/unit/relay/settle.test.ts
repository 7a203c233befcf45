import { expect, it } from 'vitest';
import { settleMs } from '../../../apps/relay/settle.ts';

it('looks for a twentieth of the time, at most, and waits for no longer than five seconds', () => {
  expect([0, 5, 30, 250, 900].map((took) => settleMs(100, took))).toEqual([100, 100, 600, 5_000, 5_000]);
});
