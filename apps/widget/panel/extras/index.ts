import type { LanguageFile } from '../../languages/index.ts';
import './extras.css';

// What a visitor may do in a conversation besides writing, fetched as one.
export { Attachments } from './attachments.tsx';
export { CaseLink } from './case-link.tsx';
export { EmojiPicker } from './emoji-picker.tsx';
export { More } from './more.tsx';
export { SentFile } from './sent-file.tsx';

/** What they say. */
export const texts = import.meta.glob<LanguageFile['extras']>(
  ['../../languages/*.ts', '!../../languages/index.ts'],
  { query: '?extras', import: 'extras' },
);
