// npm run soak [-- --minutes N] [--visitors N]: Ekhamra's crisis for half an hour: visitors come, ask, are answered and leave,
// and come again; memory and latency must stay flat.
import { setTimeout as pause } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { median, percentile } from '../bench/figures.ts';
import { BuiltRelay, DEMO_PASSWORD } from '../support/built-relay.ts';
import { signIn, staffSocket, visit, visitorSocket } from '../support/clients.ts';
import { residentMb } from '../support/resident.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '30' }, visitors: { type: 'string', default: '300' } },
});
const ends = Date.now() + Number(values.minutes) * 60_000;
/** A text every few seconds, as people write. */
const BETWEEN_MS = 4_000;
const TEXTS = 6;
const PARTS = 10;

buildIfNeeded();
const relay = await BuiltRelay.start('embedded', { LOG_LEVEL: 'error', NEWCOMERS_PER_SITE: '99999' });
let took: number[] = [];
let failed = 0;
const running = (): boolean => Date.now() < ends;

/** One person after the other at this place. */
async function visitors(): Promise<void> {
  await pause(Math.random() * BETWEEN_MS * 2);
  while (running()) {
    try {
      const wire = await visitorSocket(relay.url, (await visit(relay.url)).cookie);
      const conversationId = randomUUID();
      const asked = {
        conversationId,
        id: randomUUID(),
        text: 'När hämtas soporna?',
        language: 'sv',
        page: null,
      };
      await wire.answer('conversation:start', {
        ...asked,
        topicId: null,
        departmentId: null,
        contact: { email: 'kim@example.se' },
      });
      for (let i = 0; i < TEXTS && running(); i += 1) {
        await pause(BETWEEN_MS * (0.5 + Math.random()));
        const began = performance.now();
        const answer = await wire.answer('message:send', {
          conversationId,
          id: randomUUID(),
          text: 'Och glaset?',
        });
        took.push(performance.now() - began);
        if (answer.ok) continue;
        // It was answered and closed meanwhile, and says so.
        if (answer.error.code === 'conversation_closed') break;
        failed += 1;
      }
      await wire.answer('conversation:end', { conversationId, id: randomUUID() });
      wire.close();
    } catch {
      failed += 1;
      await pause(1_000);
    }
  }
}

/** An agent that claims, answers and closes. */
async function agent(user: string): Promise<void> {
  const wire = await staffSocket(relay.url, await signIn(relay.url, user, DEMO_PASSWORD));
  wire.socket.offAny();
  while (running()) {
    const { conversations } = await wire.ask('conversations:list', { box: 'queue', after: null });
    const conversationId = conversations[Math.floor(Math.random() * conversations.length)]?.conversation.id;
    if (conversationId !== undefined) {
      const request = { conversationId, id: randomUUID() };
      if ((await wire.answer('conversation:claim', request)).ok) {
        await wire.answer('message:send', {
          conversationId,
          id: randomUUID(),
          kind: 'text',
          text: 'På torsdag.',
        });
        await wire.answer('conversation:close', {
          conversationId,
          id: randomUUID(),
          outcome: 'answered',
          topicId: 'avfall',
        });
      }
    }
    await pause(500);
  }
  wire.close();
}

const everybody = [
  ...Array.from({ length: Number(values.visitors) }, visitors),
  ...Array.from({ length: 6 }, (_, i) => agent(`agent-0${i + 1}`)),
];
const parts: { memory: number; p50: number; p99: number }[] = [];
for (let part = 0; part < PARTS; part += 1) {
  await pause((Number(values.minutes) * 60_000) / PARTS);
  const samples = took.length > 0 ? took : [0];
  took = [];
  parts.push({ memory: await residentMb(relay.url), p50: median(samples), p99: percentile(samples, 99) });
  const { memory, p50, p99 } = parts.at(-1) as (typeof parts)[number];
  process.stdout.write(
    `${memory} MB, ${samples.length} texts, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${failed} failed\n`,
  );
}
await Promise.all(everybody);
await relay.close();
const half = (from: number, value: (part: (typeof parts)[number]) => number): number =>
  median(parts.slice(from, from + PARTS / 2).map(value));
const growth = half(PARTS / 2, ({ memory }) => memory) - half(0, ({ memory }) => memory);
const slower = half(PARTS / 2, ({ p50 }) => p50) / half(0, ({ p50 }) => p50);
process.stdout.write(
  `second half against the first: memory ${growth} MB more, p50 ${slower.toFixed(2)} ×, ${failed} failed\n`,
);
process.exit(growth > 40 || slower > 1.5 || failed > 0 ? 1 : 0);
