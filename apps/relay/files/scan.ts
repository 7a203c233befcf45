import { execFile } from 'node:child_process';
import { FileRefused } from './clean/broken.ts';

const SCAN_MS = 30_000;

/**
 * Has a file looked at by the operator's scanner: a program that gets its path, and ends with 0 (clean) or 1 (infected),
 * as `clamdscan` does. Anything else means that nobody has looked, and the file is not taken.
 * @throws FileRefused `file_infected` or `file_unchecked`.
 */
export function scan(command: string, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile(command, [path], { timeout: SCAN_MS }, (error) => {
      if (!error) return resolve();
      reject(new FileRefused(error.code === 1 ? 'file_infected' : 'file_unchecked'));
    });
  });
}
