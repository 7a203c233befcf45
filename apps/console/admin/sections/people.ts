import { maySet } from '@lotsa/core';
import { iconLock, iconUsers } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** Who works here and how they sign in; who is shut out. */
export const PEOPLE: readonly AdminSection[] = [
  {
    id: 'users',
    icon: iconUsers,
    name: (t) => t.usersSection,
    about: (t) => t.usersAbout,
    may: (me) => maySet(me, 'users'),
    load: async () => (await import('../pages/users.tsx')).UsersScreen,
  },
  {
    id: 'bans',
    icon: iconLock,
    name: (t) => t.bans,
    about: (t) => t.bansAbout,
    may: ({ role }) => role === 'manager' || role === 'administrator',
    load: async () => (await import('../../bans/bans-screen.tsx')).BansScreen,
  },
  {
    id: 'sign-in',
    icon: iconLock,
    name: (t) => t.signInSection,
    about: (t) => t.signInAbout,
    may: ({ role }) => role === 'administrator',
    load: async () => (await import('../pages/sign-in.tsx')).SignInScreen,
  },
];
