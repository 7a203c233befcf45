import type { Role } from '@lotsa/protocol';

/** A member of the staff who acts. */
export interface StaffActor {
  id: string;
  name: string;
  role: Role;
  departmentIds: readonly string[];
  /** Topics and departments it knows best, by id. */
  skills?: readonly string[];
}

/** Who acts: a visitor, a member of the staff, or Lotsa itself when a time has passed. */
export type Actor =
  | { type: 'visitor'; visitorId: string }
  | { type: 'staff'; user: StaffActor }
  | { type: 'system' };
