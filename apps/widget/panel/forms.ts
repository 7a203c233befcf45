import { formTexts } from './form-texts.ts';

// What a visitor answers or fills in besides writing, fetched as one.
export { ContactForm } from './contact-form.tsx';
export { EndQuestion } from './end-question.tsx';
export { Failed } from './failed.tsx';
export { Over } from './over.tsx';

/** What they say. */
export const texts = [formTexts];
