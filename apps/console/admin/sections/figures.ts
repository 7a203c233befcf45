import { isSurveyed, readsComments, seesStatistics, setsFeedback, setsTargets } from '@lotsa/core';
import { iconCheck, iconFlag, iconHandOff, iconStar, iconTemplate, iconUsers } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** How it goes, and what departments make of it. */
export const FIGURES: readonly AdminSection[] = [
  {
    id: 'statistics',
    icon: iconTemplate,
    name: (t) => t.statistics,
    about: (t) => t.statisticsAbout,
    may: ({ role }) => seesStatistics(role),
    load: async () => (await import('../../statistics/statistics-screen.tsx')).StatisticsScreen,
  },
  {
    id: 'staffing',
    icon: iconUsers,
    name: (t) => t.staffing,
    about: (t) => t.staffingAbout,
    may: ({ role }) => setsTargets(role),
    load: async () => (await import('../../statistics/staffing-screen.tsx')).StaffingScreen,
  },
  {
    id: 'targets',
    icon: iconFlag,
    name: (t) => t.statTargets,
    about: (t) => t.statTargetsAbout,
    may: ({ role }) => setsTargets(role),
    load: async () => (await import('../../statistics/targets-screen.tsx')).TargetsScreen,
  },
  {
    id: 'comments',
    icon: iconStar,
    name: (t) => t.comments,
    about: (t) => t.commentsAbout,
    may: ({ role }) => readsComments(role),
    load: async () => (await import('../../feedback/comments-screen.tsx')).CommentsScreen,
  },
  {
    id: 'department-months',
    icon: iconHandOff,
    name: (t) => t.months,
    about: (t) => t.monthsAbout,
    may: ({ role }) => seesStatistics(role) || role === 'specialist',
    load: async () => (await import('../../feedback/months-screen.tsx')).MonthsScreen,
  },
  {
    id: 'internal-survey',
    icon: iconCheck,
    name: (t) => t.survey,
    about: (t) => t.surveyAbout,
    may: (me) => seesStatistics(me.role) || isSurveyed(me),
    load: async () => (await import('../../feedback/survey-screen.tsx')).SurveyScreen,
  },
  {
    id: 'feedback-settings',
    icon: iconUsers,
    name: (t) => t.feedbackSettings,
    about: (t) => t.feedbackSettingsAbout,
    may: ({ role }) => setsFeedback(role),
    load: async () => (await import('../../feedback/settings-screen.tsx')).FeedbackSettingsScreen,
  },
];
