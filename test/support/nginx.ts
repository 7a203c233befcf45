import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { hasProgram, withSbin } from './program.ts';

/** Whether there is an nginx to test with (`scripts/test.ts` installs Debian's where it may). */
export const hasNginx: boolean = hasProgram('nginx');

/** An nginx of the test's own in front of relays, each connection to the next one. */
export class TestNginx {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(url: string, process: ChildProcess, folder: string) {
    this.url = url;
    this.#process = process;
    this.#folder = folder;
  }

  static async start(relays: readonly string[]): Promise<TestNginx> {
    const folder = mkdtempSync(join(tmpdir(), 'lotsa-nginx-'));
    const port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), configuration(folder, port, relays));
    const child = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
      env: { PATH: withSbin() },
      stdio: 'inherit',
    });
    const url = `http://127.0.0.1:${port}`;
    const nginx = new TestNginx(url, child, folder);
    while (child.exitCode === null) {
      const answer = await fetch(`${url}/healthz`).catch(() => null);
      if (answer?.ok) return nginx;
    }
    throw new Error('nginx ended before it ran');
  }

  async close(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** What `deploy/nginx.conf` says, of a process without root, at a port of ours, in front of the relays of a test. */
function configuration(folder: string, port: number, relays: readonly string[]): string {
  const shipped = readFileSync('deploy/nginx.conf', 'utf8');
  const servers = relays.map((url) => `server ${new URL(url).host} max_fails=1 fail_timeout=1s;`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const changes: [RegExp, string][] = [
    [
      /^worker_processes .*\n^worker_rlimit_nofile .*\n/m,
      `daemon off;\nworker_processes 1;\npid ${folder}/pid;\n`,
    ],
    [/worker_connections \d+/, 'worker_connections 2048'],
    [/http \{\n/, `http {\n${temporary.join('\n')}\n`],
    // All clients have one address here, and are to meet every relay.
    [/ip_hash;/, ''],
    [/(server relay-\d:8080[^;]*;\s*)+/, servers.join('\n')],
    [/listen 80;/, `listen 127.0.0.1:${port};`],
  ];
  return changes.reduce((text, [from, to]) => {
    if (!from.test(text)) throw new Error(`deploy/nginx.conf has no ${from.source}`);
    return text.replace(from, to);
  }, shipped);
}
