import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { NODE_OPTIONS } from '../support/node-options.ts';
import { buildServers, SERVERS } from './servers/build.ts';

/** After a collection, V8's helpers give back pages for a while. */
const GIVEN_BACK_MS = 2_000;

let built: Promise<void> | undefined;

/** What a measured server has used so far. */
export interface Usage {
  cpuMs: number;
  /** Resident bytes, V8's nursery not counted. */
  kept: number;
}

/** A server that is measured, in a process of its own. */
export class ServerProcess {
  readonly url: string;
  readonly #usageUrl: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, usageUrl: string) {
    this.#child = child;
    this.url = url;
    this.#usageUrl = usageUrl;
  }

  /** @param name of one that {@link buildServers} builds; it prints its address, and where it tells of its usage. */
  static async start(name: string, ...args: string[]): Promise<ServerProcess> {
    built ??= buildServers();
    await built;
    const child = spawn(
      process.execPath,
      // The reference has Node as it comes.
      [...(name === 'lotsa' ? NODE_OPTIONS : []), '--expose-gc', `${SERVERS}/${name}.js`, ...args],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, NODE_ENV: 'production' },
      },
    );
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('http')) continue;
      const [url = '', usageUrl = url] = line.split(' ');
      return new ServerProcess(child, url, usageUrl);
    }
    throw new Error(`${name} ended before it ran`);
  }

  async usage(): Promise<Usage> {
    return (await (await fetch(this.#usageUrl)).json()) as Usage;
  }

  /** The same when what nobody holds any more is collected, and its pages given back: V8 leaves it to a later day. */
  async collectedUsage(): Promise<Usage> {
    for (let again = 0; again < 2; again += 1) {
      await fetch(`${this.#usageUrl}/collected`);
      await pause(GIVEN_BACK_MS);
    }
    return this.usage();
  }

  stop(): void {
    this.#child.kill('SIGKILL');
  }
}
