import { type Case, type CaseEntry, type CaseEvent, type CaseOpening, fail, LIMITS } from '@lotsa/protocol';
import type { CaseStatus, FileRef, StaffRef } from '@lotsa/protocol';
import { isCentre } from './access.ts';
import type { Actor, StaffActor } from './actor.ts';
import { authorOf, type Context } from './context.ts';
import { maskPersonalNumbers } from './personal-number.ts';

/** What somebody wants to happen to a case; {@link decideCase} says whether it does. */
export type CaseCommand =
  | { type: 'receive'; opening: CaseOpening }
  | { type: 'supplement'; text: string; files: FileRef[] }
  | { type: 'withdraw' }
  | { type: 'setStatus'; status: CaseStatus }
  | { type: 'setDepartment'; departmentId: string | null; promisedAt: number; secret?: true }
  | { type: 'setOwner'; owner: StaffRef | null }
  | { type: 'answer'; text: string }
  | { type: 'note'; text: string };

/** What access to a case is decided from. */
export type CaseFacts = Pick<Case, 'departmentId' | 'ownerId' | 'secret'>;

/**
 * What a member of the staff has of a case: it may see and work on it, sees that it exists, or is not told. The centre has
 * all, but of a secret one (rule P6) only its owner more than that it exists; a specialist has its own and its
 * departments'. There is no reading without working: what a department may see, it answers for.
 */
export function caseAccess(user: StaffActor, facts: CaseFacts): 'work' | 'exists' | 'none' {
  if (isCentre(user.role)) return facts.secret && facts.ownerId !== user.id ? 'exists' : 'work';
  if (user.role !== 'specialist') return 'none';
  return facts.ownerId === user.id || user.departmentIds.includes(facts.departmentId) ? 'work' : 'none';
}

/** @throws LotsaError `forbidden` where it is known to exist, `not_found` where it is not. */
export function requireCaseAccess(user: StaffActor, facts: CaseFacts): void {
  const access = caseAccess(user, facts);
  if (access === 'exists') throw fail('forbidden', {});
  if (access === 'none') throw fail('not_found', {});
}

/**
 * Decides a command on a case: the one entry that it causes. Whoever acts as the visitor has shown the case's secret.
 * @throws LotsaError when the state of the case or the actor's role forbid it.
 */
export function decideCase(before: Case | undefined, command: CaseCommand, context: Context): CaseEntry {
  const { actor, id, now } = context;
  const entry = (event: CaseEvent, audience: 'public' | 'staff' = 'public'): CaseEntry => ({
    seq: (before?.seq ?? 0) + 1,
    id,
    author: authorOf(actor),
    at: now,
    audience,
    event,
  });
  if (command.type === 'receive') {
    if (before) throw fail('wrong_status', { status: before.status });
    return entry({ type: 'received', opening: command.opening });
  }
  if (!before) throw fail('not_found', {});
  if (actor.type === 'staff') requireCaseAccess(actor.user, before);
  if (before.seq >= LIMITS.caseEntries) throw fail('case_closed', { status: before.status });

  switch (command.type) {
    case 'supplement':
      requireType(actor, 'visitor');
      requireOpen(before);
      return entry({ type: 'supplemented', text: masked(command.text), files: command.files });
    case 'withdraw':
      requireType(actor, 'visitor');
      requireOpen(before);
      return entry({ type: 'withdrawn' });
    case 'setStatus':
      requireType(actor, 'staff');
      if (before.status === 'withdrawn') throw fail('case_closed', { status: before.status });
      if (command.status === 'withdrawn') throw fail('forbidden', {});
      return entry({ type: 'statusSet', status: command.status });
    case 'setDepartment':
      requireType(actor, 'staff');
      requireOpen(before);
      return entry({
        type: 'departmentSet',
        departmentId: command.departmentId,
        promisedAt: command.promisedAt,
        ...(command.secret ? { secret: true } : {}),
      });
    case 'setOwner':
      requireType(actor, 'staff');
      requireOpen(before);
      return entry({ type: 'ownerSet', owner: command.owner }, 'staff');
    case 'answer':
      requireType(actor, 'staff');
      return entry({ type: 'answered', text: masked(command.text) });
    case 'note':
      requireType(actor, 'staff');
      return entry({ type: 'noted', text: masked(command.text) }, 'staff');
  }
}

const masked = (text: string): string => maskPersonalNumbers(text).text;

function requireType(actor: Actor, type: Actor['type']): void {
  if (actor.type !== type) throw fail('forbidden', {});
}

function requireOpen({ open, status }: Case): void {
  if (!open) throw fail('case_closed', { status });
}
