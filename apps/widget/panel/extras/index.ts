import { formTexts } from '../form-texts.ts';
import { extraTexts } from '../extra-texts.ts';
import './extras.css';

// What a visitor may do in a conversation besides writing, fetched as one.
export { CaseLink } from './case-link.tsx';
export { SentFile } from './sent-file.tsx';
export { Toolbox } from './toolbox.tsx';

/** What they say, also of what went wrong. */
export const texts = [extraTexts, formTexts];
