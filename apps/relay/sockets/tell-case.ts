import { redactedCase } from '@lotsa/core';
import type { Case, CaseAlert } from '@lotsa/protocol';
import { caseOf } from '../cases/case-boxes.ts';
import type { CaseChanged } from '../cases/cases.ts';
import { rooms, type StaffNamespace } from './server.ts';

/** Tells the consoles in whose lists a case stands, or stood before, what it is now, as each may see it (rule P6). */
export function tellCase(staff: Pick<StaffNamespace, 'to'>, { before, doc }: CaseChanged): void {
  const it = caseOf(doc);
  const readers = roomsOf(it);
  const centre = it.secret ? [] : [rooms.centre];
  staff.to([rooms.nobody, ...readers, ...centre]).emit('case:changed', { case: it });
  const last = doc.log.at(-1)?.event;
  if (last?.type === 'alerted') tellAlert(staff, it, last.alerted);
  if (last?.type === 'undelivered') tellAlert(staff, it, last.type);
  const others = [...(it.secret ? [rooms.centre] : []), ...(before ? roomsOf(before) : [])];
  if (others.length === 0) return;
  staff
    .to(others)
    .except([...readers, ...centre])
    .emit('case:changed', { case: redactedCase(it) });
}

/** Alerts whoever answers for it and works on it; with nobody named, the department or the centre (rule O6). */
function tellAlert(staff: Pick<StaffNamespace, 'to'>, it: Case, alerted: CaseAlert): void {
  const named = [it.ownerId, it.handlerId].filter(Boolean).map(rooms.user);
  const everybody = it.departmentId ? rooms.department(it.departmentId) : rooms.centre;
  const concerned = named.length > 0 ? named : [everybody];
  // Of a secret one only those who read it learn what it is about.
  const readers = it.secret ? concerned.filter((room) => room !== rooms.centre) : concerned;
  staff.to([rooms.nobody, ...readers]).emit('case:alerted', { case: it, alerted });
  const others = [
    ...concerned.filter((room) => !readers.includes(room)),
    ...(alerted === 'manager' ? [rooms.managers] : []),
  ];
  staff
    .to([rooms.nobody, ...others])
    .except(readers)
    .emit('case:alerted', { case: it.secret ? redactedCase(it) : it, alerted });
}

/** Whose it is. */
const roomsOf = ({
  ownerId,
  handlerId,
  departmentId,
}: Pick<Case, 'ownerId' | 'handlerId' | 'departmentId'>): string[] => [
  ...(ownerId ? [rooms.user(ownerId)] : []),
  ...(handlerId ? [rooms.user(handlerId)] : []),
  ...(departmentId ? [rooms.department(departmentId)] : []),
];
