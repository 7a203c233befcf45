import type { FieldError, FileRef, FormField } from '@lotsa/protocol';
import { LIMITS } from '@lotsa/protocol';
import { FileRefused } from '../files/clean/broken.ts';
import type { Files } from '../files/files.ts';
import type { UploadedFile } from '../http/uploads.ts';

/** What one field for files may hold. */
type FileField = Pick<Extract<FormField, { type: 'file' }>, 'name' | 'accept' | 'maxFiles' | 'maxBytes'>;

/** The files of a field: what was taken, and what is wrong with one that was not. */
export interface TakenFiles {
  files: FileRef[];
  errors: FieldError[];
}

/** Takes in the files of one field, behind those that were taken before. Those that are well stay when another is not. */
export async function takeFiles(
  files: Files,
  field: FileField,
  uploads: readonly UploadedFile[],
  kept: readonly FileRef[],
  claim: string,
): Promise<TakenFiles> {
  const taken = [...kept];
  const errors: FieldError[] = [];
  const refuse = (rule: string, limit?: number): void => {
    if (errors.length === 0)
      errors.push({ field: field.name, rule, ...(limit === undefined ? {} : { limit }) });
  };
  for (const upload of uploads) {
    if (taken.length >= field.maxFiles) {
      refuse('too_many_files', field.maxFiles);
      break;
    }
    if (upload.tooLarge) {
      refuse('file_too_large', Math.min(field.maxBytes, LIMITS.fileBytes));
      continue;
    }
    try {
      // One after the other: each is in memory while it is looked at.
      const ref = await files.take({ name: upload.name, bytes: await upload.read() }, claim);
      if (!field.accept.includes(ref.type)) refuse('file_type');
      else if (ref.size > field.maxBytes) refuse('file_too_large', field.maxBytes);
      else taken.push(ref);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      refuse(error.rule);
    }
  }
  return { files: taken, errors };
}
