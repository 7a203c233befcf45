/** Ids of where skip links and shortcuts lead. */
export const CONVERSATION = 'conversation';
export const COMPOSER = 'composer';
