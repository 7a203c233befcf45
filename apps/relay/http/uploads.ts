import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { fail, LIMITS } from '@lotsa/protocol';
import type { Request } from 'express';
import type { Config } from '../config.ts';

/** A file that was sent, until it is taken in. */
export interface UploadedFile {
  /** The field it came in. */
  field: string;
  name: string;
  /** It was cut: it has more bytes than any file may have. */
  tooLarge: boolean;
  /** SHA-256 of its bytes. */
  digest: string;
  read(): Promise<Buffer>;
}

/** The body of a form: each field's values in order, and its files. */
export interface Upload {
  values: Map<string, string[]>;
  files: UploadedFile[];
}

/** More than any text may have, so that one that is too long comes back whole and is refused at its field. */
const FIELD_BYTES = 64 * 1024;
const PARTS = 100;
const FILES = 10;
/** What one request may leave on the disk while it is read. */
const TOTAL_BYTES = 40 * 1024 * 1024;

/**
 * Reads a `multipart/form-data` body. Files go to the disk while they come, so that many slow senders cost no memory, and
 * are gone when `use` has ended.
 * @throws LotsaError `invalid_payload` for a body that is none, or has too many parts.
 */
export async function readUpload<Result>(
  { filesDir }: Pick<Config, 'filesDir'>,
  request: Request,
  use: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const folder = join(filesDir, 'incoming', randomUUID());
  try {
    return await use(await parse(request, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function parse(request: Request, folder: string): Promise<Upload> {
  const values = new Map<string, string[]>();
  const files: Promise<UploadedFile | null>[] = [];
  const busboy = parserOf(request);
  let total = 0;
  let parts = 0;

  const read = new Promise<void>((resolve, reject) => {
    const count = (): boolean => {
      parts += 1;
      if (parts > PARTS) reject(malformed('too_many_parts'));
      return parts <= PARTS;
    };
    busboy.on('field', (name, value) => {
      if (count()) values.set(name, [...(values.get(name) ?? []), value]);
    });
    busboy.on('file', (field, stream, name) => {
      if (!count() || files.length >= FILES || total > TOTAL_BYTES) {
        stream.resume();
        return;
      }
      stream.on('data', (chunk: Buffer) => (total += chunk.length));
      const kept = keep(stream, folder, field, name);
      kept.catch(reject);
      files.push(kept);
    });
    busboy.on('error', () => reject(malformed('multipart')));
    busboy.on('finish', () => resolve());
    request.on('aborted', () => {
      // What was being kept ends with its stream.
      busboy.destroy();
      reject(malformed('aborted'));
    });
    request.pipe(busboy);
  });

  try {
    await read;
  } catch (error) {
    request.unpipe(busboy);
    // What is still on its way is read and thrown away, so that the sender hears the answer.
    request.resume();
    throw error;
  }
  return { values, files: (await Promise.all(files)).filter((file) => file !== null) };
}

function parserOf({ headers }: Request): BusboyInstance {
  const type = headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw malformed('multipart');
  const limits = { fieldSize: FIELD_BYTES, fileSize: LIMITS.fileBytes, headerPairs: 50, fieldNameSize: 100 };
  try {
    return new Busboy({ headers: { ...headers, 'content-type': type }, limits });
  } catch {
    throw malformed('multipart');
  }
}

/** A field for files that was left empty is sent as a file without a name and bytes. */
async function keep(
  stream: Readable & { truncated: boolean },
  folder: string,
  field: string,
  name: string | undefined,
): Promise<UploadedFile | null> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    hash.update(chunk);
    size += chunk.length;
  });
  stream.pause();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
  if (!name && size === 0) return null;
  return {
    field,
    name: name ?? '',
    tooLarge: stream.truncated,
    digest: hash.digest('hex'),
    read: () => readFile(path),
  };
}

const malformed = (rule: string) => fail('invalid_payload', { field: '', rule });
