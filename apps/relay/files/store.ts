import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** The bytes of files, by id, in a folder that no web server serves. Several relays share one folder. */
export interface FileStore {
  /** Keeps the bytes; they survive a crash when it resolves. `look` sees them first, and may throw to have none kept. */
  write(id: string, bytes: Buffer, look: (path: string) => Promise<void>): Promise<void>;
  read(id: string): ReadStream;
  remove(id: string): Promise<void>;
}

/** Ids are ours (`newFileId`), but come back in addresses: nothing else may name a file. */
const ID = /^[a-f0-9]{32}$/;

/** Makes one. The folder is made with the first file, readable by the relay's user only. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (id: string): string => {
    if (!ID.test(id)) throw new RangeError('no id of a file');
    return join(folder, id.slice(0, 2), id);
  };

  return {
    async write(id, bytes, look) {
      const path = pathOf(id);
      const incoming = `${path}.part`;
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true, mode: 0o700 });
      try {
        const file = await open(incoming, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await look(incoming);
        await rename(incoming, path);
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
    },
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
