import { lazy } from './lazy.tsx';

// What is fetched when it is used: none of it is needed to read the welcome and write the first question. Each import
// stands alone, because Vite wraps one whose exports are taken where it stands.
const conversation = () => import('./conversation.tsx');
const forms = () => import('./forms.ts');

export const Conversation = lazy(async () => (await conversation()).Conversation);
export const ContactForm = lazy(async () => (await forms()).ContactForm);
export const EndQuestion = lazy(async () => (await forms()).EndQuestion);
export const Over = lazy(async () => (await forms()).Over);
