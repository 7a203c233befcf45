import type { Catalogue } from '@lotsa/ui';
import type { filesSv } from './files-sv.ts';

/** Files in a conversation. */
export const filesEn: Catalogue<typeof filesSv> = {
  attachFile: 'Attach a file',
  fileSending: 'is being sent …',
  fileLost: 'did not arrive. Try again.',
  fileType: 'cannot be sent. Choose a picture (JPEG, PNG, WebP or GIF) or a PDF.',
  fileTooLarge: 'is too large. A file may be at most 10 MB.',
  fileRefused: 'is empty or damaged, or could not be checked.',
};
