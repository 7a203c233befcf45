import { iconDownload, iconGlobe, iconLock, iconMail } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** How it is run. */
export const SYSTEM: readonly AdminSection[] = [
  {
    id: 'embedding',
    icon: iconGlobe,
    name: (t) => t.embedding,
    about: (t) => t.embeddingAbout,
    may: ({ role }) => role === 'administrator' || role === 'editor',
    load: async () => (await import('../../embedding/embedding-screen.tsx')).EmbeddingScreen,
  },
  {
    id: 'mail',
    icon: iconMail,
    name: (t) => t.mailScreen,
    about: (t) => t.mailScreenAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../../mail/mail-screen.tsx')).MailScreen,
  },
  {
    id: 'transfer',
    icon: iconDownload,
    name: (t) => t.transferSection,
    about: (t) => t.transferAbout,
    may: (me) => me.role === 'administrator',
    load: async () => (await import('../pages/transfer.tsx')).TransferScreen,
  },
  {
    id: 'audit',
    icon: iconLock,
    name: (t) => t.audit,
    about: (t) => t.auditAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../../audit/audit-screen.tsx')).AuditScreen,
  },
];
