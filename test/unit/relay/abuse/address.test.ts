import { describe, expect, it } from 'vitest';
import { addressOf, networkOf, saysNothing } from '../../../../apps/relay/abuse/address.ts';

const from = (forwarded: string | undefined, trustProxy: number): string =>
  addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.1' } }, trustProxy);

describe('[B1] where somebody comes from', () => {
  it('is the last address that a believed proxy added, and never what the sender says of itself', () => {
    expect(from('198.51.100.7', 0)).toBe('10.0.0.1');
    expect(from('198.51.100.7', 1)).toBe('198.51.100.7');
    expect(from('6.6.6.6, 198.51.100.7', 1)).toBe('198.51.100.7');
    expect(from('6.6.6.6, 198.51.100.7, 10.0.0.2', 2)).toBe('198.51.100.7');
    expect(from(undefined, 2)).toBe('10.0.0.1');
  });

  it.each([
    ['198.51.100.7', '198.51.100.7'],
    ['::ffff:198.51.100.7', '198.51.100.7'],
    ['2001:db8:1:2:aaaa:bbbb:cccc:dddd', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['', ''],
  ])('%s counts as %s: one subscriber is one network', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it('a proxy on this machine says nothing of who comes through it', () => {
    expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', ''].map(saysNothing)).toEqual(
      Array(5).fill(true),
    );
    expect(['198.51.100.7', '10.0.0.1', '2001:db8::1'].map(saysNothing)).toEqual(Array(3).fill(false));
  });
});
