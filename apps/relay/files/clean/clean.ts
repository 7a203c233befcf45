import type { FileType } from '@lotsa/protocol';
import { type Cleaned, FileRefused } from './broken.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import { cleanPng } from './png.ts';
import { cleanWebp } from './webp.ts';

/** A file as it may be kept: its type by what is in it, and only what belongs to that type. */
export interface CleanFile {
  type: FileType;
  bytes: Buffer;
  width?: number;
  height?: number;
}

/** How each type begins. `.` is any byte. */
const SIGNATURES: [FileType, RegExp][] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['application/pdf', /^%PDF-[12]\.\d/],
];

const PICTURES: Record<Exclude<FileType, 'application/pdf'>, (bytes: Buffer) => Cleaned> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/gif': cleanGif,
  'image/webp': cleanWebp,
};

/** What may follow the end of a PDF: a line end or two. */
const AFTER_PDF = /^\s{0,16}$/;

/**
 * Finds the type of a file by its bytes and takes away what does not belong to it. Pictures are put together anew from
 * their parts, so that no second file can be inside or behind one; a PDF must begin at its first byte and end at its last.
 *
 * Our own code, because the libraries for it need a newer Node, native code, or look for Exif only.
 * @throws FileRefused `file_type` for any other type, `file_broken` for a file that is not whole.
 */
export function cleanFile(bytes: Buffer): CleanFile {
  const begin = bytes.toString('latin1', 0, 16);
  const type = SIGNATURES.find(([, signature]) => signature.test(begin))?.[0];
  if (!type) throw new FileRefused('file_type');
  if (type !== 'application/pdf') return { type, ...PICTURES[type](bytes) };
  const end = bytes.lastIndexOf('%%EOF');
  if (end < 0 || !AFTER_PDF.test(bytes.toString('latin1', end + 5))) throw new FileRefused('file_broken');
  return { type, bytes };
}
