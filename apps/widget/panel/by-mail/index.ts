import { formTexts } from '../form-texts.ts';
import { mailTexts } from './texts.ts';

// What a visitor gets by mail, fetched when it is asked for.
export { ByMail } from './by-mail.tsx';

/** What it says, also of what went wrong. */
export const texts = [mailTexts, formTexts];
