import { lazy } from './lazy.tsx';

// What is fetched when it is used: none of it is needed to read the welcome and write the first question.
export const Conversation = lazy(() => import('./conversation.tsx'));
export const ContactForm = lazy(() => import('./contact-form.tsx'));
export const EndQuestion = lazy(() => import('./end-question.tsx'));
export const Over = lazy(() => import('./over.tsx'));
