import * as v from 'valibot';
import { Id } from './primitives.ts';

/** The types of file that are taken, found by what is in the file and not by its name (OWASP, unrestricted file upload). */
export const FileType = v.picklist(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf']);
export type FileType = v.InferOutput<typeof FileType>;

/** A file as a message or a case names it. Its bytes are at `/api/files/{id}`, for those who may see them. */
export const FileRef = v.object({
  id: Id,
  /** What its sender called it, without a path. */
  name: v.string(),
  type: FileType,
  /** Bytes. */
  size: v.number(),
  /** What its sender says is to be seen in it, for those who do not see it (WCAG 1.1.1). */
  alt: v.optional(v.string()),
  /** Pixels, of a picture. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
});
export type FileRef = v.InferOutput<typeof FileRef>;

/** Why a file is not taken. */
export const FileRule = v.picklist([
  'file_type',
  'file_broken',
  'file_too_large',
  'file_infected',
  'file_unchecked',
  'too_many_files',
]);
export type FileRule = v.InferOutput<typeof FileRule>;

/** A file that came with something and was not taken. */
export const RefusedFile = v.object({ name: v.string(), rule: FileRule });
export type RefusedFile = v.InferOutput<typeof RefusedFile>;
