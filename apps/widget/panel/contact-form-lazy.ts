import { lazy } from './lazy.tsx';
import type { ContactFormProps } from './contact-form.tsx';

/** {@link ContactFormProps}: fetched when somebody wants to leave contact details. */
export const ContactForm = lazy<ContactFormProps>(
  async () => (await import('./contact-form.tsx')).ContactForm,
);
