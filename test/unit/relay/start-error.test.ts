import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fail } from '@lotsa/protocol';
import { expect, it, onTestFinished } from 'vitest';
import { type Config, ConfigError, readConfig } from '../../../apps/relay/config.ts';
import { reasonOf, StartError } from '../../../apps/relay/start-error.ts';

/** The error of listening as the settings say. */
function listening({ port, host }: Config): Promise<unknown> {
  return new Promise((resolve) => {
    createServer().once('error', resolve).listen(port, host);
  });
}

it('says which variable is wrong before anything else is known', () => {
  expect(reasonOf(new ConfigError('PORT must be a number.'), undefined)).toBe('PORT must be a number.');
});

it('says which port is in use', async () => {
  const other = createServer();
  onTestFinished(() => void other.close());
  await new Promise<void>((resolve) => void other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const config = readConfig({ PORT: String(port) });
  expect(reasonOf(await listening(config), config)).toBe(
    `port ${port} on 127.0.0.1 is in use; stop the program that has it, or set PORT to another.`,
  );
});

it('says which address is not of this machine', async () => {
  // RFC 5737: an address for documentation, nobody's own
  const config = readConfig({ HOST: '192.0.2.1', PORT: '0' });
  expect(reasonOf(await listening(config), config)).toMatch(/^192\.0\.2\.1 .*EADDRNOTAVAIL.* HOST/);
});

it('says which folder cannot be written', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'file'), '');
  const config = readConfig({ DATA_DIR: join(folder, 'file', 'data') });
  let error: unknown;
  try {
    mkdirSync(join(folder, 'file', 'data'), { recursive: true });
  } catch (thrown) {
    error = thrown;
  }
  expect(reasonOf(error, config)).toBe(
    `${join(folder, 'file', 'data')} cannot be written (ENOTDIR); set DATA_DIR to a folder that can.`,
  );
});

it('says that the database does not answer, with the driver’s reason and without the address', () => {
  const config = readConfig({ MONGODB_URL: 'mongodb://lotsa:hemligt@db.example.se/lotsa' });
  const error = Object.assign(fail('storage_unavailable', {}), {
    cause: new Error('connect ECONNREFUSED 192.0.2.7:27017'),
  });
  expect(reasonOf(error, config)).toBe(
    'the database does not answer (connect ECONNREFUSED 192.0.2.7:27017); start it, or correct MONGODB_URL.',
  );
});

it('is one line, whatever was thrown', () => {
  const config = readConfig({});
  expect(reasonOf(new StartError('the built pages are missing; run npm run build.'), config)).toMatch(
    /npm run build/,
  );
  expect(reasonOf(new Error('first\nsecond'), config)).toBe('first');
  expect(reasonOf('thrown text', config)).toBe('thrown text');
});
