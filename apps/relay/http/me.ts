import type { Me } from '@lotsa/protocol';
import type { UserDoc } from '@lotsa/storage';

/** A user as its own console sees it. */
export function meOf(user: UserDoc): Me {
  const { id, name, role, departmentIds, languages, skills, availability, availabilityReason, capacity } =
    user;
  return { id, name, role, departmentIds, languages, skills, availability, availabilityReason, capacity };
}
