import { expect, it } from 'vitest';
import { isPublicAddress } from '../../../../apps/relay/outbound/public-address.ts';
import { refusalOfUrl } from '../../../../apps/relay/outbound/ask.ts';

it.each([
  '127.0.0.1',
  '127.9.9.9',
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'ff02::1',
  '2001:db8::1',
  '2002:7f00:1::',
  'localhost',
  '',
])('%s is near', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '193.10.5.5', '2a00:1450:4005::1', '2606:4700::1111'])(
  '%s is on the internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

it('an address is written down over https alone, and never one of our own network, however it is written', () => {
  const of = (url: string) => refusalOfUrl(url, ['diarium.intern', '10.0.0.7']);
  expect(of('https://example.se/hook')).toBeNull();
  expect(of('http://example.se/hook')).toBe('https');
  for (const url of [
    'https://127.0.0.1',
    'https://0x7f.1',
    'https://2130706433',
    'https://[::1]',
    'https://[::ffff:7f00:1]',
  ])
    expect([url, of(url)]).toEqual([url, 'private_address']);
  expect(of('http://diarium.intern/in')).toBeNull();
  expect(of('http://10.0.0.7:8081/in')).toBeNull();
  expect(of('https://10.0.0.8/in')).toBe('private_address');
});
