import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from '@lotsa/protocol';
import { BuiltRelay, DEMO_PASSWORD } from '../../support/built-relay.ts';
import { violations } from '../../support/checker.ts';
import { signIn, staffSocket, type StaffWire } from '../../support/clients.ts';
import { mongodbControl } from '../../support/mongodb-control.ts';
import { hasRedis, TestRedis } from '../../support/redis.ts';
import type { StorageKind } from '../../support/storage-kinds.ts';
import { type Attempt, storedMessages, Writer } from '../../support/writers.ts';
import { connectSilently, handshakeBadly, readSlowly } from './nuisances.ts';
import { FaultyProxy } from './proxy.ts';
import type { Fault, Step } from './schedule.ts';

/** What is played on. */
export interface Setting {
  storage: StorageKind;
  relays: number;
  visitors: number;
  /** Texts that each visitor has acknowledged at least, however short the schedule is. */
  texts: number;
}

/** What came of a play. */
export interface Report {
  wrong: string[];
  acknowledged: number;
  unknown: number;
  refused: number;
  /** The slowest `/healthz` of all, in milliseconds, of relays that were there. */
  slowestHealth: number;
  /** The slowest answer that a text was refused with, in milliseconds. */
  slowestRefusal: number;
  /** What the first relay had in memory at most beyond what it had when the faults began, in MB. */
  memoryGrowth: number;
  /** Until every visitor had a text acknowledged again after the last fault, in milliseconds. */
  recovered: number;
}

const SMALL_DISK = '32m';
/** A visitor writes faster than people do, and slower than the relay allows (25 in ten seconds). */
const BETWEEN_TEXTS = 400;

/** Relays, what they need, and clients behind a proxy: everything that a schedule of faults is played on. */
export class World {
  readonly #relays: BuiltRelay[];
  readonly #proxy: FaultyProxy;
  readonly #redis: TestRedis | undefined;
  readonly #disk: string | undefined;
  #turn = 0;
  readonly #nuisances: { close(): void }[] = [];

  private constructor(relays: BuiltRelay[], proxy: FaultyProxy, redis?: TestRedis, disk?: string) {
    this.#relays = relays;
    this.#proxy = proxy;
    this.#redis = redis;
    this.#disk = disk;
  }

  /** @param faults what is to happen: only a world whose disk is filled has a small one, as a long play needs more. */
  static async start({ storage, relays: count }: Setting, faults: readonly Fault[]): Promise<World> {
    const redis = count > 1 && hasRedis ? await TestRedis.start() : undefined;
    const disk = faults.includes('fillDisk') ? smallDisk() : undefined;
    // One that may be killed goes before the one that other tests use.
    const own = storage === 'mongodb' && mongodbControl ? new URL(await mongodbControl.start()) : undefined;
    if (own) own.pathname = `/lotsa_lab_${randomUUID().slice(0, 8)}`;
    const first = await BuiltRelay.start(own ? 'embedded' : storage, {
      NODE_OPTIONS: '--import ./test/support/stepped-clock.mjs',
      LOG_LEVEL: 'fatal',
      ...(disk && { DATA_DIR: disk }),
      ...(own && { MONGODB_URL: own.href }),
      ...(redis && { REDIS_URL: redis.url }),
    });
    const relays = [first];
    while (relays.length < count) relays.push(await first.another());
    let world: World | undefined = undefined;
    const proxy = await FaultyProxy.start(() => new URL(world?.next() ?? first.url));
    world = new World(relays, proxy, redis, disk);
    return world;
  }

  /** The faults that can happen here. */
  static faultsOf({ storage, relays }: Setting): Fault[] {
    const always: Fault[] = [
      'killRelay',
      'rollRelay',
      'cut',
      'stall',
      'halfOpen',
      'trickle',
      'clockForward',
      'clockBack',
      'silentSockets',
      'badHandshakes',
      'slowReaders',
    ];
    if (relays > 1 && hasRedis) always.push('killRedis', 'pauseRedis');
    if (storage === 'mongodb' && mongodbControl) always.push('killDatabase', 'pauseDatabase');
    if (storage === 'embedded' && canMount()) always.push('fillDisk');
    return always;
  }

  /** Plays a schedule while visitors write and an agent answers; then holds what everybody saw against the store. */
  async play(steps: readonly Step[], { visitors, texts }: Setting): Promise<Report> {
    const writers = Array.from({ length: visitors }, () => new Writer(() => this.#proxy.url));
    await Promise.all(writers.map((writer) => writer.open()));
    let over = false;
    const agent = this.#answer(() => over);
    const health = this.#watchHealth(() => over);
    let played = false;
    let allWrite = false;
    const memory = this.#watchMemory(() => played);
    const writing = Promise.all(
      writers.map((writer) =>
        writer.writeWhile(() => !allWrite || writer.acknowledged < texts, BETWEEN_TEXTS),
      ),
    );
    for (const step of steps) {
      await pause(step.after);
      await this.#cause(step);
    }
    played = true;
    const memoryGrowth = await memory;
    const recovered = await this.#recovery(writers);
    allWrite = true;
    await writing;
    over = true;
    const answers = await agent;
    const slowestHealth = await health;
    await Promise.all(writers.map((writer) => writer.resume()));
    const wrong = await this.#check(writers, answers);
    const all = [...writers.flatMap(({ history }) => history), ...answers];
    const count = (outcome: Attempt['outcome']): number =>
      all.filter((one) => one.outcome === outcome).length;
    for (const writer of writers) writer.close();
    for (const nuisance of this.#nuisances.splice(0)) nuisance.close();
    return {
      wrong,
      acknowledged: count('ok'),
      unknown: count('unknown'),
      refused: count('fail'),
      slowestHealth,
      slowestRefusal: Math.round(
        Math.max(
          0,
          ...all.flatMap(({ outcome, ms }) => (outcome === 'fail' && ms !== undefined ? [ms] : [])),
        ),
      ),
      memoryGrowth,
      recovered,
    };
  }

  async close(): Promise<void> {
    this.#proxy.close();
    for (const relay of this.#relays.toReversed()) await relay.close();
    await this.#redis?.kill();
    if (this.#disk) {
      spawnSync('umount', [this.#disk]);
      rmSync(this.#disk, { recursive: true, force: true });
    }
  }

  next(): string {
    this.#turn += 1;
    return this.#relays[this.#turn % this.#relays.length]?.url ?? '';
  }

  async #cause({ fault, lasts, relay: which }: Step): Promise<void> {
    const relay = this.#relays[which % this.#relays.length] as BuiltRelay;
    const proxy = this.#proxy;
    switch (fault) {
      case 'killRelay':
        await relay.stop('SIGKILL');
        return relay.run();
      case 'rollRelay':
        if ((await relay.stop('SIGTERM')) > 10_000)
          throw new Error('[D7] a relay took longer than 10 s to end');
        return relay.run();
      case 'cut':
        return proxy.cut();
      case 'stall':
      case 'halfOpen':
      case 'trickle':
        proxy.weather = fault;
        await pause(lasts);
        return proxy.clear();
      case 'clockForward':
      case 'clockBack':
        relay.signal('SIGUSR2');
        await pause(lasts);
        return relay.signal('SIGUSR2');
      case 'silentSockets':
        return void this.#nuisances.push(await connectSilently(relay.url, 300));
      case 'badHandshakes':
        return handshakeBadly(relay.url, 300);
      case 'slowReaders':
        return void this.#nuisances.push(await readSlowly(relay.url));
      case 'killRedis':
        await this.#redis?.kill();
        await pause(lasts);
        return this.#redis?.run();
      case 'pauseRedis':
        this.#redis?.pause();
        await pause(lasts);
        return this.#redis?.resume();
      case 'killDatabase':
        await mongodbControl?.kill();
        await pause(lasts);
        return void (await mongodbControl?.start());
      case 'pauseDatabase':
        await mongodbControl?.pause();
        await pause(lasts);
        return mongodbControl?.resume();
      case 'fillDisk': {
        const disk = this.#disk ?? '';
        const { bavail, bsize } = statfsSync(disk);
        try {
          writeFileSync(join(disk, 'filler'), Buffer.alloc(bavail * bsize));
        } catch {
          // The relay was faster: the disk is full, as it should be.
        }
        await pause(lasts);
        return rmSync(join(disk, 'filler'));
      }
    }
  }

  /** An agent that claims what waits and answers what is its own, until it is over. */
  async #answer(over: () => boolean): Promise<Attempt[]> {
    const history: Attempt[] = [];
    let wire: StaffWire | undefined;
    let cookie = '';
    while (!over()) {
      try {
        cookie ||= await signIn(this.#proxy.url, 'agent-01', DEMO_PASSWORD);
        if (!wire?.socket.connected) wire = await staffSocket(this.#proxy.url, cookie);
        const asked: StaffWire = wire;
        const { conversations } = await inTime(
          asked.ask('conversations:list', { box: 'queue', after: null }),
        );
        const mine = await inTime(asked.ask('conversations:list', { box: 'mine', after: null }));
        const waiting = conversations[0]?.conversation.id;
        if (waiting !== undefined) {
          await inTime(asked.answer('conversation:claim', { conversationId: waiting, id: randomUUID() }));
        }
        const own =
          mine.conversations[history.length % Math.max(1, mine.conversations.length)]?.conversation.id;
        if (own !== undefined) history.push(await reply(asked, own));
        await pause(400);
      } catch {
        wire?.close();
        wire = undefined;
        await pause(100);
      }
    }
    wire?.close();
    return history;
  }

  /** @returns milliseconds until each has written something more. */
  async #recovery(writers: readonly Writer[]): Promise<number> {
    const began = performance.now();
    const before = writers.map(({ acknowledged }) => acknowledged);
    const ends = began + 60_000;
    while (writers.some(({ acknowledged }, i) => acknowledged <= (before[i] ?? 0))) {
      if (performance.now() > ends) return 60_000;
      await pause(50);
    }
    return Math.round(performance.now() - began);
  }

  async #watchMemory(over: () => boolean): Promise<number> {
    const before = (await this.#relays[0]?.residentMb()) ?? 0;
    let most = before;
    while (!over()) {
      most = Math.max(most, (await this.#relays[0]?.residentMb()) ?? 0);
      await pause(250);
    }
    return most - before;
  }

  /** The slowest answer of any relay that was up. */
  async #watchHealth(over: () => boolean): Promise<number> {
    let slowest = 0;
    while (!over()) {
      const began = performance.now();
      const answer = await fetch(`${this.#relays[0]?.url}/healthz`).catch(() => null);
      if (answer?.ok) slowest = Math.max(slowest, performance.now() - began);
      await pause(100);
    }
    return Math.round(slowest);
  }

  async #check(writers: readonly Writer[], answers: readonly Attempt[]): Promise<string[]> {
    const url = this.#relays.at(-1)?.url ?? '';
    const wire = await staffSocket(url, await signIn(url, 'agent-02', DEMO_PASSWORD));
    const wrong: string[] = [];
    for (const { history, seen, conversationId } of writers) {
      const stored = await storedMessages(wire, conversationId);
      const replies = answers.filter((one) => one.conversationId === conversationId);
      const { conversation } = await wire.ask('conversation:resume', { conversationId, after: 0 });
      const publicOnes = stored.filter(({ audience }) => audience === 'public').map(({ seq }) => seq);
      const unseen = publicOnes.filter((seq) => !seen.has(seq));
      const found = [
        ...violations({ history, seen: [seen], stored }),
        ...violations({ history: replies, seen: [], stored }).filter(
          (line) => !line.startsWith('nobody wrote'),
        ),
        ...(unseen.length === 0 && seen.size === publicOnes.length
          ? []
          : [
              `saw ${seen.size} of ${publicOnes.length} messages, not ${unseen.length} from ${unseen[0]} to ${unseen.at(-1)}`,
            ]),
        ...ownership(conversation),
      ];
      wrong.push(...found.map((line) => `${conversationId}: ${line}`));
    }
    wire.close();
    return wrong;
  }
}

/** Rule O1: exactly one owner while it is open. */
function ownership({ open, ownerType, owner, status }: Conversation): string[] {
  if (!open) return [];
  const right = ownerType === 'queue' ? owner === null && status === 'queued' : owner !== null;
  return right ? [] : [`[O1] owned by ${ownerType} ${owner?.id ?? 'nobody'} while ${status}`];
}

async function reply(wire: StaffWire, conversationId: string): Promise<Attempt> {
  const attempt: Attempt = { conversationId, id: randomUUID(), text: 'Svar', outcome: 'unknown', seq: null };
  const { id, text } = attempt;
  const answer = await inTime(wire.answer('message:send', { conversationId, id, kind: 'text', text })).catch(
    () => null,
  );
  if (answer?.ok) Object.assign(attempt, { outcome: 'ok', seq: answer.value.message.seq });
  else if (answer) attempt.outcome = 'fail';
  return attempt;
}

/** A client's patience with one request. */
const inTime = <T>(answer: Promise<T>): Promise<T> =>
  Promise.race([
    answer,
    pause(4_000).then(() => {
      throw new Error('no answer');
    }),
  ]);

const canMount = (): boolean => process.getuid?.() === 0 && smallDiskWorks();

let works: boolean | undefined;
function smallDiskWorks(): boolean {
  if (works === undefined) {
    const disk = smallDisk();
    works = disk !== undefined;
    if (disk !== undefined) {
      spawnSync('umount', [disk]);
      rmSync(disk, { recursive: true });
    }
  }
  return works;
}

/** A disk that is soon full; undefined where this process may not mount one. */
function smallDisk(): string | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-disk-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder]).status === 0;
  if (mounted) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}
