import type { FileRule } from '@lotsa/protocol';

/** A file that is not taken, and why. */
export class FileRefused extends Error {
  readonly rule: FileRule;
  constructor(rule: FileRule) {
    super(rule);
    this.name = 'FileRefused';
    this.rule = rule;
  }
}

/** What is left of a file when all that is not needed to show it has gone. */
export interface Cleaned {
  bytes: Buffer;
  width: number;
  height: number;
}

/** A part of a file; one that is not all there is a broken file. */
export function part(bytes: Buffer, from: number, length: number): Buffer {
  if (length < 0 || from + length > bytes.length) throw new FileRefused('file_broken');
  return bytes.subarray(from, from + length);
}
