// How long a year of Ekhamra's contacts takes, from the store to the answer: `npx tsx test/bench/statistics-year.ts`.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { localDate } from '@lotsa/core';
import { TestRelay } from '../support/relay.ts';
import { seedHistory } from '../../apps/relay/seed/year.ts';

const relay = await TestRelay.start();
try {
  const today = localDate(Date.now(), 'Europe/Stockholm');
  const before = performance.now();
  const days = await seedHistory(relay.storage, 'ekhamra', today);
  const made = performance.now() - before;
  const wire = await relay.staff('manager-1');
  const year = { siteId: 'ekhamra', from: `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`, to: today };
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const timed = async (what: string, ask: () => Promise<string>): Promise<void> => {
    loop.enable();
    loop.reset();
    const [asked, cpu] = [performance.now(), process.cpuUsage()];
    const answer = await ask();
    const took = performance.now() - asked;
    const { user, system } = process.cpuUsage(cpu);
    loop.disable();
    const held = loop.max / 1e6;
    process.stdout.write(
      `${what}: ${took.toFixed(0)} ms, ${((user + system) / 1000).toFixed(0)} ms of CPU, others waited ${held.toFixed(0)} ms at most; ${answer}\n`,
    );
  };
  const report = (compare: 'none' | 'before' | 'year') => async (): Promise<string> => {
    const answer = await wire.ask('statistics:get', { ...year, compare });
    return `${answer.figures.contacts.of} contacts, ${JSON.stringify(answer).length} bytes`;
  };
  await timed('days read from the store, and a year', report('none'));
  await timed('two years read, and a year with the days before', report('before'));
  await timed('a year with the year before', report('year'));
  await timed('the same again', report('year'));
  await timed('staffing of a year', async () => {
    const { rows } = await wire.ask('statistics:staffing', { ...year, channel: 'phone', weekday: null });
    return `${rows.length} half hours`;
  });
  process.stdout.write(`${days} days made and stored in ${made.toFixed(0)} ms\n`);
} finally {
  await relay.close();
}
