import { lazy } from './lazy.tsx';

// What is fetched when it is used: none of it is needed to read the welcome and write the first question. Each import
// stands alone, because Vite wraps one whose exports are taken where it stands.
const ahead = () => import('./ahead/index.ts');
const conversation = () => import('./conversation.tsx');
const forms = () => import('./forms.ts');

export const Banners = lazy(ahead, 'Banners');
export const Suggestions = lazy(ahead, 'Suggestions');
export const TopicChoice = lazy(ahead, 'TopicChoice');
export const Conversation = lazy(conversation, 'Conversation');
export const Tools = lazy(conversation, 'Tools');
export const Waiting = lazy(conversation, 'Waiting');
export const ContactForm = lazy(forms, 'ContactForm');
export const EndQuestion = lazy(forms, 'EndQuestion');
export const Failed = lazy(forms, 'Failed');
export const Over = lazy(forms, 'Over');
