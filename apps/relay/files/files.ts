import { randomBytes } from 'node:crypto';
import { maskPersonalNumbers } from '@lotsa/core';
import { type FileRef, LIMITS } from '@lotsa/protocol';
import type { FileDoc } from '@lotsa/storage';
import type { Context } from '../context.ts';
import { cleanFile } from './clean/clean.ts';
import { scan } from './scan.ts';
import { createFileStore, type FileStore } from './store.ts';

/** A file as it came in. */
export interface IncomingFile {
  name: string;
  bytes: Buffer;
}

/** The files of this relay. */
export interface Files {
  /** Cleans, scans and keeps a file, for whatever has the claim to take. @throws FileRefused when it is not taken. */
  take(incoming: IncomingFile, claim: string): Promise<FileRef>;
  /** The files of these ids that a claim may take, in this order. */
  claimed(ids: readonly string[], claim: string): Promise<FileRef[]>;
  /** From now on they belong to something; whoever may see that may see them. */
  attach(files: readonly FileRef[], of: NonNullable<FileDoc['of']>): Promise<void>;
  bytes: FileStore['read'];
  /** Removes files with their bytes: what they belonged to is erased. */
  erase(ids: readonly string[]): Promise<void>;
  /** Removes what was taken in and never attached: it is part of no record (rule P4), and nobody can see it. */
  removeStray(): Promise<void>;
}

/** What is filled in is sent within a day. */
const STRAY_MS = 24 * 60 * 60 * 1000;
const BATCH = 100;

/** Makes it. */
export function createFiles({ config, storage, now }: Context): Files {
  const store = createFileStore(config.filesDir);
  const look = async (path: string): Promise<void> => {
    if (config.scanCommand) await scan(config.scanCommand, path);
  };

  return {
    async take({ name, bytes }, claim) {
      const { type, bytes: clean, width, height } = cleanFile(bytes);
      const ref: FileRef = {
        id: randomBytes(16).toString('hex'),
        name: plainName(name),
        type,
        size: clean.length,
        ...(width !== undefined && height !== undefined ? { width, height } : {}),
      };
      await store.write(ref.id, clean, look);
      await storage.insert('files', [{ ...ref, createdAt: now(), attached: 0, claim, of: null }]);
      return ref;
    },
    async claimed(ids, claim) {
      const found = await Promise.all(ids.slice(0, 50).map((id) => storage.get('files', id)));
      return found.filter((doc) => doc?.claim === claim).map((doc) => refOf(doc as FileDoc));
    },
    async attach(files, of) {
      await Promise.all(files.map(({ id }) => storage.update('files', id, { attached: 1, of })));
    },
    bytes: (id) => store.read(id),
    async erase(ids) {
      for (const id of ids) {
        await store.remove(id);
        await storage.removeOne('files', id);
      }
    },
    async removeStray() {
      const query = {
        index: 'byAttached',
        equals: { attached: 0 },
        range: { field: 'createdAt', lt: now() - STRAY_MS },
        limit: BATCH,
      } as const;
      const { docs } = await storage.find('files', query);
      for (const { id } of docs) await store.remove(id);
      if (docs.length > 0) await storage.remove('files', { ...query, limit: docs.length });
    },
  };
}

const refOf = ({ id, name, type, size, width, height }: FileDoc): FileRef => ({
  id,
  name,
  type,
  size,
  ...(width !== undefined && height !== undefined ? { width, height } : {}),
});

/** The last part of a path, without what could mislead on a screen or in a header, and without personal numbers (rule P2). */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069"]/g, '').trim();
  return Array.from(maskPersonalNumbers(plain).text).slice(0, LIMITS.fileName).join('') || 'fil';
}
