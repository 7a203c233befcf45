import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@lotsa/storage/embedded';
import { type Store, storageContract } from './storage-contract.ts';

storageContract('The embedded storage', async (): Promise<Store> => {
  const folder = await mkdtemp(join(tmpdir(), 'lotsa-contract-'));
  const file = join(folder, 'lotsa.db');
  const store: Store = {
    storage: await openEmbedded({ file }),
    async reopen() {
      await store.storage.close();
      store.storage = await openEmbedded({ file });
      return store.storage;
    },
    async destroy() {
      await store.storage.close();
      await rm(folder, { recursive: true });
    },
  };
  return store;
});
