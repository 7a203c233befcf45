export { backup, restore } from './backup.ts';
import type { Adapter } from '../port.ts';
import { openConnection } from './connection.ts';
import { EmbeddedStorage } from './embedded-storage.ts';
import { GroupCommit } from './group-commit.ts';
import { Lagging } from './lagging.ts';
import { repair } from './repair.ts';
import { migrate } from './schema.ts';

/**
 * Opens the storage that needs no server: one SQLite file, written by one process, durable before it answers.
 * @param options.file its path; file and folder are made where they are missing. Beside it lie `-wal` (part of the
 * data), `-shm` and `-lock`. {@link backup} copies it while it runs.
 * @throws Error of one line when another process has it, a newer Lotsa wrote it, or it is no database.
 */
export async function openEmbedded(options: { file: string }): Promise<Adapter> {
  const connection = openConnection(options.file);
  try {
    migrate(connection, options.file);
    repair(connection);
  } catch (error) {
    connection.close();
    throw error;
  }
  const commit = new GroupCommit(connection);
  return new EmbeddedStorage(connection, commit, new Lagging(connection, commit));
}
