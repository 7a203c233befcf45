import { redactedCase } from '@lotsa/core';
import { staffCase } from '../cases/case-boxes.ts';
import type { CaseChanged } from '../cases/cases.ts';
import { rooms, type StaffNamespace } from './server.ts';

/** Tells the consoles in whose lists a case stands, or stood before, what it is now, as each may see it (rule P6). */
export function tellCase(staff: Pick<StaffNamespace, 'to'>, { before, doc }: CaseChanged): void {
  const it = staffCase(doc).case;
  const readers = roomsOf(it);
  const centre = it.secret ? [] : [rooms.centre];
  staff.to([rooms.nobody, ...readers, ...centre]).emit('case:changed', { case: it });
  const others = [...(it.secret ? [rooms.centre] : []), ...(before ? roomsOf(before) : [])];
  if (others.length === 0) return;
  staff
    .to(others)
    .except([...readers, ...centre])
    .emit('case:changed', { case: redactedCase(it) });
}

/** Whose it is. */
const roomsOf = ({
  ownerId,
  departmentId,
}: CaseChanged['doc'] | { ownerId: string; departmentId: string }): string[] => [
  ...(ownerId ? [rooms.user(ownerId)] : []),
  ...(departmentId ? [rooms.department(departmentId)] : []),
];
