// npm run doctor: looks at the settings that the relay would start with and at what they name, and says what is wrong.
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { openMongo } from '@lotsa/storage/mongo';
import { Redis } from 'ioredis';
import { MongoClient } from 'mongodb';
import { type Config, readConfig } from '../apps/relay/config.ts';
import { folderOf, mailboxError, withMailbox } from '../apps/relay/incoming-mail/mailbox.ts';
import { withSecretFiles } from '../apps/relay/secret-files.ts';

type Finding = ['ok' | 'note' | 'WRONG', string];
const FREE_MB = 500;
const PATIENCE_MS = 5_000;

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const right = major > 20 || (major === 20 && minor >= 19);
  return [
    right ? 'ok' : 'WRONG',
    `Node ${process.versions.node}${right ? '' : '; Lotsa needs 20.19 or later'}`,
  ];
}

async function storage({ database }: Config): Promise<Finding[]> {
  if (database.kind === 'mongodb') return mongodb(database.url);
  const { dataDir } = database;
  const nearest = existsSync(dataDir) ? dataDir : dirname(dataDir);
  try {
    accessSync(nearest, constants.W_OK);
  } catch {
    return [['WRONG', `${dataDir} cannot be written; set DATA_DIR to a folder that can`]];
  }
  const { bavail, bsize } = statfsSync(nearest);
  const free = Math.round((bavail * bsize) / 2 ** 20);
  return [
    ['ok', `embedded storage in ${dataDir}`],
    free < FREE_MB
      ? ['WRONG', `only ${free} MB left for it; a full disk stops new messages`]
      : ['ok', `${free} MB free`],
    ['note', 'one relay only; several need MONGODB_URL. Have `npm run backup` run every night.'],
  ];
}

async function mongodb(url: string): Promise<Finding[]> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: PATIENCE_MS });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    const began = Date.now();
    const store = await openMongo({ url });
    await store.close();
    const drift = Math.abs(new Date(hello['localTime'] as Date).getTime() - began);
    return [
      ['ok', 'MongoDB answers, and its indexes are made'],
      hello['setName']
        ? ['ok', `replica set ${String(hello['setName'])}`]
        : ['note', 'not a replica set: what one machine loses is lost; use three members in production'],
      drift > 2_000 && hello['localTime']
        ? ['WRONG', `its clock differs by ${drift} ms; run NTP on both`]
        : ['ok', 'clocks agree'],
    ];
  } catch {
    return [['WRONG', 'MongoDB does not answer; start it, or correct MONGODB_URL']];
  } finally {
    await client.close();
  }
}

async function redis({ redisUrl, database }: Config): Promise<Finding[]> {
  if (redisUrl === null) {
    return database.kind === 'mongodb'
      ? [
          [
            'note',
            'no REDIS_URL: with several relays, what one tells reaches the others after up to two seconds',
          ],
        ]
      : [];
  }
  const client = new Redis(redisUrl, {
    lazyConnect: true,
    retryStrategy: () => null,
    connectTimeout: PATIENCE_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const version = /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? '0';
    return [
      Number.parseInt(version, 10) >= 5
        ? ['ok', `Redis ${version}`]
        : ['WRONG', `Redis ${version} has no streams; 5 or later`],
    ];
  } catch {
    return [['WRONG', 'Redis does not answer; relays work without it, and tell each other later']];
  } finally {
    client.disconnect();
  }
}

async function mailbox({ imapUrl, smtpUrl }: Config): Promise<Finding[]> {
  if (imapUrl === null) return [['note', 'no IMAP_URL: mail that comes in becomes no case']];
  const folder = folderOf(imapUrl);
  const findings: Finding[] =
    smtpUrl === null ? [['WRONG', 'IMAP_URL without SMTP_URL: mail comes in, and no answer leaves']] : [];
  try {
    const signal = AbortSignal.timeout(4 * PATIENCE_MS);
    const opened = await withMailbox(imapUrl, signal, (box) => box.open(folder));
    return [
      ...findings,
      opened
        ? ['ok', `the mailbox can be read, folder ${folder}`]
        : ['WRONG', `the mailbox has no folder ${folder}; correct IMAP_URL`],
    ];
  } catch (error) {
    const why =
      mailboxError(error) === 'EAUTH'
        ? 'refuses the user or password'
        : `does not answer (${mailboxError(error)})`;
    return [...findings, ['WRONG', `the server of IMAP_URL ${why}`]];
  }
}

async function address({ publicUrl, cookies, trustProxy }: Config): Promise<Finding[]> {
  const findings: Finding[] = [];
  if (!cookies.secure)
    findings.push(['WRONG', `${publicUrl} is not https: browsers refuse our cookies in other sites`]);
  try {
    const answer = await fetch(`${publicUrl}/readyz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    findings.push(
      answer.ok ? ['ok', `${publicUrl} is ready`] : ['WRONG', `${publicUrl}/readyz answers ${answer.status}`],
    );
    const proxied =
      answer.headers.has('via') || /nginx|caddy|apache|cloudflare/i.test(answer.headers.get('server') ?? '');
    if (proxied && trustProxy === 0) {
      findings.push([
        'WRONG',
        'there is a proxy in front and TRUST_PROXY is 0: all visitors count as one address',
      ]);
    }
  } catch {
    findings.push(['note', `nothing answers at ${publicUrl}; that is right while the relay is down`]);
  }
  return findings;
}

try {
  const config = readConfig(withSecretFiles(process.env));
  const findings = [
    node(),
    ['ok', 'the settings can be started with'] as Finding,
    ...(await storage(config)),
    ...(await redis(config)),
    ...(await mailbox(config)),
    ...(await address(config)),
  ];
  for (const [kind, text] of findings) process.stdout.write(`${kind.padEnd(6)} ${text}\n`);
  process.exit(findings.some(([kind]) => kind === 'WRONG') ? 1 : 0);
} catch (error) {
  process.stdout.write(`WRONG  ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
