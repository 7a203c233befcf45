import { expect, it } from 'vitest';
import { newToken, tokenId } from '../../../apps/relay/tokens.ts';

it('makes tokens of 32 random bytes that fit a cookie', () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens).size).toBe(100);
  for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
});

it('knows a token by its SHA-256', () => {
  // FIPS 180-4, the test vector for "abc"
  expect(tokenId('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
