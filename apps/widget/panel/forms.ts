import type { LanguageFile } from '../languages/index.ts';

// What a visitor answers or fills in besides writing, fetched as one.
export { ContactForm } from './contact-form.tsx';
export { EndQuestion } from './end-question.tsx';
export { Over } from './over.tsx';

/** What they say. */
export const texts = import.meta.glob<LanguageFile['forms']>(
  ['../languages/*.ts', '!../languages/index.ts'],
  {
    query: '?forms',
    import: 'forms',
  },
);
