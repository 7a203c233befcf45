import { setTimeout as pause } from 'node:timers/promises';
import { type Comparison, medianPair, percentile } from './figures.ts';
import { bareCrowd, type Crowd, load, type Load, lotsaCrowd } from './load.ts';
import { ServerProcess } from './server-process.ts';

const SENDERS = 200;
/** Runs of each, in turns so that all meet the same machine; medians are kept. */
const RUNS = 5;
const TEXTS = 20;
/** Until the relay lets the same visitors write as much again. */
const REST_MS = 10_500;
/** 400 senders, one text each in 400 ms: 1,000 a second. */
const PACED = { senders: 400, gapMs: 400 };

/** A server with its crowd, warm: it has carried as many texts as it is to be measured with. */
interface Way {
  server: ServerProcess;
  crowd: Crowd;
  runs: Load[];
}

async function warm(name: string, args: string[], senders: number): Promise<Way> {
  const server = await ServerProcess.start(name, ...args);
  const crowd = await (name === 'bare' ? bareCrowd : lotsaCrowd)(server, senders);
  await load(server, crowd, TEXTS);
  return { server, crowd, runs: [] };
}

/** Lets each way carry texts, one after the other, again and again. */
async function inTurns(ways: Way[], gapMs?: number): Promise<void> {
  for (let run = 0; run < RUNS; run += 1) {
    await pause(REST_MS);
    for (const { server, crowd, runs } of ways) runs.push(await load(server, crowd, TEXTS, gapMs));
  }
  for (const { server, crowd } of ways) {
    crowd.close();
    server.stop();
  }
}

/** The relay under texts as fast as they are acknowledged, and at a pace, beside bare Socket.IO. */
export async function relayLoad(): Promise<Comparison[]> {
  const bare = await warm('bare', [], SENDERS);
  const durable = await warm('lotsa', [], SENDERS);
  const stubbed = await warm('lotsa', ['stub'], SENDERS);
  await inTurns([bare, durable, stubbed]);
  const bareAtPace = await warm('bare', [], PACED.senders);
  const durableAtPace = await warm('lotsa', [], PACED.senders);
  await inTurns([bareAtPace, durableAtPace], PACED.gapMs);

  const paired = (lotsa: Way, reference: Way, value: (run: Load) => number) =>
    medianPair(lotsa.runs.map(value), reference.runs.map(value));
  const cpu = (run: Load): number => run.cpuMsPerMessage;
  const p99 = ({ delivered }: Load): number => percentile(delivered, 99);
  return [
    {
      figure: 'CPU per message, storage stubbed out',
      unit: 'ms',
      ...paired(stubbed, bare, cpu),
      target: '≤ 1.4',
    },
    { figure: 'CPU per message, durable (embedded)', unit: 'ms', ...paired(durable, bare, cpu) },
    {
      figure: 'durable messages a second (embedded)',
      unit: '1/s',
      ...paired(durable, bare, (run) => run.perSecond),
      target: '≥ 0.40',
    },
    {
      figure: 'delivery at 1,000 messages a second, p99 (embedded)',
      unit: 'ms',
      ...paired(durableAtPace, bareAtPace, p99),
      target: '≤ 6',
    },
  ];
}
