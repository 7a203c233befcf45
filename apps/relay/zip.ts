import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** What was written of one part. */
export interface ZipPart {
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/** A ZIP that is written as it is made: no more of it is in memory than one chunk of one part, whatever the reader's pace. */
export interface ZipWriter {
  /**
   * Adds a part. `packed`: it is deflated; what is packed already is only laid in.
   * @throws Error when whoever reads has gone.
   */
  add(
    path: string,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    options: { packed: boolean; at: number },
  ): Promise<ZipPart>;
  /** Writes its end; `out` is still the caller's to end. @returns SHA-256 of the whole. */
  end(): Promise<string>;
}

/** Begins one. */
export function zipTo(out: Writable): ZipWriter {
  const whole = createHash('sha256');
  let full = false;
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) {
      failure = error;
      return;
    }
    whole.update(chunk);
    full = !out.write(chunk);
  });

  async function drained(): Promise<void> {
    if (failure) throw failure;
    if (full && !out.destroyed) await drainOrClose(out);
    full = false;
    if (out.destroyed) throw new Error('whoever fetched it has gone');
  }

  return {
    async add(path, chunks, { packed, at }) {
      const part = createHash('sha256');
      let bytes = 0;
      const entry = packed ? new ZipDeflate(path) : new ZipPassThrough(path);
      entry.mtime = at;
      zip.add(entry);
      for await (const chunk of chunks) {
        part.update(chunk);
        bytes += chunk.length;
        entry.push(chunk);
        await drained();
      }
      entry.push(new Uint8Array(), true);
      await drained();
      return { bytes, sha256: part.digest('hex') };
    },
    async end() {
      zip.end();
      await drained();
      return whole.digest('hex');
    },
  };
}

/** Whoever goes while we wait ends the waiting too. What did not happen is not listened for any more. */
async function drainOrClose(out: Writable): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  try {
    await Promise.race([once(out, 'drain', { signal }), once(out, 'close', { signal })]);
  } finally {
    over.abort();
  }
}
