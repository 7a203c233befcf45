import type { FeedbackSettings, Role } from '@lotsa/protocol';

/** What holds until a municipality has decided: every page is all editors', and what comes by itself comes at the first time. */
export const firstFeedbackSettings = (siteId: string): FeedbackSettings => ({
  siteId,
  revision: 0,
  pageEditors: [],
  searchesFrom: 1,
  thumbsFrom: 1,
});

/** Decides who edits which pages. */
export const setsFeedback = (role: Role): boolean => role === 'manager' || role === 'administrator';
