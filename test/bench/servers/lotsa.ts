// Lotsa's relay with Ekhamra's data. With the argument `stub`, what is appended goes to a map in memory and no further, so
// that what is measured is the relay and not its storage; with `at FOLDER PORT` it has a store and a port to come back to, and
// fifty agents.
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
import { tellUsage } from './usage.ts';

const [, , how, folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-')), wantedPort = '0'] = process.argv;
const durable = await openEmbedded({ file: join(folder, 'lotsa.db') });
const storage = how === 'stub' ? inMemory(durable) : durable;
const config = readConfig({
  DEMO_PASSWORD,
  PORT: '0',
  MAX_CONNECTIONS: '99999',
  MAX_CONNECTIONS_PER_ADDRESS: '99999',
  NEWCOMERS_PER_SITE: '99999',
});
const context = { config, storage, log: pino({ level: 'fatal' }), now: Date.now };
await seedDemo(context);
if (how === 'at') await hireAgents(50);
const { port } = await createApp(context).listen(Number(wantedPort), '127.0.0.1');
const usage = createServer((request, response) => void tellUsage(request, response)).listen(
  0,
  '127.0.0.1',
  () => {
    process.stdout.write(
      `http://127.0.0.1:${port} http://127.0.0.1:${(usage.address() as AddressInfo).port}\n`,
    );
  },
);

/** As many as a large centre has: copies of the demo's first, `agent-07` and on. */
async function hireAgents(count: number): Promise<void> {
  const first = await durable.get('users', 'agent-01');
  if (!first) throw new Error('the demo has no agent');
  const ids = Array.from({ length: count }, (_, i) => `agent-${String(i + 1).padStart(2, '0')}`);
  await durable.insert(
    'users',
    ids.map((id) => ({ ...first, id, name: `Handläggare ${id}` })),
  );
}

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
