import type { Agreement, Department, Role, Site } from '@lotsa/protocol';
import { addWorkingDays } from './opening-hours.ts';
import { agreementOf } from './settings.ts';

/**
 * By when a hand-off that is asked for at `now` (ms) is to be answered: in the working days of the agreement about the topic, else of
 * the department, when it closes on the last of them (rule H2).
 */
export function handoffDeadline(
  department: Pick<Department, 'id' | 'hours' | 'replyWorkdays'>,
  site: Pick<Site, 'hours'>,
  agreements: Iterable<Agreement>,
  topicId: string | null,
  now: number,
): number {
  const agreed = agreementOf(agreements, department.id, topicId)?.replyWorkdays;
  return addWorkingDays(department.hours ?? site.hours, now, agreed ?? department.replyWorkdays);
}

/** Somebody of the staff, as far as who is there for a hand-off goes. */
interface Specialist {
  readonly role: Role;
  readonly departmentIds: readonly string[];
  readonly skills: readonly string[];
}

/**
 * Whether a hand-off reaches anybody of those who are there; else it becomes a case (rule H4). A colleague of whoever is asked by name
 * counts, too: the department has been reached.
 */
export const reachesSomebody = (
  { departmentId, skill }: { readonly departmentId: string; readonly skill: string | null },
  present: readonly Specialist[],
): boolean =>
  present.some(
    ({ role, departmentIds, skills }) =>
      role === 'specialist' &&
      (departmentIds.includes(departmentId) || (skill !== null && skills.includes(skill))),
  );
