import { randomBytes } from 'node:crypto';
import type { Adapter } from '@lotsa/storage';
import { openMongo } from '@lotsa/storage/mongo';
import { describe, expect, it } from 'vitest';
import { dropDatabase, mongodbUrl } from '../support/mongodb.ts';
import { mongoRepair } from './mongo-repair.ts';
import { rewriting } from './rewriting.ts';
import { type Store, storageContract } from './storage-contract.ts';

const servers = mongodbUrl === undefined ? [] : [mongodbUrl];
if (servers.length === 0) {
  process.stdout.write(
    'No MongoDB is named by MONGODB_TEST_URL: only the embedded storage is held to the contract.\n',
  );
}

describe.for(servers)('At MONGODB_TEST_URL', (url) => {
  const open = async (): Promise<Store<Adapter>> => {
    const database = `lotsa_contract_${randomBytes(6).toString('hex')}`;
    const store: Store<Adapter> = {
      storage: await openMongo({ url, database }),
      async reopen() {
        await store.storage.close();
        store.storage = await openMongo({ url, database });
        return store.storage;
      },
      async destroy() {
        await store.storage.close();
        await dropDatabase(database);
      },
    };
    return store;
  };
  storageContract('The MongoDB storage', open);
  rewriting('The MongoDB storage', open);
  mongoRepair(url);
});

it('says within seconds that there is no MongoDB at an address', async () => {
  const began = performance.now();
  // the discard port, where nobody listens
  await expect(openMongo({ url: 'mongodb://127.0.0.1:9/' })).rejects.toMatchObject({
    answer: { code: 'storage_unavailable', data: {} },
  });
  expect(performance.now() - began).toBeLessThan(4_000);
});
