import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { onTestFinished } from 'vitest';
import { createApp } from '../../../apps/relay/app.ts';
import { readConfig } from '../../../apps/relay/config.ts';
import type { Context } from '../../../apps/relay/context.ts';
import { newSetupToken } from '../../../apps/relay/http/setup.ts';
import { createLog } from '../../../apps/relay/log.ts';
import { seedDemo } from '../../../apps/relay/seed/demo.ts';
import { expectDescribed } from '../../support/described.ts';

/** The password of all demo sign-ins in tests. */
export const PASSWORD = 'korrekt häst batteri';

/** A storage and a folder of the test's own, gone with it. */
async function testStorage(): Promise<{ storage: Storage; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-'));
  const storage = await openEmbedded({ file: join(folder, 'lotsa.db') });
  onTestFinished(async () => {
    await storage.close();
    rmSync(folder, { recursive: true });
  });
  return { storage, folder };
}

/** What a relay is made of, without a log, at a time that the test sets. */
export async function testContext(env: Record<string, string> = {}): Promise<Context & { at: number }> {
  const { storage, folder } = await testStorage();
  const config = readConfig({
    PORT: '0',
    FILES_DIR: join(folder, 'files'),
    ...(env['DEMO'] === '0' ? {} : { DEMO_PASSWORD: PASSWORD }),
    ...env,
  });
  const context = { config, storage, log: createLog('silent'), at: Date.now(), now: () => context.at };
  return context;
}

/** A whole relay on a port of its own, with the demo unless `DEMO=0`. */
export async function runRelay(env: Record<string, string> = {}) {
  const context = await testContext(env);
  if (context.config.demo !== 'off') await seedDemo(context);
  const setupToken = await newSetupToken(context.storage);
  const app = createApp(context, setupToken);
  const { port } = await app.listen(0, '127.0.0.1');
  onTestFinished(() => app.close());
  const url = `http://127.0.0.1:${port}`;
  return { url, context, setupToken, ...requests(url) };
}

/** Requests as a page of the relay's own makes them; each answer has to be as it is described. */
export function requests(url: string) {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { origin: url, ...init.headers };
    const response = await fetch(url + path, { redirect: 'manual', ...init, headers });
    await expectDescribed(init.method ?? 'GET', path, response);
    return response;
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    ask(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  return { ask, post };
}

/** The `Cookie` header that a browser would send after an answer. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}
