// Lotsa's relay with Ekhamra's data. With the argument `stub`, what is appended goes to a map in memory and no further, so
// that what is measured is the relay and not its storage.
import { createServer } from 'node:http';
import { mkdtempSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from '@lotsa/protocol';
import { createApp } from '@lotsa/relay/app';
import { readConfig } from '@lotsa/relay/config';
import { seedDemo } from '@lotsa/relay/seed';
import { project, type Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import pino from 'pino';
import { DEMO_PASSWORD } from '../../support/built-relay.ts';

const durable = await openEmbedded({ file: join(mkdtempSync(join(tmpdir(), 'lotsa-bench-')), 'lotsa.db') });
const storage = process.argv[2] === 'stub' ? inMemory(durable) : durable;
const config = readConfig({
  DEMO_PASSWORD,
  PORT: '0',
  MAX_CONNECTIONS: '99999',
  MAX_CONNECTIONS_PER_ADDRESS: '99999',
  NEWCOMERS_PER_SITE: '99999',
});
const context = { config, storage, log: pino({ level: 'fatal' }), now: Date.now };
await seedDemo(context);
const { port } = await createApp(context).listen(0, '127.0.0.1');
const usage = createServer((_request, response) => {
  const { user, system } = process.cpuUsage();
  response.end(JSON.stringify({ cpuMs: (user + system) / 1_000, rss: process.memoryUsage().rss }));
}).listen(0, '127.0.0.1', () => {
  process.stdout.write(
    `http://127.0.0.1:${port} http://127.0.0.1:${(usage.address() as AddressInfo).port}\n`,
  );
});

function inMemory(rest: Storage): Storage {
  const conversations = new Map<string, Conversation>();
  const stub: Pick<Storage, 'append' | 'load'> = {
    append(conversationId, before, message) {
      const { conversation, message: placed } = project(conversationId, before, message);
      conversations.set(conversationId, conversation);
      return Promise.resolve({ status: 'appended', message: placed, conversation });
    },
    load: (conversationId) => Promise.resolve(conversations.get(conversationId)),
  };
  return new Proxy(rest, {
    get(target, name) {
      if (name in stub) return stub[name as keyof typeof stub];
      const own = target[name as keyof Storage] as (...args: unknown[]) => unknown;
      return own.bind(target);
    },
  });
}
