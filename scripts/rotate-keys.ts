// npm run rotate-keys: writes everything with the first of ENCRYPTION_KEYS, and says when the others may go. The relay does the same
// when it starts; this is for MongoDB while relays run, and for an embedded store whose relay is down.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openEncrypted } from '@lotsa/storage/encrypted';
import { openMongo } from '@lotsa/storage/mongo';
import { readConfig } from '../apps/relay/config.ts';
import { withSecretFiles } from '../apps/relay/secret-files.ts';
import { main } from './store.ts';

await main(async () => {
  const { database, encryptionKeys } = readConfig(withSecretFiles(process.env));
  const [first] = encryptionKeys;
  if (!first) throw new Error('ENCRYPTION_KEYS is not set; there is nothing to encrypt with.');
  if (database.kind === 'embedded') mkdirSync(database.dataDir, { recursive: true, mode: 0o700 });
  const inner =
    database.kind === 'mongodb'
      ? await openMongo({ url: database.url })
      : await openEmbedded({ file: join(database.dataDir, 'lotsa.db') });
  try {
    const { rotate } = await openEncrypted(inner, encryptionKeys);
    const documents = await rotate();
    process.stdout.write(
      `${documents} documents were written with ${first.id}; everything is. Other keys may be removed, once no copy of the store needs them.\n`,
    );
  } finally {
    await inner.close();
  }
});
