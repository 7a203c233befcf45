import { iconBell, iconHandOff, iconLock } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** Other systems. */
export const INTEGRATIONS: readonly AdminSection[] = [
  {
    id: 'webhooks',
    icon: iconBell,
    name: (t) => t.webhooks,
    about: (t) => t.webhooksAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../../integrations/webhooks-screen.tsx')).WebhooksScreen,
  },
  {
    id: 'api-keys',
    icon: iconLock,
    name: (t) => t.apiKeys,
    about: (t) => t.apiKeysAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../../integrations/api-keys-screen.tsx')).ApiKeysScreen,
  },
  {
    id: 'handovers',
    icon: iconHandOff,
    name: (t) => t.handovers,
    about: (t) => t.handoversAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../../integrations/handovers-screen.tsx')).HandoversScreen,
  },
];
