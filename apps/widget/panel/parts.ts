import { lazy } from './lazy.tsx';

// What is fetched when it is used: none of it is needed to read the welcome and write the first question. Each import
// stands alone, because Vite wraps one whose exports are taken where it stands.
const conversation = () => import('./conversation.tsx');
const forms = () => import('./forms.ts');

/** Their errors are told in the words of the conversation. */
const withForms = async () => [await forms(), (await conversation()).texts] as const;

export const Conversation = lazy(async () => {
  const { Conversation: Part, texts } = await conversation();
  return [Part, texts];
});
export const ContactForm = lazy(async () => {
  const [{ ContactForm: Part, texts }, talk] = await withForms();
  return [Part, texts, talk];
});
export const EndQuestion = lazy(async () => {
  const [{ EndQuestion: Part, texts }, talk] = await withForms();
  return [Part, texts, talk];
});
export const Over = lazy(async () => {
  const [{ Over: Part, texts }, talk] = await withForms();
  return [Part, texts, talk];
});
