import type { Availability, AvailabilityReason, MailChoices, StaffMember } from '@lotsa/protocol';

/** A member of the staff. */
export interface UserDoc extends StaffMember {
  /** Argon2id, in PHC form; empty until its one-time link was used. */
  passwordHash: string;
  availability: Availability;
  availabilityReason: AvailabilityReason | null;
  /** Offers it did not take, in a row (rule R2). */
  missedOffers: number;
  /** Until when it counts as present; a relay with a console of theirs raises it again and again. */
  presentUntil: number;
  /** What it wants mail about; all of it, in Swedish, until it has chosen. */
  mail?: MailChoices;
}
