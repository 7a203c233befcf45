import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { visit, visitorSocket, type VisitorWire } from '../support/clients.ts';
import { type Comparison, median, percentile } from './figures.ts';
import { each } from './load.ts';
import { ServerProcess } from './server-process.ts';

/** Ekhamra's load profile, what must be carried: conversations in progress, texts a second, new ones a minute. */
const NORMAL = { conversations: 400, textsASecond: 20, newAMinute: 80 };
const TIMES = 10;
const SECONDS = 20;
const TEXT = 'Jag undrar när vattnet kommer tillbaka på Storgatan 12, kranen har varit torr sedan i morse.';

interface Talk {
  wire: VisitorWire;
  conversationId: string;
}

async function start(url: string): Promise<Talk & { told: 'place' | 'overloaded' | 'nothing' }> {
  const wire = await visitorSocket(url, (await visit(url)).cookie);
  const conversationId = randomUUID();
  const asked = { conversationId, id: randomUUID(), text: TEXT, language: 'sv', page: null };
  const contact = { email: 'kim@example.se' };
  const answer = await wire.answer('conversation:start', {
    ...asked,
    topicId: null,
    departmentId: null,
    contact,
  });
  if (answer.ok) return { wire, conversationId, told: answer.value.queue ? 'place' : 'nothing' };
  return { wire, conversationId, told: answer.error.code === 'overloaded' ? 'overloaded' : 'nothing' };
}

/** Lets the conversations in progress go on at their pace, while `times` as much as usual happens beside them. */
async function during(url: string, talks: Talk[], others: Talk[], times: number): Promise<number[]> {
  const took: number[] = [];
  const pending: Promise<unknown>[] = [];
  const ends = performance.now() + SECONDS * 1_000;
  const every = async (ms: number, what: () => Promise<unknown>): Promise<void> => {
    for (let next = performance.now(); next < ends; next += ms) {
      await pause(Math.max(0, next - performance.now()));
      pending.push(what());
    }
  };
  const send = ({ wire, conversationId }: Talk): Promise<unknown> =>
    wire.answer('message:send', { conversationId, id: randomUUID(), text: TEXT });
  let turn = 0;
  const next = (list: Talk[]): Talk => list[(turn += 1) % list.length] as Talk;
  await Promise.all([
    every(1_000 / NORMAL.textsASecond, async () => {
      const began = performance.now();
      const answer = (await send(next(talks))) as { ok: boolean };
      if (!answer.ok) throw new Error('a conversation in progress was refused');
      took.push(performance.now() - began);
    }),
    ...(times > 1 ? [every(1_000 / (NORMAL.textsASecond * (times - 1)), () => send(next(others)))] : []),
    every(60_000 / (NORMAL.newAMinute * times), async () => {
      const newcomer = await start(url);
      told[newcomer.told] += 1;
      newcomer.wire.close();
    }),
  ]);
  await Promise.all(pending);
  return took;
}

const told = { place: 0, overloaded: 0, nothing: 0 };

/** Conversations in progress at ten times the load, beside the normal one. */
export async function crisis(): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-'));
  const server = await ServerProcess.start('lotsa', 'at', folder);
  const { url } = server;
  const [talks, others] = [
    await each(Array.from({ length: NORMAL.conversations }), () => start(url)),
    await each(Array.from({ length: NORMAL.conversations }), () => start(url)),
  ];
  for (const { wire } of [...talks, ...others]) wire.socket.offAny();
  await during(url, talks, others, TIMES / 2); // warms up
  const reference = await during(url, talks, others, 1);
  const lotsa = await during(url, talks, others, TIMES);
  for (const { wire } of [...talks, ...others]) wire.close();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (told.nothing > 0)
    throw new Error(`${told.nothing} newcomers were told neither their place nor to come later`);
  const says = `newcomers: ${told.place} told their place, ${told.overloaded} told to come later`;
  return [
    {
      figure: `crisis: answer to a text in progress, p50, at ${TIMES} × the load (reference: normal; ${says})`,
      unit: 'ms',
      lotsa: median(lotsa),
      reference: median(reference),
      target: '≤ 3',
    },
    {
      figure: 'the same, p95',
      unit: 'ms',
      lotsa: percentile(lotsa, 95),
      reference: percentile(reference, 95),
    },
  ];
}
