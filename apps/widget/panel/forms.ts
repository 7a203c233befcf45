// What a visitor answers or fills in besides writing, fetched as one.
export { ContactForm } from './contact-form.tsx';
export { EndQuestion } from './end-question.tsx';
export { Over } from './over.tsx';
