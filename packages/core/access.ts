import type { Conversation, Handoff, Role } from '@lotsa/protocol';
import type { Actor, StaffActor } from './actor.ts';

/** What an actor may do in one conversation. */
export interface Access {
  /** See that it exists: in lists, without what was written in it. */
  exists: boolean;
  /** See it and its messages. */
  read: boolean;
  /** Write notes that only staff see. */
  note: boolean;
  /** Write to the visitor. */
  write: boolean;
  /** Decide on it: hand off, release, close. The owner, and a manager in its place. */
  decide: boolean;
}

const NONE: Access = { exists: false, read: false, note: false, write: false, decide: false };

/** Roles that work in the contact centre and see its queue and conversations. */
export const isCentre = (role: Role): boolean => role === 'agent' || role === 'manager';

/** A hand-off is for this member of the staff: by name, by what it knows, or by department. */
export function isTarget(user: StaffActor, handoff: Handoff): boolean {
  if (handoff.skill !== null) return user.role === 'specialist' && !!user.skills?.includes(handoff.skill);
  return handoff.user === null
    ? handoff.departmentId !== '' && user.departmentIds.includes(handoff.departmentId)
    : handoff.user.id === user.id;
}

/** Those who are or were asked read it, until somebody said no or time did. */
export const isReadIn = ({ state }: Handoff): boolean =>
  state === 'requested' || state === 'accepted' || state === 'answered' || state === 'becameCase';

/**
 * The one place that says who may see and do what in a conversation (rules O1, H1, H3, P6; least privilege). ACCESS.md is
 * the table of it for every request.
 * A visitor has its own; the centre reads all of its own; a specialist reads what was handed to it or its department,
 * and writes where it was let in; the owner decides.
 */
export function accessOf(actor: Actor, conversation: Conversation): Access {
  const open = conversation.status !== 'closed';
  if (actor.type === 'system') return { exists: true, read: true, note: false, write: false, decide: open };
  if (actor.type === 'visitor') {
    const own = actor.visitorId === conversation.visitorId;
    return own
      ? { exists: true, read: true, note: false, write: open && !conversation.visitorEnded, decide: false }
      : NONE;
  }
  const { user } = actor;
  if (conversation.owner?.id === user.id) {
    return { exists: true, read: true, note: open, write: open && !conversation.visitorEnded, decide: open };
  }
  if (isCentre(user.role)) {
    // Secret: of the centre the owner reads it, and whoever has broken the glass (rule P6).
    if (conversation.secret) {
      const read = conversation.glass.some((broken) => broken.user.id === user.id);
      return { exists: true, read, note: read && open, write: false, decide: false };
    }
    return { exists: true, read: true, note: open, write: false, decide: open && user.role === 'manager' };
  }
  if (user.role !== 'specialist') return NONE;
  const joined = conversation.handoffs.find((h) => h.state === 'accepted' && h.acceptedBy?.id === user.id);
  if (joined) {
    return {
      exists: true,
      read: true,
      note: open,
      write: open && joined.mode === 'join' && !conversation.visitorEnded,
      decide: false,
    };
  }
  const read =
    conversation.handoffs.some((h) => h.acceptedBy?.id === user.id || (isTarget(user, h) && isReadIn(h))) ||
    (conversation.ownerDepartmentId !== null && user.departmentIds.includes(conversation.ownerDepartmentId));
  return read ? { ...NONE, exists: true, read: true } : NONE;
}
