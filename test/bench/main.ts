// npm run bench [-- load history memory comeback claims crisis mongo browser console statistics]: figures as ratios to a bare reference in the same run, so that
// they mean the same on any machine. Kept as JSON and as a table in test/bench/results.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { browserLatency } from './browser-latency.ts';
import { claims } from './claims.ts';
import { comeback } from './comeback.ts';
import { consoleScrolling } from './console-scrolling.ts';
import { crisis } from './crisis.ts';
import type { Comparison } from './figures.ts';
import { idleMemory } from './idle-memory.ts';
import { longHistory } from './long-history.ts';
import { mongoAppends } from './mongo-appends.ts';
import { relayLoad } from './relay-load.ts';
import { statisticsScreen } from './statistics-screen.ts';

const RESULTS = 'test/bench/results';
const BENCHES: Record<string, () => Promise<Comparison[]>> = {
  load: relayLoad,
  history: longHistory,
  memory: idleMemory,
  comeback,
  claims,
  crisis,
  mongo: mongoAppends,
  browser: browserLatency,
  console: consoleScrolling,
  statistics: statisticsScreen,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !BENCHES[name]);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no bench ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.\n`,
  );
  process.exit(1);
}
buildIfNeeded();
const machine = {
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  date: new Date().toISOString().slice(0, 10),
  processors: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  /** What else kept the machine busy, before we did. */
  loadBefore: loadavg().map((load) => Number(load.toFixed(1))),
};
const figures: Comparison[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) figures.push(...(await bench()));
}

const rows = figures.map(({ figure, unit, lotsa, reference, target }) => {
  const [ours, theirs, ratio] = [lotsa, reference, lotsa / reference].map((value) => value.toPrecision(3));
  return `| ${figure} | ${ours} ${unit} | ${theirs} ${unit} | ${ratio} | ${target ?? ''} |`;
});
const table = [
  `Commit ${machine.commit}, ${machine.date}, ${machine.processors}, ${machine.memoryGb} GB, Node ${machine.node}, load before ${machine.loadBefore.join(' ')}`,
  '',
  '| Figure | Lotsa | Reference | Ratio | Target |',
  '|---|---|---|---|---|',
  ...rows,
  '',
].join('\n');
process.stdout.write(`${table}\n`);
mkdirSync(RESULTS, { recursive: true });
const name = `${RESULTS}/${machine.date}-${machine.commit}${wanted.length > 0 ? `-${wanted.join('-')}` : ''}`;
writeFileSync(`${name}.json`, `${JSON.stringify({ machine, figures }, null, 2)}\n`);
writeFileSync(`${name}.md`, table);
process.exit(0);
