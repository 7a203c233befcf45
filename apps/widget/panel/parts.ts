import { lazy } from './lazy.tsx';

// What is fetched when it is used: none of it is needed to read the welcome and write the first question.
export const Conversation = lazy(async () => (await import('./conversation.tsx')).Conversation);
export const ContactForm = lazy(async () => (await import('./contact-form.tsx')).ContactForm);
export const EndQuestion = lazy(async () => (await import('./end-question.tsx')).EndQuestion);
export const Over = lazy(async () => (await import('./over.tsx')).Over);
