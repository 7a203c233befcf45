import { maySet } from '@lotsa/core';
import { iconBuilding, iconFlag, iconGlobe, iconHandOff, iconInbox, iconTemplate } from '@lotsa/ui';
import { reviewsDue } from '../review.ts';
import type { AdminSection } from './section.ts';

/** What the municipality is made of, and what its parts have agreed on. */
export const ORGANISATION: readonly AdminSection[] = [
  {
    id: 'sites',
    icon: iconGlobe,
    name: (t) => t.sitesSection,
    about: (t) => t.sitesAbout,
    may: (me) => maySet(me, 'sites'),
    load: async () => (await import('../pages/sites.tsx')).SitesScreen,
  },
  {
    id: 'departments',
    icon: iconBuilding,
    name: (t) => t.departmentsSection,
    about: (t) => t.departmentsAbout,
    may: (me) => maySet(me, 'departments'),
    load: async () => (await import('../pages/departments.tsx')).DepartmentsScreen,
  },
  {
    id: 'topics',
    icon: iconFlag,
    name: (t) => t.topicsSection,
    about: (t) => t.topicsAbout,
    may: (me) => maySet(me, 'topics'),
    load: async () => (await import('../pages/topics.tsx')).TopicsScreen,
  },
  {
    id: 'agreements',
    icon: iconHandOff,
    name: (t) => t.agreementsSection,
    about: (t) => t.agreementsAbout,
    due(state, now, t) {
      const n = reviewsDue(state, now);
      return { n, label: t.reviewsDue({ n }) };
    },
    may: (me) => maySet(me, 'agreements'),
    load: async () => (await import('../pages/agreements.tsx')).AgreementsScreen,
  },
  {
    id: 'case-types',
    icon: iconInbox,
    name: (t) => t.typesSection,
    about: (t) => t.typesAbout,
    may: (me) => maySet(me, 'caseTypes'),
    load: async () => (await import('../pages/case-types.tsx')).CaseTypesScreen,
  },
  {
    id: 'agreement-documents',
    icon: iconTemplate,
    name: (t) => t.documentSection,
    about: (t) => t.documentAbout,
    may: (me) => maySet(me, 'agreements'),
    load: async () => (await import('../../agreements/agreement-document.tsx')).AgreementDocument,
  },
];
