import { type Comparison, median, percentile } from './figures.ts';
import { bareCrowd, type Crowd, load, type Load, lotsaCrowd } from './load.ts';
import { ServerProcess } from './server-process.ts';

const SENDERS = 200;
/** Runs of each, in turns so that all meet the same machine; medians are kept. */
const RUNS = 3;

interface Way {
  file: string;
  args: string[];
  crowd: (server: ServerProcess, count: number) => Promise<Crowd>;
}
const bare: Way = { file: 'bare', args: [], crowd: bareCrowd };
const durable: Way = { file: 'lotsa', args: [], crowd: lotsaCrowd };
const stubbed: Way = { file: 'lotsa', args: ['stub'], crowd: lotsaCrowd };

async function measure({ file, args, crowd: gather }: Way, texts: number, gapMs?: number): Promise<Load> {
  const server = await ServerProcess.start(file, ...args);
  try {
    const crowd = await gather(server, SENDERS);
    await load(server, crowd, 3); // warms up
    const measured = await load(server, crowd, texts, gapMs);
    crowd.close();
    return measured;
  } finally {
    server.stop();
  }
}

/** The relay under texts as fast as they are acknowledged, and at a pace, beside bare Socket.IO. */
export async function relayLoad(): Promise<Comparison[]> {
  const runs: Record<'bare' | 'durable' | 'stubbed' | 'bareAtPace' | 'durableAtPace', Load[]> = {
    bare: [],
    durable: [],
    stubbed: [],
    bareAtPace: [],
    durableAtPace: [],
  };
  for (let run = 0; run < RUNS; run += 1) {
    runs.bare.push(await measure(bare, 20));
    runs.durable.push(await measure(durable, 20));
    runs.stubbed.push(await measure(stubbed, 20));
    // 200 senders, one text each in 400 ms: 500 a second
    runs.bareAtPace.push(await measure(bare, 10, 400));
    runs.durableAtPace.push(await measure(durable, 10, 400));
  }
  const of = (loads: Load[], value: (load: Load) => number): number => median(loads.map(value));
  const p99 = ({ delivered }: Load): number => percentile(delivered, 99);
  return [
    {
      figure: 'CPU per message, storage stubbed out',
      unit: 'ms',
      lotsa: of(runs.stubbed, (run) => run.cpuMsPerMessage),
      reference: of(runs.bare, (run) => run.cpuMsPerMessage),
      target: '≤ 1.4',
    },
    {
      figure: 'CPU per message, durable (embedded)',
      unit: 'ms',
      lotsa: of(runs.durable, (run) => run.cpuMsPerMessage),
      reference: of(runs.bare, (run) => run.cpuMsPerMessage),
    },
    {
      figure: 'durable messages a second (embedded)',
      unit: '1/s',
      lotsa: of(runs.durable, (run) => run.perSecond),
      reference: of(runs.bare, (run) => run.perSecond),
      target: '≥ 0.40',
    },
    {
      figure: 'delivery at 500 messages a second, p99 (embedded)',
      unit: 'ms',
      lotsa: of(runs.durableAtPace, p99),
      reference: of(runs.bareAtPace, p99),
      target: '≤ 6 at 1,000 a second',
    },
  ];
}
