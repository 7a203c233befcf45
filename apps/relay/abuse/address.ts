import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIPv6 } from 'node:net';

/** Where a request came from, as far as it is known. */
interface Source {
  headers: IncomingHttpHeaders;
  socket: { remoteAddress?: string | undefined };
}

/**
 * The address that a request came from. It is used in memory only, never stored and never logged (rule P3).
 * @param trustProxy how many proxies in front are believed, each of which adds one address to `X-Forwarded-For`.
 */
export function addressOf({ headers, socket }: Source, trustProxy: number): string {
  const told = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean);
  return [...told, socket.remoteAddress ?? ''].at(-1 - Math.min(trustProxy, told.length)) ?? '';
}

/** A subscriber of IPv6 has at least a /64 (RFC 6177): its addresses count as one. */
export function networkOf(address: string): string {
  const [plain = ''] = address.replace(/^::ffff:(?=\d+\.)/i, '').split('%');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const front = head.split(':').filter(Boolean);
  const back = (tail ?? '').split(':').filter(Boolean);
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - front.length - back.length) }, () => '0');
  return [...front, ...zeros, ...back]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

/** Nobody's own address: a proxy on this machine that we were not told of, or a person at this machine. */
export const saysNothing = (address: string): boolean => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain === '' || loopback.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
};
