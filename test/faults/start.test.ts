import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NODE_OPTIONS } from '../support/node-options.ts';

/** The built relay with an environment of its own. */
function relay(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [...NODE_OPTIONS, 'dist/relay/main.js'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'lotsa-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** What a start that fails has to say, and how it ends. */
async function failure(env: Record<string, string>): Promise<{ code: unknown; said: string }> {
  const child = relay(env);
  let said = '';
  child.stderr?.on('data', (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, said };
}

/** What a start has printed when it says the last of it. From then on nobody reads it, which it must survive. */
async function printed(child: ChildProcess, last: string): Promise<string> {
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += String(piece);
    if (text.includes(last)) return text;
  }
  throw new Error(`it ended without saying ${last}: ${text}`);
}

describe('a start that cannot be', () => {
  it('ends with one line for a wrong variable', async () => {
    const { code, said } = await failure({ PORT: 'eighty', DATA_DIR: folder() });
    expect(said).toMatch(/^Lotsa cannot start: PORT must be [^\n]+\n$/);
    expect(code).toBe(1);
  });

  it('ends with one line for a port in use, and leaves no store behind', async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    const dataDir = join(folder(), 'data');
    const { code, said } = await failure({ PORT: String(port), DATA_DIR: dataDir });
    expect(said).toMatch(/^Lotsa cannot start: port \d+ on 127\.0\.0\.1 is in use; [^\n]+ PORT [^\n]+\n$/);
    expect(code).toBe(1);
    expect(existsSync(dataDir)).toBe(false);
  });

  it('ends with one line for a database that does not answer', async () => {
    const { code, said } = await failure({ PORT: '0', MONGODB_URL: 'mongodb://lotsa:hemligt@127.0.0.1:9/x' });
    expect(said).toMatch(/^Lotsa cannot start: the database does not answer [^\n]+ MONGODB_URL\.\n$/);
    expect(said).not.toContain('hemligt');
    expect(code).toBe(1);
  });

  it('ends with one line for a folder that cannot be written', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const { code, said } = await failure({ PORT: '0', DATA_DIR: join(file, 'data') });
    expect(said).toMatch(/^Lotsa cannot start: \S+ cannot be written [^\n]+ DATA_DIR [^\n]+\n$/);
    expect(code).toBe(1);
  });

  it('ends with one line where another relay has the store', async () => {
    const DATA_DIR = folder();
    await printed(relay({ PORT: '0', DATA_DIR }), 'open at any hour');
    const { code, said } = await failure({ PORT: '0', DATA_DIR });
    expect(said).toMatch(/^Lotsa cannot start: \S+ is in use by another process; [^\n]+\n$/);
    expect(code).toBe(1);
  });
});

describe('a start', () => {
  it('prints addresses that answer, and a password that signs in', async () => {
    const text = await printed(relay({ PORT: '0', DATA_DIR: folder() }), 'open at any hour');
    const origin = /Console +(http:\/\/\S+)\/console\//.exec(text)?.[1] ?? '';
    const password = /the password +(\S+)/.exec(text)?.[1];
    for (const path of ['/demo/', '/chat/ekhamra', '/console/', '/widget.js', '/readyz']) {
      expect([path, (await fetch(origin + path)).status]).toEqual([path, 200]);
    }
    const signIn = await fetch(`${origin}/api/session`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ user: 'agent-01', password }),
    });
    expect(signIn.status).toBe(200);
  });

  it('of an empty store without the demo prints a link that makes the first administrator', async () => {
    const text = await printed(relay({ PORT: '0', DEMO: '0', DATA_DIR: folder() }), 'There is no site');
    const [, origin = '', token] = /(http:\/\/\S+)\/console\/setup#token=(\S+)/.exec(text) ?? [];
    const made = await fetch(`${origin}/api/setup`, {
      method: 'POST',
      headers: { origin, 'content-type': 'application/json' },
      body: JSON.stringify({ token, user: 'siri', name: 'Siri Sand', password: 'ett långt lösenord' }),
    });
    expect(made.status).toBe(201);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    '[D7] ends well on %s, also when it comes twice',
    async (signal) => {
      const child = relay({ PORT: '0', DATA_DIR: folder() });
      await printed(child, 'open at any hour');
      child.kill(signal);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([0, null]);
    },
  );
});
