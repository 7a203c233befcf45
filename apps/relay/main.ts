import { existsSync, mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { localDate } from '@lotsa/core';
import type { Adapter, Encrypted, Storage } from '@lotsa/storage';
import type { Logger } from 'pino';
import { type App, createApp } from './app.ts';
import { banner } from './banner.ts';
import { type Config, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { newSetupToken } from './http/setup.ts';
import { createLog } from './log.ts';
import { isBuilt, publicDir } from './public-dir.ts';
import { seedDemo } from './seed/demo.ts';
import { seedHistory } from './seed/year.ts';
import { withSecretFiles } from './secret-files.ts';
import { reasonOf, StartError } from './start-error.ts';

/** Closing takes less than 10 s (rule D7): what is not finished by then is given up. */
const HARD_STOP_MS = 9_500;

/** Opens the storage that the settings name. Each adapter is loaded only when it is used: it is half of the start. */
async function openPlain({ database }: Config): Promise<Adapter> {
  if (database.kind === 'mongodb') {
    const { openMongo } = await import('@lotsa/storage/mongo');
    return openMongo({ url: database.url });
  }
  mkdirSync(database.dataDir, { recursive: true, mode: 0o700 });
  const { openEmbedded } = await import('@lotsa/storage/embedded');
  return openEmbedded({ file: join(database.dataDir, 'lotsa.db') });
}

/** The storage under the encryption, where there are keys; a wrong key ends the start here. */
async function openStorage(config: Config): Promise<Encrypted> {
  const storage = await openPlain(config);
  try {
    const { openEncrypted } = await import('@lotsa/storage/encrypted');
    return await openEncrypted(storage, config.encryptionKeys);
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** Writes what other keys have written with the first one, in the background: the relay works meanwhile. */
function rotateInBackground({ rotate }: Encrypted, log: Logger): void {
  rotate().then(
    (documents) => documents > 0 && log.info({ documents }, 'written with the first encryption key'),
    (error: unknown) => log.warn({ err: error }, 'not everything is written with the first encryption key'),
  );
}

/** Fails where the relay could not listen: before a store is filled whose password nobody would get to see. */
function canListen({ port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

async function start(config: Config): Promise<void> {
  // Run from its sources, the relay may be up before the first build has finished.
  if (isBuilt && !existsSync(join(publicDir, 'panel.html'))) {
    throw new StartError('the built pages are missing; run npm run build.');
  }
  await canListen(config);
  const log = createLog(config.logLevel);
  const encrypted = await openStorage(config);
  const { storage } = encrypted;
  const context: Context = { config, storage, log, now: Date.now };
  const demo = config.demo === 'off' ? undefined : await seedDemo(context);
  if (demo) await seedHistory(storage, demo.siteId, localDate(context.now(), 'Europe/Stockholm'));
  const setupToken = await newSetupToken(storage);
  const hints =
    config.redisUrl === null ? undefined : (await import('./redis/hints.ts')).openHints(config.redisUrl, log);
  const app = createApp(context, setupToken, hints?.adapter);
  const { port } = await app.listen(config.port, config.host);
  stopOnSignal(app, storage, log);
  rotateInBackground(encrypted, log);
  const hasSite = (await storage.count('sites', { index: 'all', limit: 1 })) > 0;
  const address = config.publicUrl.replace(/:0$/, `:${port}`);
  process.stdout.write(banner({ config, address, demo, setupToken, hasSite }));
}

function stopOnSignal(app: App, storage: Storage, log: Logger): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    // A terminal's Ctrl-C comes twice: from the terminal, and from npm that passes its own on.
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => {
      log.error('stopping took too long');
      process.exit(1);
    }, HARD_STOP_MS).unref();
    await app.close();
    await storage.close();
    process.exit(0);
  };
  const end = (error: unknown): void => {
    log.fatal({ err: error }, 'a fault that nothing handles');
    process.exit(1);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch(end);
    });
  }
  process.on('unhandledRejection', end);
  process.on('uncaughtException', end);
}

// Whoever reads what we print may go away (`npm start | head`); the relay goes on.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);

let config: Config | undefined;
try {
  // oxlint-disable-next-line node/no-process-env -- read once, here, and handed to what checks it
  config = readConfig(withSecretFiles(process.env));
  await start(config);
} catch (error) {
  process.stderr.write(`Lotsa cannot start: ${reasonOf(error, config)}\n`);
  process.exit(1);
}
