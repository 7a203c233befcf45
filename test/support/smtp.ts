import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

/** A mail as it came over the wire. */
export interface Received {
  from: string;
  to: string[];
  /** Headers and body, as bytes that were decoded as UTF-8. */
  raw: string;
}

/** A reply that refuses: its code, and words that must be in no log. */
const refusal = (responseCode: number): Error =>
  Object.assign(new Error('no thanks, kim@example.se'), { responseCode });

/** A mail server of the test's own. */
export class TestMailServer {
  readonly received: Received[] = [];
  /** Replies to the next recipients, one each; then they are taken. */
  readonly refuse: number[] = [];
  /** Called with each mail before it is taken: the client waits for it. */
  hold: (() => Promise<void>) | null = null;
  url = '';
  #server: SMTPServer | undefined;
  #port = 0;
  readonly #waiting = new Set<() => void>();

  /** Starts one; it is gone with the test. */
  static async start(): Promise<TestMailServer> {
    const server = await TestMailServer.open();
    onTestFinished(() => server.down());
    return server;
  }

  /** Starts one for several tests; take it `down`. */
  static async open(): Promise<TestMailServer> {
    const server = new TestMailServer();
    await server.up();
    return server;
  }

  /** Comes (back) up at its address. */
  async up(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, callback) => {
        const code = this.refuse.shift();
        callback(code === undefined ? null : refusal(code));
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void (async () => {
            await this.hold?.();
            const { mailFrom, rcptTo } = session.envelope;
            this.received.push({
              from: mailFrom ? mailFrom.address : '',
              to: rcptTo.map(({ address }) => address),
              raw: Buffer.concat(chunks).toString(),
            });
            callback();
            for (const look of this.#waiting) look();
          })();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(this.#port, '127.0.0.1');
    await once(server.server, 'listening');
    this.#port = (server.server.address() as AddressInfo).port;
    this.url = `smtp://127.0.0.1:${this.#port}`;
    this.#server = server;
  }

  /** Goes down: nobody answers at its address. */
  async down(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** The first so many mails; waits for them. */
  mails(count: number): Promise<Received[]> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.received.length < count) return;
        this.#waiting.delete(look);
        resolve(this.received.slice(0, count));
      };
      this.#waiting.add(look);
      look();
    });
  }
}

/** The header of a mail, unfolded and decoded (RFC 2047, in UTF-8). */
export function headerOf({ raw }: Received, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const line = head.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString()
        : quotedPrintable(word.replaceAll('_', ' ')),
    );
}

/** A part of a mail by its type, decoded. */
export function partOf({ raw }: Received, type: 'text/plain' | 'text/html'): string {
  const at = raw.indexOf(`Content-Type: ${type}`);
  if (at < 0) throw new Error(`no ${type} in the mail`);
  const part = raw.slice(at);
  const begin = part.indexOf('\r\n\r\n');
  const head = part.slice(0, begin);
  const [body = ''] = part.slice(begin + 4).split(/\r\n--/);
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  return /quoted-printable/i.test(head) ? quotedPrintable(body) : body;
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
