import { mongodbUrl } from './mongodb.ts';

/** Which storage a test runs on. */
export type StorageKind = 'embedded' | 'mongodb';

/** The storages there are to test on. */
export const storageKinds: StorageKind[] = mongodbUrl ? ['embedded', 'mongodb'] : ['embedded'];
