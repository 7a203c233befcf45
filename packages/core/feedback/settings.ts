import type { FeedbackSettings, Role } from '@lotsa/protocol';

/** What holds until a municipality has decided: every page is all editors', and what comes by itself comes at the first time. */
export const firstFeedbackSettings = (siteId: string): FeedbackSettings => ({
  siteId,
  revision: 0,
  pageEditors: [],
  searchesFrom: 1,
  thumbsFrom: 1,
  survey: {
    questions: [
      {
        id: 'relief',
        question: {
          sv: 'Avlastar kontaktcentret dig i ditt arbete?',
          en: 'Does the contact centre relieve you in your work?',
        },
      },
      {
        id: 'handoffs',
        question: {
          sv: 'Är frågorna som lämnas över till dig väl beskrivna?',
          en: 'Are the questions that are handed to you well described?',
        },
      },
      {
        id: 'right',
        question: {
          sv: 'Är det rätt frågor som lämnas över till dig?',
          en: 'Are the right questions handed to you?',
        },
      },
    ],
    opensOn: ['04-15', '10-15'],
    openDays: 21,
    minimumAnswers: 5,
  },
});

/** Decides who edits which pages. */
export const setsFeedback = (role: Role): boolean => role === 'manager' || role === 'administrator';
