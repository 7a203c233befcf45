import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

const configuration = (folder: string, port: number, relays: readonly string[]): string => `
daemon off;
worker_processes 1;
pid ${folder}/pid;
events { worker_connections 2048; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  upstream relays {
    ${relays.map((url) => `server ${new URL(url).host} max_fails=1 fail_timeout=1s;`).join('\n    ')}
  }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://relays;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
      proxy_read_timeout 60s;
      proxy_next_upstream error timeout http_503 non_idempotent;
    }
  }
}
`;
