// How long a year of Ekhamra's contacts takes, from the store to the answer: `npx tsx test/bench/statistics-year.ts`.
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
  for (const compare of ['none', 'before', 'year'] as const) {
    const times: number[] = [];
    const busy: number[] = [];
    let contacts = 0;
    let bytes = 0;
    for (let i = 0; i < 3; i += 1) {
      const asked = performance.now();
      const cpu = process.cpuUsage();
      const answer = await wire.ask('statistics:get', { ...year, compare });
      times.push(performance.now() - asked);
      const { user, system } = process.cpuUsage(cpu);
      busy.push((user + system) / 1000);
      contacts = answer.figures.contacts.of;
      bytes = JSON.stringify(answer).length;
    }
    times.sort((a, b) => a - b);
    busy.sort((a, b) => a - b);
    process.stdout.write(
      `${contacts} contacts, compare ${compare}: median ${times[1]?.toFixed(0)} ms, most ${times[2]?.toFixed(0)} ms, ${busy[1]?.toFixed(0)} ms of CPU, ${bytes} bytes\n`,
    );
  }
  process.stdout.write(`${days} days made and stored in ${made.toFixed(0)} ms\n`);
} finally {
  await relay.close();
}
