// npm run migrate-to-mongodb: copies the embedded store into the MongoDB of MONGODB_URL, and compares the two. The relay
// must be down. A copy that was cut off is simply run again.
import { copyStorage, sumsOf } from '@lotsa/storage';
import { openEmbedded } from '@lotsa/storage/embedded';
import { openMongo } from '@lotsa/storage/mongo';
import { readConfig } from '../apps/relay/config.ts';
import { withSecretFiles } from '../apps/relay/secret-files.ts';
import { embeddedFile, main } from './store.ts';

await main(async () => {
  const { database } = readConfig(withSecretFiles(process.env));
  if (database.kind !== 'mongodb') throw new Error('MONGODB_URL must say where to.');
  const from = await openEmbedded({ file: embeddedFile() });
  const to = await openMongo({ url: database.url });
  await copyStorage(from, to, (collection, copied) =>
    process.stdout.write(`${collection.padEnd(16)} ${copied}\n`),
  );
  const [here, there] = [await sumsOf(from), await sumsOf(to)];
  await Promise.all([from.close(), to.close()]);
  let same = true;
  for (const [collection, { count, checksum }] of Object.entries(here)) {
    const other = there[collection as keyof typeof there];
    const equal = other.count === count && other.checksum === checksum;
    same &&= equal;
    process.stdout.write(
      `${collection.padEnd(16)} ${String(count).padStart(8)} ${checksum.slice(0, 12)}  ${equal ? 'the same' : `NOT THE SAME: ${other.count}`}\n`,
    );
  }
  if (!same) throw new Error('MongoDB holds something else; was it empty before?');
  process.stdout.write('MongoDB holds the same. Start the relay with MONGODB_URL from now on.\n');
});
