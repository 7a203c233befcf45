import { LotsaError } from '@lotsa/protocol';
import { expect, it } from 'vitest';
import { type Attempt, SignInLimits } from '../../../apps/relay/sign-in/limits.ts';

const HERE: Attempt = { user: 'agent-01', address: '192.0.2.1', device: null };

/** How many of as many attempts are let in. */
async function attempts(limits: SignInLimits, times: number, of: (n: number) => Attempt = () => HERE) {
  let let_in = 0;
  for (let n = 0; n < times; n += 1)
    await limits.attempt(of(n)).then(
      () => (let_in += 1),
      (error: unknown) => {
        if (!(error instanceof LotsaError) || error.answer.code !== 'rate_limited') throw error;
      },
    );
  return let_in;
}

it('lets ten attempts in at one name from one address, and locks nobody else out', async () => {
  const limits = new SignInLimits();
  expect(await attempts(limits, 15)).toBe(10);
  expect(await attempts(limits, 5, () => ({ ...HERE, address: '192.0.2.2' }))).toBe(5);
  expect(await attempts(limits, 5, () => ({ ...HERE, user: 'agent-02' }))).toBe(5);
});

it('bounds what many addresses together guess at one name, but not a browser that the user knows', async () => {
  const limits = new SignInLimits();
  expect(await attempts(limits, 400, (n) => ({ ...HERE, address: `192.0.2.${n}` }))).toBe(200);
  const known = { ...HERE, device: 'the desk at home' };
  expect(await attempts(limits, 15, () => known)).toBe(10);
  expect(await attempts(limits, 1, () => ({ ...known, device: 'the desk at work' }))).toBe(1);
});

it('lets a hundred attempts in from one address, at whatever names', async () => {
  const limits = new SignInLimits();
  expect(await attempts(limits, 150, (n) => ({ ...HERE, user: `name-${n}` }))).toBe(100);
  expect(await attempts(limits, 1, () => ({ ...HERE, address: '192.0.2.2' }))).toBe(1);
});

it('counts many at once one by one', async () => {
  const limits = new SignInLimits();
  const all = await Promise.allSettled(Array.from({ length: 30 }, () => limits.attempt(HERE)));
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
});

it('does not count what was right', async () => {
  const limits = new SignInLimits();
  for (let signIn = 0; signIn < 300; signIn += 1) {
    await limits.attempt(HERE);
    await limits.succeeded(HERE);
  }
  expect(await attempts(limits, 20)).toBe(10);
});
