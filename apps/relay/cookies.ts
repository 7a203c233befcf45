import type { Config } from './config.ts';

/** The full name of a cookie of ours, with the prefix that the settings allow. */
export function cookieName(
  config: Config,
  name: 'staff' | 'visitor' | 'sign-in' | 'device' | 'identified',
): string {
  return `${config.cookies.prefix}lotsa-${name}`;
}

/** The value of a cookie in a `Cookie` header (RFC 6265, 4.2.1). Our values are base64url, so nothing is decoded. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}
