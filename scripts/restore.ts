// npm run restore -- COPY: puts a backup in the place of the embedded store. The relay must be down.
import { resolve } from 'node:path';
import { restore } from '@lotsa/storage/embedded';
import { embeddedFile, main } from './store.ts';

await main(() => {
  const [copy] = process.argv.slice(2);
  if (copy === undefined) throw new Error('Say which backup: npm run restore -- COPY');
  const file = embeddedFile();
  const before = restore(resolve(copy), file);
  process.stdout.write(`${file} is ${copy} now.\n${before ? `What was there is ${before}.\n` : ''}`);
});
