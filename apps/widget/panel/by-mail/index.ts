import { mailTexts } from '../mail-texts.ts';

// What a visitor gets by mail, fetched when it is first offered.
export { ByMail } from './by-mail.tsx';

/** What it says; its field and its errors are in the words of forms, which whoever shows it has. */
export const texts = [mailTexts];
