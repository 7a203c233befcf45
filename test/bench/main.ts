// npm run bench: figures as ratios to a bare reference in the same run, so that they mean the same on any machine.
import { cpus } from 'node:os';
import { buildIfNeeded } from '../../scripts/build-if-needed.mjs';
import { browserLatency } from './browser-latency.ts';

buildIfNeeded();
const figures = await browserLatency();
process.stdout.write(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}\n`);
console.table(
  figures.map(({ figure, unit, lotsa, reference }) => ({
    figure: `${figure} (${unit})`,
    Lotsa: lotsa.toFixed(1),
    'bare Socket.IO': reference.toFixed(1),
    ratio: (lotsa / reference).toFixed(2),
  })),
);
