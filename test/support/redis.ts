import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { freePort } from './free-port.ts';
import { hasProgram, withSbin } from './program.ts';

/** Whether there is a Redis to test with (`scripts/test.ts` installs Debian's where it may). */
export const hasRedis: boolean = hasProgram('redis-server');

/** A Redis of the test's own, which it may kill and freeze. It keeps nothing on the disk. */
export class TestRedis {
  readonly url: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(): Promise<TestRedis> {
    const redis = new TestRedis(await freePort());
    await redis.run();
    return redis;
  }

  async run(): Promise<void> {
    const options = ['--port', String(this.#port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const child = spawn('redis-server', [...options, '--dir', tmpdir()], {
      env: { PATH: withSbin() },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = child;
    for await (const text of child.stdout) if (String(text).includes('Ready to accept')) break;
    child.stdout.resume();
  }

  /** It takes connections and answers nothing. */
  pause(): void {
    this.#process?.kill('SIGSTOP');
  }

  resume(): void {
    this.#process?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }
}
