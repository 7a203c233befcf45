import { fail, type Role } from '@lotsa/protocol';
import type { Actor } from '../actor.ts';

/** Who answers people that ask about their own data (rule S1): the registry, and whoever administers. */
export const isSubjectOfficer = (role: Role): boolean => role === 'registrar' || role === 'administrator';

/** @throws LotsaError `forbidden` for everybody else. */
export function requireSubjectOfficer(actor: Actor): void {
  if (actor.type !== 'staff' || !isSubjectOfficer(actor.user.role)) throw fail('forbidden', {});
}
