import { mayEditGuides, maySet, mendsWeb } from '@lotsa/core';
import { iconBook, iconEdit, iconExternal, iconFlag, iconSearch, iconTemplate } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** What is written for citizens: forms, answers, guides, and what the web lacks. */
export const TEXTS: readonly AdminSection[] = [
  {
    id: 'forms',
    icon: iconEdit,
    name: (t) => t.formsSection,
    about: (t) => t.formsAbout,
    may: (me) => maySet(me, 'forms'),
    load: async () => (await import('../forms/forms-page.tsx')).FormsScreen,
  },
  {
    id: 'case-templates',
    icon: iconTemplate,
    name: (t) => t.templatesSection,
    about: (t) => t.templatesAbout,
    may: (me) => maySet(me, 'caseTemplates'),
    load: async () => (await import('../pages/case-templates.tsx')).CaseTemplatesScreen,
  },
  {
    id: 'canned-responses',
    icon: iconTemplate,
    name: (t) => t.cannedSection,
    about: (t) => t.cannedAbout,
    may: (me) => maySet(me, 'cannedResponses'),
    load: async () => (await import('../pages/canned-responses.tsx')).CannedResponsesScreen,
  },
  {
    id: 'guides',
    icon: iconBook,
    name: (t) => t.guides,
    about: (t) => t.guidesAbout,
    may: (me) => mayEditGuides(me) || me.role === 'specialist',
    load: async () => (await import('../../guides/guides-section.tsx')).GuidesSection,
  },
  {
    id: 'e-services',
    icon: iconExternal,
    name: (t) => t.eServices,
    about: (t) => t.eServicesAbout,
    may: (me) => maySet(me, 'eServices'),
    load: async () => (await import('../pages/e-services.tsx')).EServicesScreen,
  },
  {
    id: 'synonyms',
    icon: iconSearch,
    name: (t) => t.synonyms,
    about: (t) => t.synonymsAbout,
    may: mayEditGuides,
    load: async () => (await import('../../guides/synonyms-section.tsx')).SynonymsSection,
  },
  {
    id: 'web-gaps',
    icon: iconFlag,
    name: (t) => t.gaps,
    about: (t) => t.gapsAbout,
    may: ({ role }) => mendsWeb(role),
    load: async () => (await import('../../feedback/gaps-screen.tsx')).GapsScreen,
  },
];
