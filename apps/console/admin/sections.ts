import type { Me } from '@lotsa/protocol';
import { iconGlobe, iconLock, type IconPath } from '@lotsa/ui';
import type { FunctionComponent } from 'preact';
import type { Texts } from '../locales/index.ts';

/** What a section is given. */
export interface SectionProps {
  /** What of the section is open: the part of the address after it; null for its beginning. */
  readonly item: string | null;
}

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
export const ADMIN_GROUPS = ['organisation', 'opening', 'texts', 'people', 'system'] as const;
export type AdminGroup = (typeof ADMIN_GROUPS)[number];

/** Everything that can be administered, in the order of its list. */
const SECTIONS: readonly AdminSection[] = [
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
    id: 'bans',
    group: 'people',
    icon: iconLock,
    name: (t) => t.bans,
    about: (t) => t.bansAbout,
    may: ({ role }) => role === 'manager' || role === 'administrator',
    load: async () => (await import('../bans/bans-screen.tsx')).BansScreen,
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
