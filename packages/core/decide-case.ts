import { type Case, type CaseEntry, type CaseEvent, type CaseOpening, fail, LIMITS } from '@lotsa/protocol';
import type { CaseMail, Contact, FileRef, RefusedFile, StaffRef, StaffStatus } from '@lotsa/protocol';
import { isCentre } from './access.ts';
import { needsText } from './case-types.ts';
import type { Actor, StaffActor } from './actor.ts';
import { maskedContact } from './contact.ts';
import { authorOf, type Context, requireRegistrar, staffOf } from './context.ts';
import { maskPersonalNumbers } from './personal-number.ts';
import { requireSubjectOfficer } from './subjects/officer.ts';

/** What somebody wants to happen to a case; {@link decideCase} says whether it does. */
export type CaseCommand =
  | { type: 'receive'; opening: CaseOpening }
  | { type: 'supplement'; text: string; files: FileRef[]; mail?: CaseMail; refused?: RefusedFile[] }
  | { type: 'withdraw' }
  /** `flow`: what a case of its type can be set to. */
  | { type: 'setStatus'; status: StaffStatus; text?: string; shared?: boolean; flow: readonly StaffStatus[] }
  | { type: 'setDepartment'; departmentId: string | null; promisedAt: number; secret?: true }
  | { type: 'setOwner'; owner: StaffRef | null }
  | { type: 'setHandler'; handler: StaffRef | null }
  | { type: 'setPromise'; promisedAt: number; reason: string }
  | { type: 'answer'; text: string; shared?: boolean }
  | { type: 'note'; text: string }
  /** `into`: the case that goes on, as it is. */
  | { type: 'merge'; into: Case }
  | { type: 'reopen'; promisedAt: number }
  | { type: 'breakGlass'; reason: string }
  | { type: 'mendGlass'; userId: string }
  /** How to reach its visitor was wrong (rule S4). */
  | { type: 'correctContact'; contact: Contact | null }
  /** It is in the diary. */
  | { type: 'setDiaryNumber'; diaryNumber: string }
  | { type: 'alert'; alerted: 'reminder' | 'owner' | 'manager' }
  | { type: 'autoReply'; text: string; mail: CaseMail }
  | { type: 'undelivered'; sentAt: number; status: string | null };

/** What access to a case is decided from. */
export type CaseAccessFacts = Pick<Case, 'departmentId' | 'ownerId' | 'handlerId' | 'secret' | 'glass'>;

/**
 * What somebody has of a case: it works on it; it reads it, and writes notes; it is told that it exists; or not even that.
 */
export type CaseAccess = 'work' | 'read' | 'exists' | 'none';

/**
 * What a member of the staff has of a case: it may see and work on it, sees that it exists, or is not told. The centre has
 * all, but of a secret one (rule P6) only its owner and handler more than that it exists; a specialist has its own and its
 * departments'. What a department may see, it answers for; whoever broke the glass of a secret one reads it, and does nothing to it.
 */
export function caseAccess(user: StaffActor, facts: CaseAccessFacts): CaseAccess {
  const own = facts.ownerId === user.id || facts.handlerId === user.id;
  if (isCentre(user.role)) {
    if (!facts.secret || own) return 'work';
    return facts.glass.some((broken) => broken.user.id === user.id) ? 'read' : 'exists';
  }
  if (user.role !== 'specialist') return 'none';
  return own || user.departmentIds.includes(facts.departmentId) ? 'work' : 'none';
}

/** May see what is in a case. */
export function readsCase(user: StaffActor, facts: CaseAccessFacts): boolean {
  const access = caseAccess(user, facts);
  return access === 'work' || access === 'read';
}

/** @throws LotsaError `forbidden` where it is known to exist, `not_found` where it is not. */
export function requireCaseAccess(
  user: StaffActor,
  facts: CaseAccessFacts,
  needed: 'work' | 'read' = 'work',
): void {
  const access = caseAccess(user, facts);
  if (access === 'none') throw fail('not_found', {});
  if (access === 'exists' || (access === 'read' && needed === 'work')) throw fail('forbidden', {});
}

/**
 * A manager reads what is secret all the same, with a reason and for a time (rule P6); also of a case that has ended.
 * @throws LotsaError when it is not a manager, or it reads it already.
 */
export function requireGlass(user: StaffActor, before: Pick<Case, 'status'> & CaseAccessFacts): void {
  const access = caseAccess(user, before);
  if (access === 'none') throw fail('not_found', {});
  if (user.role !== 'manager') throw fail('forbidden', {});
  if (access !== 'exists') throw fail('wrong_status', { status: before.status });
}

/** What may come after the last entry that people may add: few, and none of them of a visitor's. */
const UNBOUNDED: readonly CaseCommand['type'][] = ['alert', 'breakGlass', 'mendGlass'];

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
  if (command.type === 'correctContact') {
    requireSubjectOfficer(actor);
    if (before.secret) throw fail('forbidden', {});
    const contact = command.contact && maskedContact(command.contact);
    return entry({ type: 'contactCorrected', contact }, 'staff');
  }
  if (command.type === 'setDiaryNumber') {
    requireRegistrar(actor);
    return entry({ type: 'diaryNumberSet', diaryNumber: command.diaryNumber }, 'staff');
  }
  if (actor.type === 'staff' && command.type !== 'breakGlass')
    requireCaseAccess(actor.user, before, command.type === 'note' ? 'read' : 'work');
  if (before.seq >= LIMITS.caseEntries && !UNBOUNDED.includes(command.type))
    throw fail('case_closed', { status: before.status });

  switch (command.type) {
    case 'supplement':
      requireType(actor, 'visitor');
      // One that was merged goes on in the other.
      if (before.mergedInto === null) requireOpen(before);
      return entry({
        type: 'supplemented',
        text: masked(command.text),
        files: command.files,
        ...(command.mail ? { mail: command.mail } : {}),
        ...(command.refused?.length ? { refused: command.refused } : {}),
      });
    case 'withdraw':
      requireType(actor, 'visitor');
      if (before.mergedInto === null) requireOpen(before);
      return entry({ type: 'withdrawn' });
    case 'setStatus': {
      requireType(actor, 'staff');
      requireOpen(before);
      const { status, text, shared } = command;
      if (!command.flow.includes(status)) throw fail('invalid_payload', { field: 'status', rule: 'flow' });
      if (text === undefined && needsText(status))
        throw fail('invalid_payload', { field: 'text', rule: 'empty' });
      return entry({
        type: 'statusSet',
        status,
        ...(text === undefined ? {} : { text: masked(text) }),
        ...(shared ? { shared } : {}),
      });
    }
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
    case 'setHandler':
      requireType(actor, 'staff');
      requireOpen(before);
      return entry({ type: 'handlerSet', handler: command.handler }, 'staff');
    case 'setPromise':
      requireType(actor, 'staff');
      requireOpen(before);
      if (command.promisedAt <= now) throw fail('invalid_payload', { field: 'date', rule: 'past' });
      return entry({
        type: 'promiseSet',
        promisedAt: command.promisedAt,
        reason: masked(command.reason),
      });
    case 'answer':
      requireType(actor, 'staff');
      return entry({
        type: 'answered',
        text: masked(command.text),
        ...(command.shared ? { shared: true } : {}),
      });
    case 'note':
      requireType(actor, 'staff');
      return entry({ type: 'noted', text: masked(command.text) }, 'staff');
    case 'merge': {
      if (actor.type !== 'staff') throw fail('forbidden', {});
      const { into } = command;
      requireCaseAccess(actor.user, into);
      requireOpen(before);
      if (into.mergedInto !== null) throw fail('already_merged', { number: into.mergedInto });
      if (into.id === before.id || into.siteId !== before.siteId) throw fail('unknown_target', {});
      requireOpen(into);
      return entry({ type: 'merged', into: into.number });
    }
    case 'reopen':
      // Its visitor wrote again, by mail (rule M1).
      if (actor.type !== 'system') requireType(actor, 'staff');
      if (before.open || before.status === 'withdrawn') throw fail('wrong_status', { status: before.status });
      return entry({ type: 'reopened', promisedAt: command.promisedAt });
    case 'breakGlass':
      if (actor.type !== 'staff') throw fail('forbidden', {});
      requireGlass(actor.user, before);
      return entry({ type: 'glassBroken', user: staffOf(actor), reason: masked(command.reason) }, 'staff');
    case 'mendGlass': {
      requireType(actor, 'system');
      const broken = before.glass.find(({ user }) => user.id === command.userId);
      if (!broken || broken.until > now) throw fail('wrong_status', { status: before.status });
      return entry({ type: 'glassMended', user: broken.user }, 'staff');
    }
    case 'alert':
      requireType(actor, 'system');
      if (before.watched === '') throw fail('case_closed', { status: before.status });
      return entry({ type: 'alerted', alerted: command.alerted }, 'staff');
    case 'autoReply':
      requireType(actor, 'system');
      return entry({ type: 'autoReplied', text: masked(command.text), mail: command.mail }, 'staff');
    case 'undelivered':
      requireType(actor, 'system');
      return entry({ type: 'undelivered', sentAt: command.sentAt, status: command.status }, 'staff');
  }
}

/** What a colleague did that nobody can undo by not knowing it. */
const HARMLESS: readonly CaseEvent['type'][] = ['noted', 'glassBroken'];

/**
 * Two at work on a case at once: whoever decides on it without having seen what a colleague just did is told so, instead of
 * undoing it. Notes never collide.
 * @throws LotsaError `case_changed`
 */
export function requireSeen(
  log: readonly CaseEntry[],
  seen: number,
  command: CaseCommand,
  user: StaffActor,
): void {
  if (command.type === 'note') return;
  const missed = log.findLast(
    ({ seq, author, event }) =>
      seq > seen && author.type === 'staff' && author.id !== user.id && !HARMLESS.includes(event.type),
  );
  if (missed?.author.type === 'staff')
    throw fail('case_changed', { name: missed.author.name, seq: log.at(-1)?.seq ?? seen });
}

const masked = (text: string): string => maskPersonalNumbers(text).text;

function requireType(actor: Actor, type: Actor['type']): void {
  if (actor.type !== type) throw fail('forbidden', {});
}

function requireOpen({ open, status }: Pick<Case, 'open' | 'status'>): void {
  if (!open) throw fail('case_closed', { status });
}
