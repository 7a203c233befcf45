import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as it came over the wire. */
export interface Got {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** An HTTP server of the test's own: another system that Lotsa speaks with. */
export class Receiver {
  readonly got: Got[] = [];
  /** Answers the next requests, one each; then with 204. */
  readonly answers: ((response: ServerResponse) => void)[] = [];
  url = '';
  #server: Server | undefined;
  readonly #waiting = new Set<() => void>();

  /** Starts one; it is gone with the test. */
  static async start(): Promise<Receiver> {
    const receiver = new Receiver();
    await receiver.up();
    onTestFinished(() => receiver.down());
    return receiver;
  }

  /** Comes (back) up at its address. */
  async up(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { method = '', url: path = '', headers } = request;
        this.got.push({ method, path, headers, body: Buffer.concat(parts).toString('utf8') });
        const answer = this.answers.shift();
        if (answer) answer(response);
        else response.writeHead(204).end();
        for (const look of this.#waiting) look();
      });
    });
    this.#server = server;
    const port = this.url ? Number(new URL(this.url).port) : 0;
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Is gone: connections to it are refused. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  /** Resolves when so many have come. */
  has(n: number): Promise<Got[]> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.got.length < n) return;
        this.#waiting.delete(look);
        resolve(this.got);
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** An answer with a status, and a body where there is one. */
export const answers =
  (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
