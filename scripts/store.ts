import { join } from 'node:path';
import { readConfig } from '../apps/relay/config.ts';

/** The file of the embedded store that the relay would use with this environment. */
export function embeddedFile(): string {
  const { database } = readConfig({ ...process.env, MONGODB_URL: '', REDIS_URL: '' });
  if (database.kind !== 'embedded') throw new Error('there is no embedded store');
  return join(database.dataDir, 'lotsa.db');
}

/** Runs a script, and ends with one line when it fails. */
export async function main(work: () => void | Promise<void>): Promise<never> {
  try {
    await work();
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message.split('\n')[0] : String(error)}\n`);
    process.exit(1);
  }
}
