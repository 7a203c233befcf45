import { type DepartmentMonthAnswers, departmentMonthRequests } from './department-month.ts';
import { type FeedbackSettingsAnswers, feedbackSettingsRequests } from './feedback-settings.ts';
import { type WebGapAnswers, webGapRequests } from './web-gap.ts';

/** What a console may ask about what the municipality learns from its citizens' questions. */
export const feedbackRequests = {
  ...webGapRequests,
  ...departmentMonthRequests,
  ...feedbackSettingsRequests,
} as const;

/** What they are answered with. */
export type FeedbackAnswers = WebGapAnswers & DepartmentMonthAnswers & FeedbackSettingsAnswers;
