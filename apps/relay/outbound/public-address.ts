import { BlockList, isIP } from 'node:net';

/**
 * Addresses that are nobody's on the internet: one's own machine and network, and what is set apart (IANA's special-purpose
 * registries, RFC 6890). The metadata services of clouds are among them (169.254.0.0/16).
 */
const NEAR_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Within what is given out of IPv6 (2000::/3): protocols, tunnels that hold an IPv4 address, documentation. */
const NEAR_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const near = new BlockList();
for (const [network, bits] of NEAR_V4) near.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of NEAR_V6) near.addSubnet(network, bits, 'ipv6');
const given = new BlockList();
given.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is on the internet. What is no address is not. */
export function isPublicAddress(address: string): boolean {
  // An IPv4 address in an IPv6 one lies outside 2000::/3.
  switch (isIP(address)) {
    case 4:
      return !near.check(address, 'ipv4');
    case 6:
      return given.check(address, 'ipv6') && !near.check(address, 'ipv6');
    default:
      return false;
  }
}
