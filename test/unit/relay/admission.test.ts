import { expect, it } from 'vitest';
import { createAdmission } from '../../../apps/relay/admission.ts';

const never = (): Promise<never> => new Promise(() => undefined);
const OVERLOADED = { answer: { code: 'overloaded', data: { retryAfterMs: 15_000 } } };

it('lets newcomers in while the storage keeps up, and not while a write has waited too long', async () => {
  let at = 0;
  const admission = createAdmission(() => at);
  let finish = (): void => undefined;
  const writing = admission.write(() => new Promise<void>((resolve) => (finish = resolve)));
  at = 1_499;
  admission.newcomer();
  at = 1_500;
  expect(() => admission.newcomer()).toThrow(expect.objectContaining(OVERLOADED));
  finish();
  await writing;
  admission.newcomer();
});

it('keeps newcomers out while many writes wait, and takes those of conversations in progress', async () => {
  const admission = createAdmission(() => 0);
  for (let i = 0; i < 500; i += 1) void admission.write(never);
  expect(() => admission.newcomer()).toThrow(expect.objectContaining(OVERLOADED));
  expect(await admission.write(() => Promise.resolve('stored'))).toBe('stored');
});

it('bounds what waits', async () => {
  const admission = createAdmission(() => 0);
  for (let i = 0; i < 5_000; i += 1) void admission.write(never);
  await expect(admission.write(never)).rejects.toMatchObject({ answer: { code: 'storage_unavailable' } });
  expect(admission.waiting()).toBe(5_000);
});

it('counts a write that fails as ended', async () => {
  const took: number[] = [];
  const admission = createAdmission(
    () => 0,
    (ms) => took.push(ms),
  );
  await expect(admission.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect([admission.waiting(), took]).toEqual([0, [0]]);
});
