import { randomUUID } from 'node:crypto';
import { openMongo } from '@lotsa/storage/mongo';
import { MongoClient } from 'mongodb';
import { begin, text } from '../contract/samples.ts';
import { mongodbUrl } from '../support/mongodb.ts';
import { type Comparison, medianPair } from './figures.ts';

const CONVERSATIONS = 200;
const MESSAGES = 15;
/** In turns, so that both meet the same machine. */
const RUNS = 9;
const WORDS = 'Jag undrar när soporna hämtas på Storgatan 12, det är redan fredag och kärlet är fullt.';

/** Appends of many conversations at once, beside the bare driver that inserts the same documents in the same groups. */
export async function mongoAppends(): Promise<Comparison[]> {
  if (!mongodbUrl) return [];
  const database = `lotsa_bench_${process.pid}`;
  const storage = await openMongo({ url: mongodbUrl, database });
  const client = await MongoClient.connect(mongodbUrl, { writeConcern: { w: 'majority', journal: true } });
  const bare = client.db(`${database}_bare`).collection<{ _id: string }>('messages');
  await bare.createIndexes([
    { key: { conversationId: 1, seq: 1 } },
    { key: { conversationId: 1, id: 1 }, unique: true },
  ]);

  async function appends(): Promise<number> {
    const begun = await Promise.all(Array.from({ length: CONVERSATIONS }, () => begin(storage)));
    return rate(() =>
      Promise.all(
        begun.map(async (first) => {
          let conversation = first;
          for (let i = 0; i < MESSAGES; i += 1) {
            const result = await storage.append(conversation.id, conversation, text(WORDS));
            if (result.status !== 'appended') throw new Error(result.status);
            ({ conversation } = result);
          }
        }),
      ),
    );
  }

  async function inserts(): Promise<number> {
    const conversationIds = Array.from({ length: CONVERSATIONS }, () => randomUUID());
    return rate(async () => {
      for (let seq = 2; seq < MESSAGES + 2; seq += 1) {
        const group = conversationIds.map((conversationId) => ({
          _id: `${conversationId}:${seq}`,
          conversationId,
          seq,
          ...text(WORDS),
        }));
        await bare.insertMany(group, { ordered: false });
      }
    });
  }

  await Promise.all([appends(), inserts()]); // warm up
  const took = { lotsa: [] as number[], reference: [] as number[] };
  for (let run = 0; run < RUNS; run += 1) {
    took.lotsa.push(await appends());
    took.reference.push(await inserts());
  }
  await storage.close();
  await client.db(database).dropDatabase();
  await client.db(`${database}_bare`).dropDatabase();
  await client.close();
  return [
    {
      figure: 'appends a second on MongoDB (reference: grouped inserts by the driver)',
      unit: '1/s',
      ...medianPair(took.lotsa, took.reference),
      target: '≥ 0.80',
    },
  ];
}

async function rate(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (CONVERSATIONS * MESSAGES * 1_000) / (performance.now() - began);
}
