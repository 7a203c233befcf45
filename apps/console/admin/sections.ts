import { isSubjectOfficer, mayEditGuides, maySet, mendsWeb, seesStatistics, setsFeedback, setsTargets } from '@lotsa/core';
import type { Me } from '@lotsa/protocol';
import {
  iconLock,
  iconMail,
  type IconPath,
  iconAlert,
  iconBell,
  iconBook,
  iconSearch,
  iconBuilding,
  iconCalendar,
  iconClock,
  iconDownload,
  iconFile,
  iconFlag,
  iconGlobe,
  iconHandOff,
  iconTemplate,
  iconTrash,
  iconUsers,
} from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import type { Texts } from '../locales/index.ts';

/** What a section is given. */
export interface SectionProps {
  /** What of the section is open: the part of the address after it; null for its beginning. */
  readonly item: string | null;
}

/** The part of the address of something that is not stored yet; no id begins so. */
export const NEW = '_new';

/** What can be administered. */
export interface AdminSection {
  /** Its part of the address: `/console/admin/<id>`. */
  readonly id: string;
  /** Under which heading it stands. */
  readonly group: AdminGroup;
  readonly icon: IconPath;
  readonly name: (t: Texts) => string;
  /** What it is for, in one sentence. */
  readonly about: (t: Texts) => string;
  /** Who may see it. The relay decides again with each request. */
  readonly may: (me: Me) => boolean;
  /** Its screen, fetched when it is first shown. */
  readonly load: () => Promise<FunctionComponent<SectionProps>>;
}

/** The headings of the list, in its order. */
export const ADMIN_GROUPS = [
  'figures',
  'organisation',
  'opening',
  'texts',
  'people',
  'records',
  'integrations',
  'system',
] as const;
export type AdminGroup = (typeof ADMIN_GROUPS)[number];

/** Everything that can be administered, in the order of its list. */
const SECTIONS: readonly AdminSection[] = [
  {
    id: 'statistics',
    group: 'figures',
    icon: iconTemplate,
    name: (t) => t.statistics,
    about: (t) => t.statisticsAbout,
    may: ({ role }) => seesStatistics(role),
    load: async () => (await import('../statistics/statistics-screen.tsx')).StatisticsScreen,
  },
  {
    id: 'staffing',
    group: 'figures',
    icon: iconUsers,
    name: (t) => t.staffing,
    about: (t) => t.staffingAbout,
    may: ({ role }) => setsTargets(role),
    load: async () => (await import('../statistics/staffing-screen.tsx')).StaffingScreen,
  },
  {
    id: 'targets',
    group: 'figures',
    icon: iconFlag,
    name: (t) => t.statTargets,
    about: (t) => t.statTargetsAbout,
    may: ({ role }) => setsTargets(role),
    load: async () => (await import('../statistics/targets-screen.tsx')).TargetsScreen,
  },
  {
    id: 'department-months',
    group: 'figures',
    icon: iconHandOff,
    name: (t) => t.months,
    about: (t) => t.monthsAbout,
    may: ({ role }) => seesStatistics(role) || role === 'specialist',
    load: async () => (await import('../feedback/months-screen.tsx')).MonthsScreen,
  },
  {
    id: 'embedding',
    group: 'system',
    icon: iconGlobe,
    name: (t) => t.embedding,
    about: (t) => t.embeddingAbout,
    may: ({ role }) => role === 'administrator' || role === 'editor',
    load: async () => (await import('../embedding/embedding-screen.tsx')).EmbeddingScreen,
  },
  {
    id: 'sites',
    group: 'organisation',
    icon: iconGlobe,
    name: (t) => t.sitesSection,
    about: (t) => t.sitesAbout,
    may: (me) => maySet(me, 'sites'),
    load: async () => (await import('./pages/sites.tsx')).SitesScreen,
  },
  {
    id: 'departments',
    group: 'organisation',
    icon: iconBuilding,
    name: (t) => t.departmentsSection,
    about: (t) => t.departmentsAbout,
    may: (me) => maySet(me, 'departments'),
    load: async () => (await import('./pages/departments.tsx')).DepartmentsScreen,
  },
  {
    id: 'topics',
    group: 'organisation',
    icon: iconFlag,
    name: (t) => t.topicsSection,
    about: (t) => t.topicsAbout,
    may: (me) => maySet(me, 'topics'),
    load: async () => (await import('./pages/topics.tsx')).TopicsScreen,
  },
  {
    id: 'agreements',
    group: 'organisation',
    icon: iconHandOff,
    name: (t) => t.agreementsSection,
    about: (t) => t.agreementsAbout,
    may: (me) => maySet(me, 'agreements'),
    load: async () => (await import('./pages/agreements.tsx')).AgreementsScreen,
  },
  {
    id: 'agreement-documents',
    group: 'organisation',
    icon: iconTemplate,
    name: (t) => t.documentSection,
    about: (t) => t.documentAbout,
    may: (me) => maySet(me, 'agreements'),
    load: async () => (await import('../agreements/agreement-document.tsx')).AgreementDocument,
  },
  {
    id: 'hours',
    group: 'opening',
    icon: iconClock,
    name: (t) => t.hoursSection,
    about: (t) => t.hoursAbout,
    may: (me) => maySet(me, 'hours'),
    load: async () => (await import('./pages/hours.tsx')).HoursScreen,
  },
  {
    id: 'department-hours',
    group: 'opening',
    icon: iconCalendar,
    name: (t) => t.departmentHoursSection,
    about: (t) => t.departmentHoursAbout,
    may: (me) => maySet(me, 'departmentHours'),
    load: async () => (await import('./pages/hours.tsx')).DepartmentHoursScreen,
  },
  {
    id: 'banners',
    group: 'opening',
    icon: iconAlert,
    name: (t) => t.crisisSection,
    about: (t) => t.crisisAbout,
    may: (me) => maySet(me, 'banners'),
    load: async () => (await import('./pages/banners.tsx')).BannersScreen,
  },
  {
    id: 'canned-responses',
    group: 'texts',
    icon: iconTemplate,
    name: (t) => t.cannedSection,
    about: (t) => t.cannedAbout,
    may: (me) => maySet(me, 'cannedResponses'),
    load: async () => (await import('./pages/canned-responses.tsx')).CannedResponsesScreen,
  },
  {
    id: 'guides',
    group: 'texts',
    icon: iconBook,
    name: (t) => t.guides,
    about: (t) => t.guidesAbout,
    may: (me) => mayEditGuides(me) || me.role === 'specialist',
    load: async () => (await import('../guides/guides-section.tsx')).GuidesSection,
  },
  {
    id: 'synonyms',
    group: 'texts',
    icon: iconSearch,
    name: (t) => t.synonyms,
    about: (t) => t.synonymsAbout,
    may: mayEditGuides,
    load: async () => (await import('../guides/synonyms-section.tsx')).SynonymsSection,
  },
  {
    id: 'web-gaps',
    group: 'texts',
    icon: iconFlag,
    name: (t) => t.gaps,
    about: (t) => t.gapsAbout,
    may: ({ role }) => mendsWeb(role),
    load: async () => (await import('../feedback/gaps-screen.tsx')).GapsScreen,
  },
  {
    id: 'page-editors',
    group: 'texts',
    icon: iconUsers,
    name: (t) => t.feedbackSettings,
    about: (t) => t.feedbackSettingsAbout,
    may: ({ role }) => setsFeedback(role),
    load: async () => (await import('../feedback/settings-screen.tsx')).FeedbackSettingsScreen,
  },
  {
    id: 'users',
    group: 'people',
    icon: iconUsers,
    name: (t) => t.usersSection,
    about: (t) => t.usersAbout,
    may: (me) => maySet(me, 'users'),
    load: async () => (await import('./pages/users.tsx')).UsersScreen,
  },
  {
    id: 'bans',
    group: 'people',
    icon: iconLock,
    name: (t) => t.bans,
    about: (t) => t.bansAbout,
    may: ({ role }) => role === 'manager' || role === 'administrator',
    load: async () => (await import('../bans/bans-screen.tsx')).BansScreen,
  },
  {
    id: 'sign-in',
    group: 'people',
    icon: iconLock,
    name: (t) => t.signInSection,
    about: (t) => t.signInAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('./pages/sign-in.tsx')).SignInScreen,
  },
  {
    id: 'mail',
    group: 'system',
    icon: iconMail,
    name: (t) => t.mailScreen,
    about: (t) => t.mailScreenAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../incoming-mail/mail-screen.tsx')).MailScreen,
  },
  {
    id: 'transfer',
    group: 'system',
    icon: iconDownload,
    name: (t) => t.transferSection,
    about: (t) => t.transferAbout,
    may: (me) => me.role === 'administrator',
    load: async () => (await import('./pages/transfer.tsx')).TransferScreen,
  },
  {
    id: 'webhooks',
    group: 'integrations',
    icon: iconBell,
    name: (t) => t.webhooks,
    about: (t) => t.webhooksAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../integrations/webhooks-screen.tsx')).WebhooksScreen,
  },
  {
    id: 'api-keys',
    group: 'integrations',
    icon: iconLock,
    name: (t) => t.apiKeys,
    about: (t) => t.apiKeysAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../integrations/api-keys-screen.tsx')).ApiKeysScreen,
  },
  {
    id: 'registry',
    group: 'records',
    icon: iconFile,
    name: (t) => t.registry,
    about: (t) => t.registryAbout,
    may: ({ role }) => role === 'registrar' || role === 'manager',
    load: async () => (await import('../registry/registry-screen.tsx')).RegistryScreen,
  },
  {
    id: 'retention-rules',
    group: 'records',
    icon: iconCalendar,
    name: (t) => t.retentionRules,
    about: (t) => t.retentionRulesAbout,
    may: (me) => maySet(me, 'retentionRules'),
    load: async () => (await import('../retention/rules-screen.tsx')).RetentionRulesScreen,
  },
  {
    id: 'retention',
    group: 'records',
    icon: iconTrash,
    name: (t) => t.retention,
    about: (t) => t.retentionAbout,
    may: ({ role }) => role === 'administrator' || role === 'registrar',
    load: async () => (await import('../retention/retention-screen.tsx')).RetentionScreen,
  },
  {
    id: 'data-subjects',
    group: 'records',
    icon: iconUsers,
    name: (t) => t.subjects,
    about: (t) => t.subjectsAbout,
    may: ({ role }) => isSubjectOfficer(role),
    load: async () => (await import('../data-subject/subjects-screen.tsx')).SubjectsScreen,
  },
  {
    id: 'papers',
    group: 'records',
    icon: iconTemplate,
    name: (t) => t.papers,
    about: (t) => t.papersAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../papers/papers-screen.tsx')).PapersScreen,
  },
  {
    id: 'audit',
    group: 'system',
    icon: iconLock,
    name: (t) => t.audit,
    about: (t) => t.auditAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../audit/audit-screen.tsx')).AuditScreen,
  },
];

/** What somebody may administer. */
export const sectionsFor = (me: Me): readonly AdminSection[] => SECTIONS.filter(({ may }) => may(me));
