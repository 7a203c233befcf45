import { isSubjectOfficer, maySet } from '@lotsa/core';
import { iconCalendar, iconFile, iconTemplate, iconTrash, iconUsers } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** Public records and personal data: kept, registered, erased, given out. */
export const RECORDS: readonly AdminSection[] = [
  {
    id: 'registry',
    icon: iconFile,
    name: (t) => t.registry,
    about: (t) => t.registryAbout,
    may: ({ role }) => role === 'registrar' || role === 'manager',
    load: async () => (await import('../../registry/registry-screen.tsx')).RegistryScreen,
  },
  {
    id: 'retention-rules',
    icon: iconCalendar,
    name: (t) => t.retentionRules,
    about: (t) => t.retentionRulesAbout,
    may: (me) => maySet(me, 'retentionRules'),
    load: async () => (await import('../../retention/rules-screen.tsx')).RetentionRulesScreen,
  },
  {
    id: 'retention',
    icon: iconTrash,
    name: (t) => t.retention,
    about: (t) => t.retentionAbout,
    may: ({ role }) => role === 'administrator' || role === 'registrar',
    load: async () => (await import('../../retention/retention-screen.tsx')).RetentionScreen,
  },
  {
    id: 'data-subjects',
    icon: iconUsers,
    name: (t) => t.subjects,
    about: (t) => t.subjectsAbout,
    may: ({ role }) => isSubjectOfficer(role),
    load: async () => (await import('../../data-subject/subjects-screen.tsx')).SubjectsScreen,
  },
  {
    id: 'papers',
    icon: iconTemplate,
    name: (t) => t.papers,
    about: (t) => t.papersAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../../papers/papers-screen.tsx')).PapersScreen,
  },
];
