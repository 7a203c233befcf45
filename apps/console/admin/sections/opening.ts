import { maySet } from '@lotsa/core';
import { iconAlert, iconCalendar, iconClock } from '@lotsa/ui';
import type { AdminSection } from './section.ts';

/** When the chat is open, and what everybody is told first. */
export const OPENING: readonly AdminSection[] = [
  {
    id: 'hours',
    icon: iconClock,
    name: (t) => t.hoursSection,
    about: (t) => t.hoursAbout,
    may: (me) => maySet(me, 'hours'),
    load: async () => (await import('../pages/hours.tsx')).HoursScreen,
  },
  {
    id: 'department-hours',
    icon: iconCalendar,
    name: (t) => t.departmentHoursSection,
    about: (t) => t.departmentHoursAbout,
    may: (me) => maySet(me, 'departmentHours'),
    load: async () => (await import('../pages/hours.tsx')).DepartmentHoursScreen,
  },
  {
    id: 'banners',
    icon: iconAlert,
    name: (t) => t.crisisSection,
    about: (t) => t.crisisAbout,
    may: (me) => maySet(me, 'banners'),
    load: async () => (await import('../pages/banners.tsx')).BannersScreen,
  },
];
