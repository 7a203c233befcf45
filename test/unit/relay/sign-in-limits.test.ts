import { LotsaError } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { SignInLimits } from '../../../../apps/relay/http/sign-in-limits.ts';

const HERE = '192.0.2.1';

/** Which of as many attempts are let in. */
async function attempts(limits: SignInLimits, times: number, user: (n: number) => string, address = HERE) {
  const results: boolean[] = [];
  for (let n = 0; n < times; n += 1) {
    const attempt = limits.attempt(user(n), address).then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof LotsaError) || error.answer.code !== 'rate_limited') throw error;
        return false;
      },
    );
    results.push(await attempt);
  }
  return results.filter(Boolean).length;
}

it('lets ten attempts in at one name, from anywhere', async () => {
  const limits = new SignInLimits();
  expect(await attempts(limits, 8, () => 'agent-01')).toBe(8);
  expect(await attempts(limits, 8, () => 'agent-01', '192.0.2.2')).toBe(2);
  expect(await attempts(limits, 8, () => 'agent-02')).toBe(8);
});

it('lets a hundred attempts in from one address, at whatever names', async () => {
  const limits = new SignInLimits();
  expect(await attempts(limits, 150, (n) => `name-${n}`)).toBe(100);
  expect(await attempts(limits, 1, () => 'agent-01', '192.0.2.2')).toBe(1);
});

it('counts many at once one by one', async () => {
  const limits = new SignInLimits();
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => limits.attempt('agent-01', HERE)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

it('does not count what was right', async () => {
  const limits = new SignInLimits();
  for (let signIn = 0; signIn < 300; signIn += 1) {
    await limits.attempt('agent-01', HERE);
    await limits.succeeded('agent-01', HERE);
  }
  expect(await attempts(limits, 20, () => 'agent-01')).toBe(10);
});
