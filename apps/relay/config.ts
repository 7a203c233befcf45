import { join, resolve } from 'node:path';
import type { Role } from '@lotsa/protocol';
import * as v from 'valibot';
import type { NewcomerLimits } from './abuse/newcomers.ts';
import { readSso, SSO_ENVIRONMENT } from './sign-in/sso-config.ts';
import type { EncryptionKey } from '@lotsa/storage';
import type { ConnectionLimits } from './sockets/doorkeeper.ts';

/** Settings that cannot be started with. `message` is one line: the variable, and what to do about it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The relay's settings, read once. */
export interface Config {
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** The origin that browsers reach the relay at, without a slash at the end. */
  publicUrl: string;
  /** Where the data lives: MongoDB, or one file in a folder (an absolute path). */
  database: { kind: 'mongodb'; url: string } | { kind: 'embedded'; dataDir: string };
  /** Where the bytes of files lie: an absolute path. Several relays share it. */
  filesDir: string;
  /** A program that looks at each file that comes in; null for none. */
  scanCommand: string | null;
  /** Redis, by which several relays on one MongoDB tell each other; null for one relay, or relays that look. */
  redisUrl: string | null;
  /** The mail server that takes our mail, with its password; null keeps mails where administrators read them. */
  smtpUrl: string | null;
  /** The mailbox that is read, with its password and its folder; null takes in no mail. */
  imapUrl: string | null;
  /** Hosts in our own network that webhooks and connectors may reach, though their addresses are private. */
  privateHosts: readonly string[];
  /** Whom mails are from; null for each site's own address. */
  mailFrom: string | null;
  /** Keys of what people write and of the apps' secrets: the first one writes, all read; none when it is stored as it is. */
  encryptionKeys: readonly EncryptionKey[];
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  /** Demo data on an empty store: open at any hour, open by its opening hours, or none. */
  demo: 'open' | 'hours' | 'off';
  /** Password of all demo sign-ins; null has one made and printed. */
  demoPassword: string | null;
  /** How many reverse proxies in front may be believed about a client's address. */
  trustProxy: number;
  /** How many connections the relay takes, in all and from one address. */
  connections: ConnectionLimits;
  /** How many may begin before their browsers are asked for work. */
  newcomers: NewcomerLimits;
  /** The municipality's own sign-in (OpenID Connect); null without one. */
  sso: {
    issuer: string;
    clientId: string;
    clientSecret: string;
    /** What its button is called. */
    name: string;
    scope: string;
    groupsClaim: string;
    departmentsClaim: string | null;
    /** Which group makes which role; of several the first. */
    roles: { group: string; role: Role }[];
  } | null;
  /** How cookies are named and whether they are `Secure` (RFC 6265bis, 4.1.3.2: `__Host-` needs it). */
  cookies: { secure: boolean; prefix: '__Host-' | '' };
}

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const DEMO = { '1': 'open', '0': 'off', hours: 'hours' } as const;

function number(max: number, message: string) {
  return v.pipe(v.string(), v.regex(/^\d{1,5}$/, message), v.transform(Number), v.maxValue(max, message));
}

function url(message: string, accepts: (url: URL) => boolean) {
  return v.pipe(
    v.string(),
    v.check((text) => URL.canParse(text) && accepts(new URL(text)), message),
  );
}

/** The keys of a list that has the right form. */
function keysOf(list: string): EncryptionKey[] {
  return list
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((entry) => {
      const [id = '', key = ''] = entry.split(':');
      return { id, key: Buffer.from(key, 'base64') };
    });
}

/** Each message is what follows the variable's name. Values are not repeated: some are secrets. */
const Environment = v.object({
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[^\s/]+$/, 'must be a host name or an address to listen on, such as 127.0.0.1.'),
    ),
    '127.0.0.1',
  ),
  PORT: v.optional(number(65_535, 'must be a whole number from 0 to 65535 (0 takes any free port).'), '8080'),
  PUBLIC_URL: v.optional(
    url(
      'must be the address that browsers use, without a path, such as https://chat.example.se.',
      ({ protocol, pathname, search, hash, username }) =>
        /^https?:$/.test(protocol) && pathname === '/' && !search && !hash && !username,
    ),
  ),
  // Not a URL that the URL parser knows: it may name several hosts.
  MONGODB_URL: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^mongodb(\+srv)?:\/\/[^\s/]+(\/\S*)?$/,
        'must begin with mongodb:// or mongodb+srv://; leave it out for the embedded storage.',
      ),
    ),
  ),
  ENCRYPTION_KEYS: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^\s*[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=(?:[\s,]+[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=)*[\s,]*$/,
        'must be keys as name:base64 of 32 bytes, parted by commas; openssl rand -base64 32 makes one.',
      ),
      v.transform(keysOf),
      v.check(
        (keys) => new Set(keys.map(({ id }) => id)).size === keys.length,
        'names two keys alike; give each a name of its own.',
      ),
    ),
  ),
  PRIVATE_HOSTS: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[A-Za-z0-9.:-]+(?:[\s,]+[A-Za-z0-9.:-]+)*$/,
        'must be names or addresses of hosts, parted by commas, such as diarium.intern.example.se.',
      ),
      v.transform((list) => list.toLowerCase().split(/[\s,]+/)),
    ),
  ),
  DATA_DIR: v.optional(v.string(), './data'),
  FILES_DIR: v.optional(v.string()),
  SCAN_COMMAND: v.optional(
    v.pipe(v.string(), v.regex(/^\/\S+$/, 'must be the absolute path of a program, without arguments.')),
  ),
  LOG_LEVEL: v.optional(v.picklist(LEVELS, `must be one of ${LEVELS.join(', ')}.`), 'info'),
  DEMO: v.optional(
    v.picklist(
      ['1', '0', 'hours'],
      'must be 1 (demo data, open at any hour), hours (demo data with its opening hours) or 0 (no demo data).',
    ),
    '1',
  ),
  DEMO_PASSWORD: v.optional(v.pipe(v.string(), v.minLength(8, 'must have at least 8 characters.'))),
  TRUST_PROXY: v.optional(
    number(10, 'must be how many reverse proxies stand in front of Lotsa, from 0 to 10.'),
    '0',
  ),
  MAX_CONNECTIONS: v.optional(number(99_999, 'must be how many connections this relay may have.'), '20000'),
  MAX_CONNECTIONS_PER_ADDRESS: v.optional(
    number(99_999, 'must be how many connections may come from one address.'),
    '2000',
  ),
  NEWCOMERS_PER_ADDRESS: v.optional(
    number(99_999, 'must be how many conversations from one address in ten minutes are usual.'),
    '60',
  ),
  NEWCOMERS_PER_SITE: v.optional(
    number(99_999, 'must be how many conversations of one site in ten minutes are usual.'),
    '1000',
  ),
  REDIS_URL: v.optional(
    url(
      'must begin with redis:// or rediss:// and name a server.',
      ({ protocol, hostname }) => /^rediss?:$/.test(protocol) && hostname !== '',
    ),
  ),
  SMTP_URL: v.optional(
    url(
      'must begin with smtp:// or smtps:// and name a server.',
      ({ protocol, hostname }) => /^smtps?:$/.test(protocol) && hostname !== '',
    ),
  ),
  IMAP_URL: v.optional(
    url(
      'must name a mailbox, such as imaps://user:password@mail.example.se; a folder other than INBOX follows a slash.',
      ({ protocol, hostname, username }) => /^imaps?:$/.test(protocol) && hostname !== '' && username !== '',
    ),
  ),
  ...SSO_ENVIRONMENT,
  MAIL_FROM: v.optional(
    v.pipe(v.string(), v.email('must be one e-mail address, such as kontakt@example.se.')),
  ),
});

/**
 * The settings in an environment. An empty variable counts as one that is not set.
 * @throws ConfigError for the first setting that is wrong or contradicts another.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const result = v.safeParse(Environment, given, { abortEarly: true, abortPipeEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    throw new ConfigError(`${v.getDotPath(issue) ?? ''} ${issue.message}`);
  }
  const { HOST, PORT, MONGODB_URL, DATA_DIR, LOG_LEVEL, DEMO_PASSWORD, TRUST_PROXY, REDIS_URL } =
    result.output;
  const { FILES_DIR, SCAN_COMMAND } = result.output;
  const demo = DEMO[result.output.DEMO];
  if (demo === 'off' && DEMO_PASSWORD) {
    throw new ConfigError('DEMO_PASSWORD has no effect with DEMO=0; remove one of them.');
  }
  if (REDIS_URL && !MONGODB_URL) {
    throw new ConfigError(
      'REDIS_URL is for several relays on one MongoDB; set MONGODB_URL, or remove it: the embedded storage is for one relay.',
    );
  }
  const sso = readSso(result.output);
  if (typeof sso === 'string') throw new ConfigError(sso);
  const publicUrl = new URL(result.output.PUBLIC_URL ?? `http://${reachable(HOST)}:${PORT}`);
  const secure = publicUrl.protocol === 'https:' || isLoopback(publicUrl.hostname);
  return {
    host: HOST,
    port: PORT,
    publicUrl: publicUrl.origin,
    database: MONGODB_URL
      ? { kind: 'mongodb', url: MONGODB_URL }
      : { kind: 'embedded', dataDir: resolve(DATA_DIR) },
    filesDir: resolve(FILES_DIR ?? join(DATA_DIR, 'files')),
    scanCommand: SCAN_COMMAND ?? null,
    redisUrl: REDIS_URL ?? null,
    smtpUrl: result.output.SMTP_URL ?? null,
    imapUrl: result.output.IMAP_URL ?? null,
    mailFrom: result.output.MAIL_FROM ?? null,
    privateHosts: result.output.PRIVATE_HOSTS ?? [],
    sso,
    encryptionKeys: result.output.ENCRYPTION_KEYS ?? [],
    logLevel: LOG_LEVEL,
    demo,
    demoPassword: DEMO_PASSWORD ?? null,
    trustProxy: TRUST_PROXY,
    connections: {
      total: result.output.MAX_CONNECTIONS,
      perAddress: result.output.MAX_CONNECTIONS_PER_ADDRESS,
    },
    newcomers: {
      perAddress: Math.max(1, result.output.NEWCOMERS_PER_ADDRESS),
      mostPerAddress: 20 * Math.max(1, result.output.NEWCOMERS_PER_ADDRESS),
      perSite: Math.max(1, result.output.NEWCOMERS_PER_SITE),
    },
    cookies: { secure, prefix: secure ? '__Host-' : '' },
  };
}

/** The host part of an address at which something that listens on `host` is reached from the same machine. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** Browsers trust the loopback as they trust https (W3C Secure Contexts, 3.1), so `Secure` cookies work there. */
function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
