import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.ts';
import { dropDatabase, mongodbUrl } from './mongodb.ts';
import { NODE_OPTIONS } from './node-options.ts';
import type { StorageKind } from './storage-kinds.ts';

/** The password of the demo's users in these tests. */
export const DEMO_PASSWORD = 'correct horse battery';

/** The built relay as a process of its own, on a store of its own, which can be killed and started again. */
export class BuiltRelay {
  readonly url: string;
  readonly #env: Record<string, string>;
  readonly #destroy: () => Promise<void>;
  #process: ChildProcess | undefined;

  private constructor(url: string, env: Record<string, string>, destroy: () => Promise<void>) {
    this.url = url;
    this.#env = env;
    this.#destroy = destroy;
  }

  /** Starts one with Ekhamra's data. */
  static async start(kind: StorageKind = 'embedded', env: Record<string, string> = {}): Promise<BuiltRelay> {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'lotsa-built-'));
    const settings: Record<string, string> = {
      PORT: String(port),
      DATA_DIR: folder,
      DEMO_PASSWORD,
      LOG_LEVEL: 'warn',
    };
    let destroy = (): Promise<void> => rm(folder, { recursive: true, force: true });
    if (kind === 'mongodb' && mongodbUrl) {
      const name = `lotsa_built_${process.pid}_${port}`;
      const url = new URL(mongodbUrl);
      url.pathname = `/${name}`;
      settings['MONGODB_URL'] = url.href;
      destroy = async () => {
        await dropDatabase(name);
        await rm(folder, { recursive: true, force: true });
      };
    }
    const relay = new BuiltRelay(`http://127.0.0.1:${port}`, { ...settings, ...env }, destroy);
    await relay.run();
    return relay;
  }

  /** Starts another one on the same store. This one's `close` removes the store. */
  async another(): Promise<BuiltRelay> {
    const port = await freePort();
    const relay = new BuiltRelay(
      `http://127.0.0.1:${port}`,
      { ...this.#env, PORT: String(port) },
      async () => undefined,
    );
    await relay.run();
    return relay;
  }

  /** Starts the process; resolves when it says that it runs. */
  async run(): Promise<void> {
    const child = spawn(process.execPath, [...NODE_OPTIONS, 'dist/relay/main.js'], {
      env: { PATH: process.env['PATH'], ...this.#env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.includes('Lotsa is running')) {
        child.stdout.resume();
        return;
      }
    }
    throw new Error('the relay ended before it ran');
  }

  /** What its process has in memory, in MB; 0 while it is down. Asked of the system, as a busy relay may not answer. */
  async residentMb(): Promise<number> {
    const status = await readFile(`/proc/${this.#process?.pid}/status`, 'utf8').catch(() => '');
    return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024);
  }

  /** Sends a signal that does not end it. */
  signal(signal: NodeJS.Signals): void {
    this.#process?.kill(signal);
  }

  /** Ends the process with a signal. @returns how long it took, in milliseconds. */
  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const began = performance.now();
    const exited = once(child, 'exit');
    child.kill(signal);
    await exited;
    return performance.now() - began;
  }

  async close(): Promise<void> {
    await this.stop('SIGKILL');
    await this.#destroy();
  }
}
