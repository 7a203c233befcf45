import { aheadTexts } from '../ahead-texts.ts';
import './ahead.css';

// What a site or a question that is being written may bring before the conversation, fetched as one.
export { Banners } from './banners.tsx';
export { Suggestions } from './suggestions.tsx';
export { TopicChoice } from './topic-choice.tsx';

/** What they say. */
export const texts = [aheadTexts];
