// npm run fuzz [-- --seed N] [--inputs N]: sends 100,000 inputs to the built relay, and looks at its memory before and after.
import { parseArgs } from 'node:util';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { BuiltRelay } from '../support/built-relay.ts';
import { residentMb } from '../support/resident.ts';
import { fuzz } from './play.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    inputs: { type: 'string', default: '100000' },
  },
});
buildIfNeeded();
const relay = await BuiltRelay.start('embedded', { LOG_LEVEL: 'fatal' });
const [seed, inputs] = [Number(values.seed), Number(values.inputs)];
process.stdout.write(`seed ${seed}, ${inputs} inputs\n`);
const part = Math.ceil(inputs / 10);
const memory: number[] = [];
let wrong: string[] = [];
for (let i = 0; i < 10 && wrong.length === 0; i += 1) {
  const outcome = await fuzz(relay.url, seed + i, part);
  ({ wrong } = outcome);
  memory.push(await residentMb(relay.url));
  const answers = [...outcome.answers].toSorted((a, b) => b[1] - a[1]).map(([code, n]) => `${code} ${n}`);
  process.stdout.write(`${memory.at(-1)} MB  ${answers.join(', ')}\n`);
}
await relay.close();
// The first parts fill the caches.
const grown = (memory.at(-1) ?? 0) - Math.max(...memory.slice(0, 5));
if (grown > 50) wrong.push(`memory grew by ${grown} MB in the second half`);
for (const line of wrong) process.stdout.write(`WRONG ${line}\n`);
process.exit(wrong.length > 0 ? 1 : 0);
