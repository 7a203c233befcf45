import { lookup as resolve } from 'node:dns';
import { request as askPlain } from 'node:http';
import { request as askSecurely, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** A request to an address that somebody else named. */
export interface Asking {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** The whole of it takes no longer, in milliseconds. */
  timeoutMs: number;
  /** Bytes of the answer that are read; more of it is not. */
  maxBytes: number;
  signal?: AbortSignal;
}

/** What was answered; `location` and all other headers are nobody's business: nothing is followed. */
export interface Answered {
  status: number;
  body: string;
}

/** Why there was no answer, as a word without what or whom it was about. */
export class AskError extends Error {
  override readonly name = 'AskError';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** Hosts (by name, or address without brackets) that may be near us although they are not public. */
export type NearHosts = readonly string[];

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();

/**
 * Whether an address may be written down at all: over https, or to a host that was let in by name; no address of our own
 * network. What a name leads to is looked at when it is asked.
 */
export function refusalOfUrl(address: string, nearHosts: NearHosts): 'https' | 'private_address' | null {
  const url = new URL(address);
  const host = hostOf(url);
  if (nearHosts.includes(host)) return null;
  if (url.protocol !== 'https:') return 'https';
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'private_address' : null;
}

/** Looks a name up, and gives only public addresses: what is connected to is what was looked at (no second lookup). */
const publicLookup: LookupFunction = (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0);
    const [first] = addresses;
    // One address of ours among them makes the name suspect as a whole (DNS rebinding).
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return done(Object.assign(new Error('private'), { code: 'EPRIVATE' }), '', 0);
    if (options.all) return done(null, addresses);
    done(null, first.address, first.family);
  });
};

/**
 * Asks. An address of our own network is not connected to (server-side request forgery, OWASP A10), no redirect is
 * followed, no connection is shared with another request, and time and answer are bounded.
 * @throws AskError
 */
export async function ask(asking: Asking, nearHosts: NearHosts): Promise<Answered> {
  const url = new URL(asking.url);
  const refused = refusalOfUrl(asking.url, nearHosts);
  if (refused) throw new AskError(refused === 'https' ? 'EHTTPS' : 'EPRIVATE');
  const deadline = AbortSignal.timeout(asking.timeoutMs);
  const signal = asking.signal ? AbortSignal.any([deadline, asking.signal]) : deadline;
  const options: RequestOptions = {
    method: asking.method,
    agent: false,
    signal,
    headers: {
      ...asking.headers,
      'Accept-Encoding': 'identity',
      ...(asking.body === undefined ? {} : { 'Content-Length': Buffer.byteLength(asking.body) }),
    },
    ...(nearHosts.includes(hostOf(url)) ? {} : { lookup: publicLookup }),
  };
  try {
    return await new Promise<Answered>((done, failed) => {
      const request = (url.protocol === 'https:' ? askSecurely : askPlain)(url, options, (response) => {
        const parts: Buffer[] = [];
        let length = 0;
        const finish = (): void => {
          done({ status: response.statusCode ?? 0, body: Buffer.concat(parts).toString('utf8') });
          request.destroy();
        };
        response.on('data', (part: Buffer) => {
          const rest = asking.maxBytes - length;
          parts.push(part.subarray(0, rest));
          length += part.length;
          if (length >= asking.maxBytes) finish();
        });
        response.on('end', finish);
        response.on('error', failed);
        if (asking.maxBytes === 0) finish();
      });
      request.on('error', failed);
      request.end(asking.body);
    });
  } catch (error) {
    throw new AskError(deadline.aborted ? 'ETIMEDOUT' : wordOf(error));
  }
}

/** The code of an error of Node's; of a certificate that does not hold, too. */
function wordOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'EFAULT';
}
