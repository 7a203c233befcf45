import { type Case, type Conversation, fail } from '@lotsa/protocol';
import { accessOf } from '../access.ts';
import type { StaffActor } from '../actor.ts';
import { caseAccess } from '../decide-case.ts';

/** What somebody has of a record as a whole: takes it out, takes it out with a reason, sees that it exists, or is not told. */
export type RecordAccess = 'open' | 'reason' | 'exists' | 'none';

/**
 * Who reads a conversation as a record, exports it and gives it out: its owner, a manager who may read it, and a registrar when it is
 * closed and more than of little importance. Of a secret one a registrar says why, which is logged (rule P6).
 */
export function conversationRecordAccess(user: StaffActor, conversation: Conversation): RecordAccess {
  if (user.role === 'registrar') {
    if (conversation.open === 1 || conversation.recordClass === 'minor') return 'none';
    return conversation.secret ? 'reason' : 'open';
  }
  const access = accessOf({ type: 'staff', user }, conversation);
  if (!access.exists) return 'none';
  return access.read && (conversation.ownerId === user.id || user.role === 'manager') ? 'open' : 'exists';
}

/** The same of a case: who works on it as its owner or handler, a manager, and a registrar when it is `queued` to be registered. */
export function caseRecordAccess(user: StaffActor, it: Case, queued: boolean): RecordAccess {
  if (user.role === 'registrar') {
    if (!queued) return 'none';
    return it.secret ? 'reason' : 'open';
  }
  const access = caseAccess(user, it);
  if (access !== 'work') return access;
  return it.ownerId === user.id || it.handlerId === user.id || user.role === 'manager' ? 'open' : 'exists';
}

/** @throws LotsaError when it is not `open` to them, or a reason is missing. */
export function requireRecordAccess(access: RecordAccess, reason: string | null): void {
  if (access === 'none') throw fail('not_found', {});
  if (access === 'exists') throw fail('forbidden', {});
  if (access === 'reason' && reason === null) throw fail('reason_needed', {});
}
