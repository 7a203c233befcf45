import type { LanguageFile } from '../languages/index.ts';

/** What is said of getting something by mail. */
export const mailTexts = import.meta.glob<LanguageFile['byMail']>(
  ['../languages/*.ts', '!../languages/index.ts'],
  { query: '?byMail', import: 'byMail' },
);
