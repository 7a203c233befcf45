import type { LanguageFile } from '../languages/index.ts';

/** What is said in what a visitor does besides writing. */
export const extraTexts = import.meta.glob<LanguageFile['extras']>(
  ['../languages/*.ts', '!../languages/index.ts'],
  { query: '?extras', import: 'extras' },
);
