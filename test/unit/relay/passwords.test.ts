import { expect, it } from 'vitest';
import { hashPassword, isPassword } from '../../../apps/relay/passwords.ts';

it('hashes with argon2id at the agreed cost and a salt of its own', async () => {
  const [first, second] = await Promise.all([hashPassword('lösenord'), hashPassword('lösenord')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(first).not.toBe(second);
});

it('knows the password again, and no other', async () => {
  const hash = await hashPassword('lösenord');
  expect(await isPassword(hash, 'lösenord')).toBe(true);
  expect(await isPassword(hash, 'Lösenord')).toBe(false);
});

it('lets nobody in where there is no hash', async () => {
  expect(await isPassword(undefined, '')).toBe(false);
  expect(await isPassword('', '')).toBe(false);
});
