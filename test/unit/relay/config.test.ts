import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../../apps/relay/config.ts';

function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('these settings were accepted');
}

describe('readConfig', () => {
  it('starts with no setting at all', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      database: { kind: 'embedded', dataDir: resolve('data') },
      filesDir: resolve('data/files'),
      scanCommand: null,
      smtpUrl: null,
      imapUrl: null,
      sso: null,
      mailFrom: null,
      privateHosts: [],
      redisUrl: null,
      connections: { total: 20_000, perAddress: 2_000 },
      newcomers: { perAddress: 60, perSite: 1_000, mostPerAddress: 1_200 },
      encryptionKeys: [],
      logLevel: 'info',
      demo: 'open',
      demoPassword: null,
      trustProxy: 0,
      cookies: { secure: true, prefix: '__Host-' },
    });
  });

  it('takes every setting', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '3000',
      PUBLIC_URL: 'https://chat.example.se/',
      MONGODB_URL: 'mongodb://a.example.se:27017,b.example.se:27017/lotsa?replicaSet=rs0',
      FILES_DIR: '/srv/files',
      SCAN_COMMAND: '/usr/bin/clamdscan',
      PRIVATE_HOSTS: 'Diarium.intern, 10.0.0.7',
      LOG_LEVEL: 'warn',
      DEMO: 'hours',
      DEMO_PASSWORD: 'åtta tecken',
      TRUST_PROXY: '2',
      SMTP_URL: 'smtps://lotsa:hemligt@mail.example.se',
      IMAP_URL: 'imaps://kontakt:hemligt@mail.example.se/Lotsa',
      MAIL_FROM: 'chatt@example.se',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 3000,
      publicUrl: 'https://chat.example.se',
      database: {
        kind: 'mongodb',
        url: 'mongodb://a.example.se:27017,b.example.se:27017/lotsa?replicaSet=rs0',
      },
      filesDir: '/srv/files',
      scanCommand: '/usr/bin/clamdscan',
      smtpUrl: 'smtps://lotsa:hemligt@mail.example.se',
      imapUrl: 'imaps://kontakt:hemligt@mail.example.se/Lotsa',
      sso: null,
      mailFrom: 'chatt@example.se',
      privateHosts: ['diarium.intern', '10.0.0.7'],
      redisUrl: null,
      connections: { total: 20_000, perAddress: 2_000 },
      newcomers: { perAddress: 60, perSite: 1_000, mostPerAddress: 1_200 },
      encryptionKeys: [],
      logLevel: 'warn',
      demo: 'hours',
      demoPassword: 'åtta tecken',
      trustProxy: 2,
      cookies: { secure: true, prefix: '__Host-' },
    });
  });

  it('takes an empty variable for one that is not set, as compose files make them', () => {
    expect(readConfig({ PORT: '', MONGODB_URL: ' ', REDIS_URL: '' })).toEqual(readConfig({}));
  });

  it('ignores variables of other programs', () => {
    expect(readConfig({ PATH: '/bin', NODE_ENV: 'production' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', ['http', '-1', '65536', '80.5', '8080 ']],
    ['HOST', ['http://127.0.0.1', 'a host']],
    [
      'PUBLIC_URL',
      ['chat.example.se', 'https://example.se/chat', 'https://a:b@example.se', 'ftp://example.se'],
    ],
    ['MONGODB_URL', ['db.example.se:27017', 'postgres://db.example.se/lotsa']],
    ['SCAN_COMMAND', ['clamdscan', '/usr/bin/clamdscan --quiet']],
    ['PRIVATE_HOSTS', ['https://diarium.intern', 'a b/c']],
    ['LOG_LEVEL', ['loud']],
    ['DEMO', ['2', 'yes']],
    ['DEMO_PASSWORD', ['kort']],
    ['TRUST_PROXY', ['true', '11']],
    ['REDIS_URL', ['redis://127.0.0.1', '127.0.0.1:6379', 'http://redis', 'redis://']],
    ['SMTP_URL', ['127.0.0.1:25', 'http://mail', 'smtp://']],
    ['IMAP_URL', ['mail.example.se', 'imap://mail.example.se', 'smtp://a:b@mail.example.se']],
    ['MAIL_FROM', ['Kontakt <kontakt@example.se>', 'kontakt', 'a@example.se, b@example.se']],
  ])('stops at a wrong %s with one line that names it', (name, values) => {
    for (const value of values) {
      const message = refusal({ [name]: value });
      expect(message).toMatch(new RegExp(`^${name} [^\n]+\\.$`));
    }
  });

  it('takes Redis only with MongoDB, as the embedded storage is for one relay', () => {
    expect(refusal({ REDIS_URL: 'redis://127.0.0.1' })).toMatch(/^REDIS_URL .*MONGODB_URL/);
    const both = { REDIS_URL: 'redis://127.0.0.1', MONGODB_URL: 'mongodb://127.0.0.1' };
    expect(readConfig(both).redisUrl).toBe('redis://127.0.0.1');
  });

  it('never repeats a value, which may be a secret', () => {
    expect(refusal({ MONGODB_URL: 'mongo://user:hemligt@db' })).not.toContain('hemligt');
    expect(refusal({ DEMO_PASSWORD: 'hemligt' })).not.toContain('hemligt');
  });

  it('stops at a password for sign-ins that there will not be', () => {
    expect(refusal({ DEMO: '0', DEMO_PASSWORD: 'lång nog och mer' })).toMatch(/DEMO_PASSWORD.*DEMO=0/);
  });

  it.each([
    [{ PORT: '9000' }, 'http://127.0.0.1:9000'],
    [{ HOST: '0.0.0.0' }, 'http://127.0.0.1:8080'],
    [{ HOST: '::' }, 'http://127.0.0.1:8080'],
    [{ HOST: '::1', PORT: '9000' }, 'http://[::1]:9000'],
    [{ HOST: 'lotsa.internal', PORT: '80' }, 'http://lotsa.internal'],
  ])('makes a public address of %o', (env, publicUrl) => {
    expect(readConfig(env).publicUrl).toBe(publicUrl);
  });

  it.each([
    ['https://chat.example.se', true],
    ['http://localhost:8080', true],
    ['http://lotsa.localhost', true],
    ['http://127.0.0.1:8080', true],
    ['http://[::1]:8080', true],
    ['http://10.0.0.7:8080', false],
    ['http://127.0.0.1.example.se', false],
    ['http://localhost.example.se', false],
  ])('names cookies for %s so that browsers take them', (PUBLIC_URL, secure) => {
    expect(readConfig({ PUBLIC_URL }).cookies).toEqual({ secure, prefix: secure ? '__Host-' : '' });
  });
});

it('takes keys to encrypt with, and tells what is wrong with them without repeating one', () => {
  const [one, two] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
  const { encryptionKeys } = readConfig({ ENCRYPTION_KEYS: `k2:${two},\n k1:${one}\n` });
  expect(encryptionKeys.map(({ id, key }) => [id, key[0], key.length])).toEqual([
    ['k2', 2, 32],
    ['k1', 1, 32],
  ]);
  for (const wrong of ['secret', `k1:${one.slice(4)}`, one, `k1:${one};k2:${two}`, `k1:${one},k1:${two}`]) {
    expect(() => readConfig({ ENCRYPTION_KEYS: wrong })).toThrow(
      /^ENCRYPTION_KEYS (must be keys|names two keys)/,
    );
    expect(() => readConfig({ ENCRYPTION_KEYS: wrong })).not.toThrow(wrong);
  }
});
