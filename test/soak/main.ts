// npm run soak [-- --minutes N]: Ekhamra's load for half an hour, which a crisis makes ten times as large in every second
// window: visitors come, ask, write, are answered and leave, and come again, while others only have the panel open. Windows
// of one kind must be alike: in memory, and in latency beside what the same machine takes in the same window for an answer of a
// bare Socket.IO server and a write of its own. The first window of each kind fills the caches, and is not compared.
import { mkdtempSync, rmSync } from 'node:fs';
import { open as openFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { io } from 'socket.io-client';
import { median, percentile } from '../bench/figures.ts';
import { each } from '../bench/load.ts';
import { ServerProcess } from '../bench/server-process.ts';
import { DEMO_PASSWORD } from '../support/built-relay.ts';
import { type StaffWire, signIn, staffSocket, visit, visitorSocket } from '../support/clients.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const WINDOWS = 6;
const windowMs = (Number(values.minutes) * 60_000) / WINDOWS;
if (!(windowMs >= 300_000))
  throw new RangeError('--minutes: 30 at least, or too many come at once for one process to play');
/** Ekhamra's load profile, what must be carried: 20 texts a second of 400 people, 80 new ones a minute, 2,000 sockets. */
const NORMAL = { conversations: 400, sockets: 2_000 };
const TIMES = 10;
/** 400 conversations of at most five minutes are 80 a minute and more; a text of each every 18 s, and the agents', are 20 a second. */
const LASTS_MS = 300_000;
const BETWEEN_MS = 18_000;
/** All come within a minute, and go within another. */
const COMING_MS = 60_000;
const AGENTS = 50;
/** Agents claim, write or close: at this pace all of them take the 80 a minute of a usual day. */
const AGENT_TURN_MS = 9_000;
const TEXTS_OF_AGENT = 3;
const SAMPLE_MS = 5_000;
const BARE_SAMPLES = 20;
const PAGE = Buffer.alloc(4_096);
/** Of the files that the system lets a process have open: those that are no visitor's socket, and requests that pile up in a bad moment. */
const OTHER_FILES = 1_500;

const { userLimits } = process.report.getReport() as {
  userLimits: { open_files: { soft: number | string } };
};
const mostSockets = Number(userLimits.open_files.soft) - OTHER_FILES || Number.POSITIVE_INFINITY;

/** What happened in a window. */
interface Window {
  crisis: boolean;
  /** What acknowledgements of texts took, in milliseconds. */
  took: number[];
  /** The same of the bare server, and a write. */
  bare: number[];
  texts: number;
  begun: number;
  overloaded: number;
  sockets: number;
  /** The relay's resident memory in MB, every five seconds. */
  memory: number[];
  /** The same at its end, when what nobody holds is collected. */
  kept: number;
}

const windows: Window[] = [];
let current: Window;
/** While the relay is made to collect, it answers nobody, which it would not do by itself. */
let collecting = false;
let failed = 0;
let sockets = 0;

/** The first of them are said: a run that fails says what failed. */
function fail(what: string): void {
  if ((failed += 1) <= 20) process.stdout.write(`failed: ${what}\n`);
}

/** A socket of one more visitor, counted while it is open. */
async function open(): Promise<Awaited<ReturnType<typeof visitorSocket>>> {
  const wire = await visitorSocket(server.url, (await visit(server.url)).cookie);
  wire.socket.offAny();
  sockets += 1;
  wire.socket.once('disconnect', (reason) => {
    sockets -= 1;
    if (reason !== 'io client disconnect') fail(`a visitor was cut off: ${reason}`);
  });
  return wire;
}

/** One conversation, that ends when its time has come or all is over. */
async function converse(until: number): Promise<void> {
  const wire = await open();
  try {
    const conversationId = randomUUID();
    const started = await wire.answer('conversation:start', {
      conversationId,
      id: randomUUID(),
      text: 'Vattnet är borta på Storgatan 12. När kommer det tillbaka?',
      language: 'sv',
      page: null,
      topicId: null,
      departmentId: null,
      // Of them that are not answered, those who say where they can be reached become cases.
      contact: Math.random() < 0.2 ? { email: 'kim@example.se' } : null,
    });
    if (!started.ok) {
      if (started.error.code !== 'overloaded') return fail(`start: ${started.error.code}`);
      current.overloaded += 1;
      await pause(Math.min(BETWEEN_MS, until - Date.now()));
      return;
    }
    current.begun += 1;
    for (;;) {
      const wait = BETWEEN_MS * (0.5 + Math.random());
      if (Date.now() + wait > until) break;
      await pause(wait);
      const began = performance.now();
      const answer = await wire.answer('message:send', {
        conversationId,
        id: randomUUID(),
        text: 'Det är tryck i kranen hos grannen, men inte hos oss.',
      });
      // It was answered and closed meanwhile, and says so.
      if (!answer.ok && answer.error.code === 'conversation_closed') return;
      if (!answer.ok) return fail(`text: ${answer.error.code}`);
      if (!collecting) current.took.push(performance.now() - began);
      current.texts += 1;
    }
    await pause(Math.max(0, until - Date.now()));
    await wire.answer('conversation:end', { conversationId, id: randomUUID() });
  } finally {
    wire.close();
  }
}

/** Nobody comes, or goes, in the same moment as all others. */
const comes = (): Promise<void> => pause(Math.random() * COMING_MS);
const goes = (ends: number): number => ends - Math.random() * COMING_MS;

/** One person after the other, the first of them in mid-conversation as it were. */
async function place(over: number): Promise<void> {
  const ends = goes(over);
  await comes();
  let lasts = LASTS_MS * Math.random();
  while (Date.now() < ends) {
    await converse(Math.min(ends, Date.now() + lasts)).catch(async (error: Error) => {
      fail(error.message);
      await pause(1_000);
    });
    lasts = LASTS_MS;
  }
}

/** Somebody who has the panel open and writes nothing. */
async function silent(ends: number): Promise<void> {
  await comes();
  const wire = await open();
  await pause(Math.max(0, goes(ends) - Date.now()));
  wire.close();
}

/** So many conversations, and those who are silent beside them. */
const crowd = async (times: number, limit: number, ends: number): Promise<void> => {
  const conversations = NORMAL.conversations * times;
  const rest = Math.min(NORMAL.sockets * times, limit) - conversations;
  await Promise.all([
    ...Array.from({ length: rest }, () => silent(ends).catch((error: Error) => fail(error.message))),
    ...Array.from({ length: conversations }, () => place(ends)),
  ]);
};

async function agentSocket(number: number): Promise<StaffWire> {
  const user = `agent-${String(number).padStart(2, '0')}`;
  const wire = await staffSocket(server.url, await signIn(server.url, user, DEMO_PASSWORD));
  wire.socket.offAny();
  wire.socket.once('disconnect', (reason) => {
    if (reason !== 'io client disconnect') fail(`an agent was cut off: ${reason}`);
  });
  return wire;
}

/** An agent that takes who waits, writes to them, and closes. */
async function agent(wire: StaffWire, ends: number): Promise<void> {
  const mine: { conversationId: string; texts: number }[] = [];
  while (Date.now() < ends) {
    await pause(AGENT_TURN_MS * (0.5 + Math.random()));
    const one = mine[0];
    const id = randomUUID();
    if (one && one.texts === TEXTS_OF_AGENT) {
      mine.shift();
      const { conversationId } = one;
      await wire.answer('conversation:close', { conversationId, id, outcome: 'answered', topicId: 'avfall' });
    } else if (one && Math.random() < 0.75) {
      mine.push(mine.shift() as typeof one);
      one.texts += 1;
      const { conversationId } = one;
      // Its visitor may have left meanwhile.
      const sent = await wire.answer('message:send', {
        conversationId,
        id,
        kind: 'text',
        text: 'Vi felsöker nu.',
      });
      if (sent.ok) current.texts += 1;
      else one.texts = TEXTS_OF_AGENT;
    } else {
      const { conversations } = await wire.ask('conversations:list', { box: 'queue', after: null });
      const conversationId = conversations[Math.floor(Math.random() * conversations.length)]?.conversation.id;
      if (conversationId === undefined) continue;
      if ((await wire.answer('conversation:claim', { conversationId, id })).ok)
        mine.push({ conversationId, texts: 0 });
    }
  }
  wire.close();
}

const MB = 2 ** 20;

/** What an answer and a write take here and now, whatever Lotsa does: 4 kB, about what a text is in the store's log. */
async function bareAnswer(): Promise<number> {
  const began = performance.now();
  await bareSocket.emitWithAck('send', { conversationId: 'soak', id: randomUUID(), text: 'Hej' });
  await bareFile.write(PAGE, 0, PAGE.length, 0);
  await bareFile.datasync();
  return performance.now() - began;
}

/** Looks at the relay until the window is over. */
async function watch(number: number, ends: number): Promise<void> {
  current = {
    crisis: number % 2 === 1,
    took: [],
    bare: [],
    texts: 0,
    begun: 0,
    overloaded: 0,
    sockets: 0,
    memory: [],
    kept: 0,
  };
  windows.push(current);
  const mine = current;
  const began = Date.now();
  while (Date.now() < ends - 2 * SAMPLE_MS) {
    for (let i = 0; i < BARE_SAMPLES; i += 1) {
      await pause(SAMPLE_MS / BARE_SAMPLES);
      mine.bare.push(await bareAnswer());
    }
    mine.memory.push((await server.usage()).kept / MB);
    mine.sockets = Math.max(mine.sockets, sockets);
  }
  collecting = true;
  mine.kept = (await server.collectedUsage()).kept / MB;
  collecting = false;
  await pause(Math.max(0, ends - Date.now()));
  const minutes = (Date.now() - began) / 60_000;
  process.stdout.write(
    `${mine.crisis ? 'crisis' : 'usual '}: ${mine.sockets} sockets, ${(mine.begun / minutes).toFixed(0)} new a minute, ` +
      `${mine.overloaded} told to come later, ${(mine.texts / minutes / 60).toFixed(0)} texts a second, ` +
      `p50 ${median(mine.took).toFixed(1)} ms (bare ${median(mine.bare).toFixed(1)}), p99 ${percentile(mine.took, 99).toFixed(1)} ms, ` +
      `memory ${median(mine.memory).toFixed(0)} MB (most ${Math.max(...mine.memory).toFixed(0)}), ` +
      `collected ${mine.kept.toFixed(0)} MB, ${failed} failed\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'lotsa-soak-'));
const bare = await ServerProcess.start('bare');
const bareSocket = io(bare.url, { transports: ['websocket'] });
const bareFile = await openFile(join(folder, 'bare'), 'w');
const server = await ServerProcess.start('lotsa', 'at', folder);
// Chat is offered while somebody is there.
const agents = await each(
  Array.from({ length: AGENTS }, (_, i) => i + 1),
  agentSocket,
  10,
);
const began = Date.now();
const ends = began + windowMs * WINDOWS;
const everybody = [
  crowd(1, mostSockets, ends),
  ...agents.map((wire) => agent(wire, ends).catch((error: Error) => fail(error.message))),
];
for (let number = 0; number < WINDOWS; number += 1) {
  const over = began + windowMs * (number + 1);
  if (number % 2 === 1) everybody.push(crowd(TIMES - 1, mostSockets - NORMAL.sockets, over));
  await watch(number, over);
}
await Promise.all(everybody);
server.stop();
bareSocket.disconnect();
bare.stop();
rmSync(folder, { recursive: true, force: true });

let flat = failed === 0;
for (const crisis of [false, true]) {
  const alike = windows.filter((window) => window.crisis === crisis);
  const [, second, last] = alike as [Window, Window, Window];
  const more = last.kept - second.kept;
  const ratio = ({ took, bare: reference }: Window): number => median(took) / median(reference);
  const slower = ratio(last) / ratio(second);
  flat &&= more <= 40 && slower <= 1.5;
  process.stdout.write(
    `${crisis ? 'crisis' : 'usual '}, the last window against the one before: ${more.toFixed(0)} MB more, p50 beside the bare one ${slower.toFixed(2)} ×\n`,
  );
}
process.exit(flat ? 0 : 1);
