import type { LanguageFile } from '../../languages/index.ts';
import './ahead.css';

// What a site or a question that is being written may bring before the conversation, fetched as one.
export { Crisis } from './crisis.tsx';
export { Suggestions } from './suggestions.tsx';
export { TopicChoice } from './topic-choice.tsx';

/** What they say. */
export const texts = import.meta.glob<LanguageFile['ahead']>(
  ['../../languages/*.ts', '!../../languages/index.ts'],
  { query: '?ahead', import: 'ahead' },
);
