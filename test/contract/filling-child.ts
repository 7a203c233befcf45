/** A process whose files may not grow large: writes what fits, what does not, and what fits again; says what became of each. */
import { openEmbedded } from '@lotsa/storage/embedded';
import { session } from './samples.ts';

const storage = await openEmbedded({ file: process.argv[2] ?? '' });
const small = session();
const large = session({ siteId: 'x'.repeat(4_000_000) });
const later = session();
const outcome = (write: Promise<unknown>): Promise<unknown> => write.catch((error: Error) => error.message);

const said = {
  small: await outcome(storage.insert('sessions', [small])),
  large: await outcome(storage.insert('sessions', [large])),
  later: await outcome(storage.insert('sessions', [later])),
  kept: [small, large, later].map(async ({ id }) => (await storage.get('sessions', id)) !== undefined),
};
process.stdout.write(JSON.stringify({ ...said, kept: await Promise.all(said.kept) }));
await storage.close();
