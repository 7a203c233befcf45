// npm run faults [-- --seed N] [--runs N] [--storage embedded|mongodb] [--relays N] [--steps N] [--visitors N] [--texts N]
//   or npm run faults -- --rows all|NAME,NAME: each fault of the table by itself, its figures held to their limits.
// Plays random schedules of faults; a failing one is made as short as it can be, and printed with its seed.
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../../scripts/build-if-needed.mjs';
import { mongodbControl } from '../../support/mongodb-control.ts';
import { ROWS } from './rows.ts';
import { schedule, shortest, type Step } from './schedule.ts';
import { type Report, type Setting, World } from './world.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    rows: { type: 'string' },
    runs: { type: 'string', default: '20' },
    steps: { type: 'string', default: '12' },
    storage: { type: 'string', default: 'embedded' },
    relays: { type: 'string', default: '1' },
    visitors: { type: 'string', default: '40' },
    texts: { type: 'string', default: '25' },
  },
});
const setting: Setting = {
  storage: values.storage === 'mongodb' ? 'mongodb' : 'embedded',
  relays: Number(values.relays),
  visitors: Number(values.visitors),
  texts: Number(values.texts),
};
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function play(steps: Step[]): Promise<Report> {
  const world = await World.start(setting, World.faultsOf(setting));
  try {
    return await world.play(steps, setting);
  } finally {
    await world.close();
  }
}

/** @returns the exit code. */
async function playRows(wanted: string): Promise<number> {
  let failed = 0;
  for (const [name, { lacks, play: playRow }] of Object.entries(ROWS)) {
    if (wanted !== 'all' && !wanted.split(',').includes(name)) continue;
    if (lacks !== undefined) {
      say(`${name}: not played, there is no ${lacks}`);
      continue;
    }
    const { wrong, says } = await playRow(first);
    say(`${name} (seed ${first}): ${wrong.length === 0 ? 'holds' : 'FAILS'}: ${says}`);
    for (const line of wrong) say(`  ${line}`);
    failed += wrong.length > 0 ? 1 : 0;
  }
  await mongodbControl?.stop();
  return failed > 0 ? 1 : 0;
}

buildIfNeeded();
const first = Number(values.seed ?? Date.now() % 1_000_000);
if (values.rows !== undefined) process.exit(await playRows(values.rows));
const runs = Number(values.runs);
const faults = World.faultsOf(setting);
say(`${setting.storage}, ${setting.relays} relay(s), faults: ${faults.join(', ')}`);
let failed = false;
for (let seed = first; seed < first + runs && !failed; seed += 1) {
  const steps = schedule(seed, Number(values.steps), faults, setting.relays);
  const { wrong, acknowledged, unknown, refused, slowestHealth } = await play(steps);
  say(
    `seed ${seed}: ${acknowledged} acknowledged, ${refused} refused, ${unknown} unknown, /healthz ≤ ${slowestHealth} ms, ${wrong.length} violations`,
  );
  if (wrong.length === 0) continue;
  failed = true;
  for (const line of wrong) say(`  ${line}`);
  const short = await shortest(steps, async (fewer) => (await play(fewer)).wrong.length > 0);
  say(`the shortest schedule that fails (npm run faults -- --seed ${seed} --runs 1):`);
  for (const step of short) say(`  ${JSON.stringify(step)}`);
}
if (setting.storage === 'mongodb' && mongodbControl) await mongodbControl.stop();
process.exit(failed ? 1 : 0);
