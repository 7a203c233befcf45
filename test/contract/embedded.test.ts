import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { rewriting } from './rewriting.ts';
import { type Store, storageContract } from './storage-contract.ts';

const open = async (): Promise<Store<Adapter>> => {
  const folder = await mkdtemp(join(tmpdir(), 'lotsa-contract-'));
  const file = join(folder, 'lotsa.db');
  const store: Store<Adapter> = {
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
};
storageContract('The embedded storage', open);
rewriting('The embedded storage', open);
