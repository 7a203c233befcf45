import { type ErrorAnswer, LIMITS } from '@lotsa/protocol';
import { errorText } from '../error-text.ts';
import type { Language } from '../language.ts';
import { FILE_TYPES } from './keys.ts';

/** Why a file cannot be sent, in plain words, by the rule that the relay names too (protocol's `FileRule`). */
export function fileRuleText(rule: string, { t, formats }: Language): string {
  switch (rule) {
    case 'file_type':
      return t.fileType;
    case 'file_too_large': {
      const limit = formats.number(LIMITS.fileBytes / 1024 / 1024, { style: 'unit', unit: 'megabyte' });
      return t.fileTooLarge({ limit });
    }
    case 'file_infected':
      return t.fileInfected;
    case 'file_unchecked':
      return t.fileUnchecked;
    default:
      return t.fileBroken;
  }
}

/** What is wrong with a file before it is sent; null when nothing is known to be. What is in it the relay looks at. */
export function ruleBroken({ size, type }: Pick<File, 'size' | 'type'>): string | null {
  if (size > LIMITS.fileBytes) return 'file_too_large';
  if (size === 0) return 'file_broken';
  return type && !FILE_TYPES.includes(type) ? 'file_type' : null;
}

/** What came back, in plain words. */
export function fileErrorText(error: ErrorAnswer, language: Language): string {
  if (error.code === 'invalid_form') return fileRuleText(error.data.fields[0]?.rule ?? '', language);
  return errorText(error, language.t);
}
