export * from './department-month.ts';
export * from './page-editors.ts';
export * from './page-questions.ts';
export * from './rating-comment.ts';
export * from './settings.ts';
export * from './web-gap.ts';
export * from './internal-survey.ts';
