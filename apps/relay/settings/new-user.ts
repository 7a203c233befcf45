import type { StaffMember } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';

/** A new member of the staff: nobody signs in as it before its password is set by a one-time link. */
export const newUser = (member: StaffMember): UserDoc => ({
  ...member,
  passwordHash: '',
  availability: 'away',
  availabilityReason: null,
  missedOffers: 0,
  presentUntil: 0,
});
