import { randomBytes } from 'node:crypto';
import { openMongo } from '@lotsa/storage/mongo';
import { MongoClient } from 'mongodb';
import { expect, it } from 'vitest';
import { mongodbUrl } from '../support/mongodb.ts';
import { type Store, storageContract } from './storage-contract.ts';

if (mongodbUrl === undefined) {
  process.stdout.write(
    'No MongoDB given (MONGODB_TEST_URL): only the embedded storage is held to the contract.\n',
  );
  it('is not run: without MONGODB_TEST_URL only the embedded storage is tested', () => {
    expect(mongodbUrl).toBeUndefined();
  });
} else {
  const url = mongodbUrl;
  storageContract('The MongoDB storage', async (): Promise<Store> => {
    const database = `lotsa_contract_${randomBytes(6).toString('hex')}`;
    const store: Store = {
      storage: await openMongo({ url, database }),
      async reopen() {
        await store.storage.close();
        store.storage = await openMongo({ url, database });
        return store.storage;
      },
      async destroy() {
        await store.storage.close();
        const client = new MongoClient(url);
        await client.db(database).dropDatabase();
        await client.close();
      },
    };
    return store;
  });
}
