import type { Conversation, Role } from '@lotsa/protocol';
import type { StaffActor } from '../actor.ts';

/** Reads what visitors wrote with their ratings: of everything, or of its own departments. */
export const readsComments = (role: Role): boolean => role === 'manager' || role === 'coordinator';

/** Whether what a conversation was about is a department's: by its topic, or because the department was asked. */
const isOf = (
  { departmentId, handoffs }: Pick<Conversation, 'departmentId' | 'handoffs'>,
  id: string,
): boolean => departmentId === id || handoffs.some((handoff) => handoff.departmentId === id);

/**
 * Whether somebody reads what was written with the rating of a conversation, when one department's are asked for, or all.
 * Of what is secret nobody does, its owner neither: it is no free-text statistics (rule P6).
 */
export function readsComment(
  { role, departmentIds }: Pick<StaffActor, 'role' | 'departmentIds'>,
  conversation: Pick<Conversation, 'secret' | 'departmentId' | 'handoffs'>,
  asked: string | null,
): boolean {
  if (!readsComments(role) || conversation.secret) return false;
  if (role === 'coordinator' && !departmentIds.some((id) => isOf(conversation, id))) return false;
  return asked === null || isOf(conversation, asked);
}
