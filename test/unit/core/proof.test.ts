import { proofBits } from '@lotsa/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const rush = (came: number, usual = 60) => ({ came, usual });

describe('[B2] how much work a newcomer is asked for', () => {
  it('none while no more come than usual', () => {
    expect(proofBits([rush(0), rush(59)], false)).toBe(0);
    expect(proofBits([], false)).toBe(0);
  });

  it('twice as much for each time that the number doubles, up to a limit', () => {
    expect([60, 119, 120, 240, 480, 60_000_000].map((came) => proofBits([rush(came)], false))).toEqual([
      15, 15, 16, 17, 18, 20,
    ]);
  });

  it('goes by the worse of address and site, and more is asked where somebody was banned', () => {
    expect(proofBits([rush(10), rush(2_000, 1_000)], false)).toBe(16);
    expect(proofBits([rush(1)], true)).toBe(17);
    expect(proofBits([rush(120)], true)).toBe(18);
  });

  it('never asks less when more come, and never more than an old phone can do', () => {
    fc.assert(
      fc.property(fc.nat(1e7), fc.nat(1e7), fc.boolean(), (a, b, suspect) => {
        const [fewer, more] = [Math.min(a, b), Math.max(a, b)].map((came) =>
          proofBits([rush(came)], suspect),
        );
        expect(fewer).toBeLessThanOrEqual(more ?? 0);
        expect(more).toBeLessThanOrEqual(20);
      }),
    );
  });
});
