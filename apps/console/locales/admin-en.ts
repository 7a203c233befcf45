import type { Catalogue } from '@lotsa/ui';
import type { adminSv } from './admin-sv.ts';

/** The administration, in English. */
export const adminEn: Catalogue<typeof adminSv> = {
  administration: 'Administration',
  skipToAdmin: 'To the administration',
  adminGroup_organisation: 'Organisation',
  adminGroup_opening: 'Open and available',
  adminGroup_texts: 'Texts',
  adminGroup_people: 'People',
  adminGroup_records: 'Records',
  adminGroup_system: 'System',
  adminFetchFailed: 'The page could not be fetched',
  adminChooseTitle: 'Choose what to change',
  adminChooseText:
    'What you save holds at once, for citizens and colleagues, and is written in the audit log.',
  adminNoSuchTitle: 'There is no such page',
  adminNoSuchText: 'Either it does not exist, or it is not part of your role.',
  unsavedTitle: 'You have changes that are not saved',
  unsavedText: 'If you leave the page now they are lost.',
  unsavedStay: 'Stay',
  unsavedLeave: 'Leave without saving',
  error_changed_meanwhile:
    'Somebody else has changed this since you opened it. What you wrote is still here.',
  error_changed_meanwhile_by: (p) =>
    `${p.name} has changed this since you opened it. What you wrote is still here.`,
  error_in_use: (p) => `${p.id} still uses it. Change that first, and it can be removed.`,
  error_last_administrator: 'There must be at least one active administrator. Appoint somebody else first.',
};
