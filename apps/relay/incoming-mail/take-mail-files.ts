import { type FileRef, LIMITS, type RefusedFile } from '@lotsa/protocol';
import { maskPersonalNumbers } from '@lotsa/core';
import { FileRefused } from '../files/clean/broken.ts';
import type { Files } from '../files/files.ts';
import type { MailFile } from './read-mail.ts';

/** The files of a mail: those that were taken, and those that were not, with why. */
export interface TakenMailFiles {
  files: FileRef[];
  refused: RefusedFile[];
}

/** Files that are named as refused; of a mail with more the rest is named by none. */
const MOST_NAMED = 20;

/**
 * Takes in the files of a mail through the same checks as any upload (`files/clean`, the operator's scanner). One that is not
 * taken keeps none of the others out, and its sender is told.
 * @param cut the mail was larger than what is read of a mail: the last file is not whole.
 */
export async function takeMailFiles(
  files: Files,
  incoming: readonly MailFile[],
  cut: boolean,
  claim: string,
): Promise<TakenMailFiles> {
  const taken: FileRef[] = [];
  const refused: RefusedFile[] = [];
  for (const [at, { name, bytes, decoration }] of incoming.entries()) {
    if (decoration) continue;
    const refuse = (rule: RefusedFile['rule']): void => {
      if (refused.length < MOST_NAMED) refused.push({ name: maskPersonalNumbers(name).text, rule });
    };
    if (bytes.length > LIMITS.fileBytes || (cut && at === incoming.length - 1)) {
      refuse('file_too_large');
      continue;
    }
    if (taken.length >= LIMITS.mailFiles) {
      refuse('too_many_files');
      continue;
    }
    try {
      // One after the other: each is in memory while it is looked at.
      taken.push(await files.take({ name, bytes }, claim));
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refuse(error.rule);
    }
  }
  return { files: taken, refused };
}
