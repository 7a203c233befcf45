import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PassageDoc, Storage } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openMongo } from '@lotsa/storage/mongo';
import { MongoClient } from 'mongodb';

// How fast earlier answers are found: `tsx test/bench/earlier-answers.ts [conversations]`. 500,000 messages are about 70,000
// conversations. With MONGODB_TEST_URL also on MongoDB. Words are drawn as in real texts: few are in most, most are in few.

const count = Number(process.argv[2] ?? 70_000);
const WORDS = 20_000;
const word = (): string => `ord${Math.floor(WORDS ** Math.random())}`;

function passage(at: number): PassageDoc {
  const id = randomUUID();
  const words = [...new Set(Array.from({ length: 60 }, word))];
  const text = words.join(' ');
  const facts = { siteId: 'ekhamra', language: 'sv', topicId: null, departmentId: null };
  return { id, of: 'conversation', subject: id, ...facts, at, question: text, answer: text, words };
}

async function measure(name: string, storage: Storage): Promise<void> {
  for (let done = 0; done < count; done += 1_000) {
    const batch = Array.from({ length: Math.min(1_000, count - done) }, (_, i) => passage(done + i));
    await storage.insert('passages', batch);
  }
  const times: number[] = [];
  for (let i = 0; i < 60; i += 1) {
    // Two words of which at least one is rare, as questions have; and every third of two common ones, the worst there is.
    const asked = i % 3 === 0 ? [['ord1', 'ord2'], ['ord3']] : [[`ord${50 + i}`], [`ord${2 + i}`]];
    const began = performance.now();
    await storage.search(asked, 40);
    times.push(performance.now() - began);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  process.stdout.write(
    `${name}: ${count} passages, median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms\n`,
  );
}

const folder = mkdtempSync(join(tmpdir(), 'lotsa-bench-'));
const embedded = await openEmbedded({ file: join(folder, 'lotsa.db') });
await measure('embedded', embedded);
await embedded.close();
rmSync(folder, { recursive: true });
const url = process.env['MONGODB_TEST_URL'];
if (url) {
  const database = `lotsa_bench_${randomBytes(6).toString('hex')}`;
  const mongo = await openMongo({ url, database });
  await measure('MongoDB', mongo);
  await mongo.close();
  const client = new MongoClient(url);
  await client.db(database).dropDatabase();
  await client.close();
}
