import { openMongo } from '@lotsa/storage/mongo';
import { MongoClient } from 'mongodb';
import { begin, text } from '../contract/samples.ts';
import { makeIndexes } from '../../packages/storage/mongo/indexes.ts';
import { rawMessage } from '../../packages/storage/mongo/documents.ts';
const url = process.env.U ?? 'mongodb://127.0.0.1:27118/?directConnection=true';
const database = 'rate_' + process.pid;
const s = await openMongo({ url, database });
const W = Number(process.env.W ?? 200), N = Number(process.env.N ?? 20);
const client = new MongoClient(url, { writeConcern: { w: 'majority', journal: true } });
await client.connect();
const bareDb = client.db(database + '_bare'); await makeIndexes(bareDb);
const bare = bareDb.collection<any>('messages'), noIdx = bareDb.collection<any>('plain'); await noIdx.insertOne({_id:'x'});
const words = 'Jag undrar när soporna hämtas på Storgatan 12, det är redan fredag och kärlet är fullt.';
async function appends() {
  const cs = await Promise.all(Array.from({ length: W }, () => begin(s)));
  const t = performance.now();
  await Promise.all(cs.map(async (c0) => { let c = c0; for (let i = 0; i < N; i++) { const r = await s.append(c.id, c, text(words)); if (r.status !== 'appended') throw new Error(r.status); c = r.conversation; } }));
  return (W * N) / ((performance.now() - t) / 1000);
}
let run = 0;
async function bares(coll: any, depth: number) {
  run++;
  const groups = Array.from({ length: N }, (_, i) => Array.from({ length: W }, (_, k) => rawMessage({ ...text(words), conversationId: `00000000-0000-4000-8000-${run}-${k}`.padEnd(36,'x'), seq: i + 2 } as any)));
  const t = performance.now();
  let next = 0;
  await Promise.all(Array.from({ length: depth }, async () => { while (next < N) { const g = groups[next++]!; await coll.insertMany(g, { ordered: false }); } }));
  return (W * N) / ((performance.now() - t) / 1000);
}
await appends(); await bares(bare, 1); await bares(noIdx, 1);
for (let r = 0; r < 3; r++) {
  const [a, b1, b2, p] = [await appends(), await bares(bare, 1), await bares(bare, 2), await bares(noIdx, 1)];
  console.log(`appends/s ${a.toFixed(0)}  bare(indexed,1) ${b1.toFixed(0)} bare(indexed,2 in flight) ${b2.toFixed(0)} bare(no index) ${p.toFixed(0)}  ratio ${(a / b1).toFixed(2)} ${(a/b2).toFixed(2)} ${(a/p).toFixed(2)}`);
}
await client.db(database).dropDatabase(); await bareDb.dropDatabase(); await client.close(); await s.close();
