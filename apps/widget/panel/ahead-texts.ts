import type { LanguageFile } from '../languages/index.ts';

/** What is said before the conversation, besides the welcome. */
export const aheadTexts = import.meta.glob<LanguageFile['ahead']>(
  ['../languages/*.ts', '!../languages/index.ts'],
  { query: '?ahead', import: 'ahead' },
);
