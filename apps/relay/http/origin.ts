import { fail } from '@lotsa/protocol';
import type { RequestHandler } from 'express';
import type { Config } from '../config.ts';

/**
 * Whether an `Origin` header is one of our own pages: its host is the one that was asked (the `Host` header) or the
 * one of the public address. The scheme is not compared, because a proxy in front may end https.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  config: Pick<Config, 'publicUrl'>,
): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.origin === config.publicUrl) return true;
  // `Host` leaves out the default port of a scheme that only the browser knows: let the URL parser do it alike.
  return host !== undefined && /^https?:$/.test(from.protocol) && from.host === hostOf(from.protocol, host);
}

function hostOf(protocol: string, host: string): string | undefined {
  const address = `${protocol}//${host}`;
  return URL.canParse(address) ? new URL(address).host : undefined;
}

/**
 * Refuses what other pages make a browser send (OWASP, cross-site request forgery): whatever changes something must
 * come from a page of ours. Without an `Origin`, the browser's `Sec-Fetch-Site` must say so.
 */
export function requireOwnOrigin(config: Pick<Config, 'publicUrl'>): RequestHandler {
  return (request, _response, next) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return next();
    const { origin, host } = request.headers;
    const own =
      origin === undefined
        ? request.headers['sec-fetch-site'] === 'same-origin'
        : isOwnOrigin(origin, host, config);
    if (!own) throw fail('foreign_origin', {});
    next();
  };
}
