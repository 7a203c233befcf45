import type { LanguageFile } from '../languages/index.ts';

/** What is said in forms, and of what went wrong. */
export const formTexts = import.meta.glob<LanguageFile['forms']>(
  ['../languages/*.ts', '!../languages/index.ts'],
  { query: '?forms', import: 'forms' },
);
