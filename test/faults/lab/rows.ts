import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { percentile } from '../../bench/figures.ts';
import { ServerProcess } from '../../bench/server-process.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../../support/built-relay.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../../support/clients.ts';
import { mongodbControl } from '../../support/mongodb-control.ts';
import { mongodbUrl } from '../../support/mongodb.ts';
import { hasRedis, TestRedis } from '../../support/redis.ts';
import { Writer } from '../../support/writers.ts';
import { FaultyProxy } from './proxy.ts';
import { type Fault, schedule } from './schedule.ts';
import { type Report, type Setting, World } from './world.ts';

/** What a row found: what is wrong, and its figures. */
interface Finding {
  wrong: string[];
  says: string;
}

/** One fault of the laboratory, and what must hold. */
export interface Row {
  /** What it needs that is not there; undefined where it can be played. */
  lacks?: string | undefined;
  play: (seed: number) => Promise<Finding>;
}

const lacksDatabase = mongodbControl ? undefined : 'a database it may kill (MONGODB_TEST_CONTROL)';
const lacksSeveral =
  mongodbUrl && hasRedis ? undefined : 'a MongoDB (MONGODB_TEST_URL) and redis-server for three relays';
const one: Setting = { storage: 'embedded', relays: 1, visitors: 20, texts: 5 };
const killable: Setting = { storage: 'mongodb', relays: 1, visitors: 20, texts: 5 };
const three: Setting = { storage: 'mongodb', relays: 3, visitors: 20, texts: 5 };

/** Limits on figures of a play; what is above is wrong. */
type Limits = Partial<Record<'slowestHealth' | 'slowestRefusal' | 'memoryGrowth' | 'recovered', number>>;

/** Plays faults on a world, holds the history against the store and its figures against limits. */
function played(
  setting: Setting,
  faults: Fault[],
  times: number,
  { lasts, lacks, limits = {} }: { lasts?: number; lacks?: string | undefined; limits?: Limits } = {},
): Row {
  return {
    lacks,
    async play(seed) {
      const world = await World.start(setting, faults);
      try {
        const steps = schedule(seed, times, faults, setting.relays).map((step) => ({
          ...step,
          lasts: lasts ?? step.lasts,
        }));
        const report = await world.play(steps, setting);
        const over = Object.entries(limits).flatMap(([figure, limit]) =>
          report[figure as keyof Limits] > limit
            ? [`${figure} ${report[figure as keyof Limits]} > ${limit}`]
            : [],
        );
        return { wrong: [...report.wrong, ...over], says: told(report) };
      } finally {
        await world.close();
      }
    },
  };
}

const told = (report: Report): string =>
  `${report.acknowledged} acknowledged, ${report.refused} refused (slowest after ${report.slowestRefusal} ms), ` +
  `/healthz ≤ ${report.slowestHealth} ms, memory + ${report.memoryGrowth} MB, all writing again after ${report.recovered} ms`;

/** The rows of the issue, by name. */
export const ROWS: Record<string, Row> = {
  relayKilled: played(one, ['killRelay'], 100),
  relaysKilled: played(three, ['killRelay'], 30, { lacks: lacksSeveral }),
  databaseKilled: played(killable, ['killDatabase'], 10, {
    lasts: 5_000,
    lacks: lacksDatabase,
    limits: { slowestRefusal: 2_000 },
  }),
  databaseHangs: played(killable, ['pauseDatabase'], 1, {
    lasts: 20_000,
    lacks: lacksDatabase,
    limits: { memoryGrowth: 50, slowestHealth: 100, recovered: 10_000 },
  }),
  network: played(one, ['cut', 'stall', 'halfOpen', 'trickle'], 24),
  clock: played(one, ['clockForward', 'clockBack'], 12),
  diskFull: played(one, ['fillDisk'], 5, {
    lasts: 3_000,
    lacks: World.faultsOf(one).includes('fillDisk') ? undefined : 'the right to mount a small disk',
  }),
  redis: played(three, ['killRedis', 'pauseRedis'], 10, { lasts: 3_000, lacks: lacksSeveral }),
  rolling: played(three, ['rollRelay'], 9, { lacks: lacksSeveral }),
  deadPeer: { play: deadPeer },
  redisFlooded: { lacks: lacksSeveral, play: redisFlooded },
  slowReader: { play: slowReader },
  outsiders: { play: outsiders },
};

const figure = async (url: string, pattern: RegExp): Promise<number> =>
  Number(pattern.exec(await (await fetch(`${url}/metrics`)).text())?.[1]);

/** A peer that is gone without a word is noticed in 45 s. */
async function deadPeer(): Promise<Finding> {
  const relay = await BuiltRelay.start('embedded', { LOG_LEVEL: 'fatal' });
  const proxy = await FaultyProxy.start(() => new URL(relay.url));
  await visitorSocket(proxy.url, (await visit(proxy.url)).cookie);
  proxy.weather = 'halfOpen';
  const began = performance.now();
  const connected = (): Promise<number> => figure(relay.url, /lotsa_sockets\{namespace="visitor"\} (\d+)/);
  while ((await connected()) > 0 && performance.now() - began < 60_000) await pause(500);
  const took = Math.round((performance.now() - began) / 1_000);
  proxy.close();
  await relay.close();
  return { wrong: took > 45 ? [`noticed after ${took} s`] : [], says: `noticed after ${took} s` };
}

/** What a flood drops from Redis' stream, another relay's clients hear within two seconds all the same. */
async function redisFlooded(): Promise<Finding> {
  const redis = await TestRedis.start();
  const first = await BuiltRelay.start('mongodb', { REDIS_URL: redis.url, LOG_LEVEL: 'fatal' });
  const relays = [first, await first.another(), await first.another()];
  const client = new Redis(redis.url);
  let flooding = true;
  const flood = (async () => {
    while (flooding) {
      const batch = client.pipeline();
      // as a relay of another installation would write it
      for (let i = 0; i < 1_000; i += 1)
        batch.xadd('lotsa', 'MAXLEN', 100, '*', 'uid', 'flood', 'nsp', '/x', 'type', '3', 'data', '{}');
      await batch.exec();
    }
  })();
  const url = relays[2]?.url ?? '';
  const agent = await staffSocket(url, await signIn(url, 'agent-01', DEMO_PASSWORD));
  const took: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    const writer = new Writer(() => relays[i % 2]?.url ?? '');
    await writer.open();
    await writer.writeUpTo(1);
    const acknowledged = performance.now();
    await agent.fact('conversation:changed', ({ conversation }) => conversation.id === writer.conversationId);
    took.push(performance.now() - acknowledged);
    writer.close();
  }
  flooding = false;
  await flood;
  client.disconnect();
  agent.close();
  for (const relay of relays.toReversed()) await relay.close();
  await redis.kill();
  const slowest = Math.round(Math.max(...took));
  return {
    wrong: slowest > 2_000 ? [`told after ${slowest} ms`] : [],
    says: `told on another relay after ${slowest} ms at most`,
  };
}

/** Who reads nothing of 2 MB/s is cut within five seconds. */
async function slowReader(): Promise<Finding> {
  const relay = await BuiltRelay.start('embedded', { LOG_LEVEL: 'fatal' });
  const wire = await visitorSocket(relay.url, (await visit(relay.url)).cookie);
  const conversationId = randomUUID();
  const text = 'x'.repeat(4_000);
  const asked = { conversationId, id: randomUUID(), text, language: 'sv', page: null, topicId: null };
  await wire.ask('conversation:start', {
    ...asked,
    departmentId: null,
    contact: { email: 'kim@example.se' },
  });
  for (let i = 0; i < 24; i += 1) await wire.ask('message:send', { conversationId, id: randomUUID(), text });
  const before = await relay.residentMb();
  const { ws } = (wire.socket.io.engine as unknown as { transport: { ws: { pause(): void } } }).transport;
  ws.pause();
  const began = performance.now();
  let cut = 0;
  let most = before;
  // each answer is 100 kB, so 2 MB a second
  const asking = setInterval(() => {
    wire.socket.emit('conversation:resume', { conversationId, after: 0 }, () => undefined);
  }, 50);
  while (cut === 0 && performance.now() - began < 20_000) {
    await pause(50);
    most = Math.max(most, await relay.residentMb());
    cut = await figure(relay.url, /^lotsa_slow_readers_cut_total (\d+)/m);
  }
  const took = Math.round(performance.now() - began);
  clearInterval(asking);
  wire.close();
  await relay.close();
  return {
    wrong: took > 5_000 ? [`cut after ${took} ms`] : [],
    says: `cut after ${took} ms, memory + ${most - before} MB`,
  };
}

/** So many bad handshakes and silent connections, of another process. */
async function besides(url: string, handshakes: number, connections: number): Promise<void> {
  const args = ['--import', 'tsx', 'test/faults/lab/outsiders.ts', url, `${handshakes}`, `${connections}`];
  await once(spawn(process.execPath, args, { stdio: 'inherit' }), 'exit');
}

/** What the relay reads once, some time after its start, and then keeps: a year of the demo's statistics. */
async function readAhead(url: string): Promise<void> {
  const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const headers = { cookie: await signIn(url, 'manager-1', DEMO_PASSWORD) };
  const query = `siteId=ekhamra&from=${day(Date.now() - 365 * 86_400_000)}&to=${day(Date.now())}`;
  const answer = await fetch(`${url}/api/statistics?${query}`, { headers });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Ten thousand refused handshakes and five thousand connections that never say who they are leave nothing behind. */
async function outsiders(): Promise<Finding> {
  const BETWEEN = 500;
  // As the benches measure it: no limit by address, and what it keeps is read when what nobody holds is collected.
  const relay = await ServerProcess.start('lotsa');
  const keptMb = async (): Promise<number> => (await relay.collectedUsage()).kept / 2 ** 20;
  await readAhead(relay.url);
  // Who is in a conversation is asked about, not who begins one.
  const writers = Array.from({ length: 20 }, () => new Writer(() => relay.url));
  for (const writer of writers) {
    await writer.open();
    await writer.writeUpTo(1);
  }
  await besides(relay.url, 1_000, 500); // warms up
  const before = await keptMb();
  let over = false;
  const writing = Promise.all(
    writers.map(async (writer, i) => {
      await pause((i * BETWEEN) / writers.length);
      await writer.writeWhile(() => !over, BETWEEN);
    }),
  );
  await besides(relay.url, 10_000, 5_000);
  over = true;
  await writing;
  const answers = writers.flatMap(({ history }) =>
    history.slice(1).flatMap(({ ms }) => (ms === undefined ? [] : [ms])),
  );
  const p99 = percentile(answers, 99);
  const growth = Math.round((await keptMb()) - before);
  for (const writer of writers) writer.close();
  relay.stop();
  return {
    wrong: [
      ...(growth > 20 ? [`memory + ${growth} MB`] : []),
      ...(p99 > 20 ? [`p99 of the others ${p99.toFixed(1)} ms`] : []),
    ],
    says: `memory + ${growth} MB, p99 of the others ${p99.toFixed(1)} ms`,
  };
}
