import { expect, it } from 'vitest';
import { readCookie } from '../../../apps/relay/cookies.ts';

it.each([
  ['a=1', 'a', '1'],
  ['a=1; b=2; c=3', 'b', '2'],
  ['a=1;b=2', 'b', '2'],
  ['aa=1; a=2', 'a', '2'],
  ['a=x=y', 'a', 'x=y'],
  ['a=1; a=2', 'a', '1'],
  ['a=', 'a', ''],
  ['a', 'a', undefined],
  ['=1', '', undefined],
  ['b=1', 'a', undefined],
  ['', 'a', undefined],
  [undefined, 'a', undefined],
])('finds in %j the cookie %j', (header, name, value) => {
  expect(readCookie(header, name)).toBe(value);
});
