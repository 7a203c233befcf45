import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { violations } from '../support/checker.ts';
import { signIn, type StaffWire, staffSocket } from '../support/clients.ts';
import { mongodbUrl } from '../support/mongodb.ts';
import { hasNginx, TestNginx } from '../support/nginx.ts';
import { hasRedis, TestRedis } from '../support/redis.ts';
import { storedMessages, Writer } from '../support/writers.ts';

const VISITORS = 9;
const TEXTS = 12;

const missing = [
  ...(mongodbUrl ? [] : ['a MongoDB (MONGODB_TEST_URL)']),
  ...(hasRedis ? [] : ['redis-server']),
];
if (missing.length > 0) process.stdout.write(`Several relays are not tested: no ${missing.join(', no ')}.\n`);
if (!hasNginx) process.stdout.write('No nginx: clients go to the relays in turn.\n');

/** Resolves as soon as `what` says yes; the test's own time limit ends it otherwise. */
async function until(what: () => boolean): Promise<void> {
  while (!what()) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.runIf(missing.length === 0)('three relays with Redis', () => {
  let redis: TestRedis;
  let relays: BuiltRelay[];
  let nginx: TestNginx | undefined;
  const agents: StaffWire[] = [];
  let turn = 0;
  /** Where the next client connects. */
  const address = (): string => nginx?.url ?? relays[(turn += 1) % relays.length]?.url ?? '';

  beforeAll(async () => {
    redis = await TestRedis.start();
    const env = { REDIS_URL: redis.url };
    const first = await BuiltRelay.start('mongodb', env);
    relays = [first, await first.another(), await first.another()];
    if (hasNginx) nginx = await TestNginx.start(relays.map(({ url }) => url));
    for (const [i, { url }] of relays.entries()) {
      agents.push(await staffSocket(url, await signIn(url, `agent-0${i + 1}`, DEMO_PASSWORD)));
    }
  }, 60_000);
  afterAll(async () => {
    for (const agent of agents) agent.close();
    await nginx?.close();
    for (const relay of relays.toReversed()) await relay.close();
    await redis.kill();
  });

  /** A question through one relay that every agent hears of, each at another relay. */
  async function askedAndHeard(): Promise<number> {
    const writer = new Writer(() => relays[0]?.url ?? '');
    await writer.open();
    await writer.writeUpTo(1);
    const written = performance.now();
    const { conversationId } = writer;
    await Promise.all(
      agents.map((agent) =>
        agent.fact('conversation:changed', ({ conversation }) => conversation.id === conversationId),
      ),
    );
    writer.close();
    return performance.now() - written;
  }

  it('tell each other at once', async () => {
    for (const took of [await askedAndHeard(), await askedAndHeard()]) expect(took).toBeLessThan(2_000);
  });

  it('[D4] find in the store what a Redis that hangs or is gone does not tell, within two seconds', async () => {
    redis.pause();
    expect(await askedAndHeard()).toBeLessThan(2_000);
    redis.resume();
    await redis.kill();
    expect(await askedAndHeard()).toBeLessThan(2_000);
    await redis.run();
    await askedAndHeard();
  });

  it('[R2] let one claim win, whichever relay it went through', async () => {
    const writer = new Writer(address);
    await writer.open();
    await writer.writeUpTo(1);
    const answers = await Promise.all(
      agents.map((agent) =>
        agent.answer('conversation:claim', { conversationId: writer.conversationId, id: randomUUID() }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    writer.close();
  });

  it('[D1] [D4] [D7] restart one after the other under load, and nothing acknowledged is lost', async () => {
    const writers = Array.from({ length: VISITORS }, () => new Writer(address));
    await Promise.all(writers.map((writer) => writer.open()));
    const writing = Promise.all(writers.map((writer) => writer.writeUpTo(TEXTS)));
    await until(() => writers.every(({ acknowledged }) => acknowledged > 1));
    for (const relay of relays) {
      expect(await relay.stop('SIGTERM')).toBeLessThan(10_000);
      await relay.run();
    }
    await writing;
    await Promise.all(writers.map((writer) => writer.resume()));
    const { url } = relays[0] as BuiltRelay;
    const agent = await staffSocket(url, await signIn(url, 'agent-01', DEMO_PASSWORD));
    agents.push(agent);
    for (const { history, seen, conversationId } of writers) {
      const stored = await storedMessages(agent, conversationId);
      expect(violations({ history, seen: [seen], stored })).toEqual([]);
      expect(seen.size).toBe(stored.length);
    }
    for (const writer of writers) writer.close();
  });
});
