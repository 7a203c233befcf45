import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Conversation } from '@lotsa/protocol';
import type { Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { begin, text } from '../contract/samples.ts';
import { type Comparison, median } from './figures.ts';

const SHORT = 50;
const LONG = 50_000;
const MEASURED = 400;

/** What one message more costs in the longest conversation, beside one of an ordinary length. */
export async function longHistory(): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-'));
  const storage = await openEmbedded({ file: join(folder, 'lotsa.db') });
  const [short, long] = [await grown(storage, SHORT), await grown(storage, LONG)];
  const took = { short: [] as number[], long: [] as number[] };
  let [a, b] = [short, long];
  for (let i = 0; i < MEASURED; i += 1) {
    const began = performance.now();
    a = await appended(storage, a);
    const between = performance.now();
    b = await appended(storage, b);
    took.short.push(between - began);
    took.long.push(performance.now() - between);
  }
  await storage.close();
  rmSync(folder, { recursive: true });
  return [
    {
      figure: `one message more behind ${LONG.toLocaleString('en')} (reference: behind ${SHORT})`,
      unit: 'ms',
      lotsa: median(took.long),
      reference: median(took.short),
      target: '≤ 1.2',
    },
  ];
}

async function grown(storage: Storage, length: number): Promise<Conversation> {
  let conversation = await begin(storage);
  while (conversation.seq < length) conversation = await appended(storage, conversation);
  return conversation;
}

async function appended(storage: Storage, before: Conversation): Promise<Conversation> {
  const result = await storage.append(before.id, before, text('En rad till i en lång konversation.'));
  if (result.status !== 'appended') throw new Error(result.status);
  return result.conversation;
}
