// npm run backup [-- COPY]: a copy of the embedded store, also while the relay runs.
import { dirname, join, resolve } from 'node:path';
import { backup } from '@lotsa/storage/embedded';
import { embeddedFile, main } from './store.ts';

await main(() => {
  const file = embeddedFile();
  const name = `lotsa-${new Date().toISOString().replace(/[:.]/g, '-')}.db`;
  const copy = resolve(process.argv[2] ?? join(dirname(file), name));
  backup(file, copy);
  process.stdout.write(`${copy} is a whole copy of ${file}.\n`);
});
