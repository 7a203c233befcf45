import type { OpeningHours } from '@lotsa/protocol';
import type { Documents } from '@lotsa/storage';
import contact from './contact-form.json' with { type: 'json' };

/** Weekdays from eight to five, until somebody says otherwise. */
const OFFICE_HOURS: OpeningHours = {
  timeZone: 'Europe/Stockholm',
  weekly: {
    mon: [['08:00', '17:00']],
    tue: [['08:00', '17:00']],
    wed: [['08:00', '17:00']],
    thu: [['08:00', '17:00']],
    fri: [['08:00', '17:00']],
    sat: [],
    sun: [],
  },
  eveClosesAt: null,
  exceptions: [],
};

/** What a new site has before its hours are set. */
export const newSite = (): Pick<Documents['sites'], 'hours' | 'openOverride'> => ({
  hours: OFFICE_HOURS,
  openOverride: null,
});

/** The form that every site has: a question to the centre, when the chat is closed or cannot be used. */
export const contactForm = (siteId: string): Documents['forms'] =>
  ({
    id: `kontakt-${siteId}`.slice(0, 64),
    siteId,
    kind: 'question',
    departmentId: null,
    topicId: null,
    ...contact,
  }) as Documents['forms'];
