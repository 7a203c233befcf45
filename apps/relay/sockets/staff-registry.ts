import {
  caseAccess,
  type Command,
  decide,
  maskPersonalNumbers,
  recordId,
  requireCaseAccess,
} from '@lotsa/core';
import {
  type ClosingClass,
  type Conversation,
  fail,
  type RecordClass,
  type RecordRef,
  type RegistryAnswers,
  type registryRequests,
  type Role,
} from '@lotsa/protocol';
import { everyDocument } from '../directory.ts';
import { requireRecordKnown, recordFor } from '../records/record-desk.ts';
import { documentOf } from '../records/read-record.ts';
import { registrationEntry, unclassedEntry } from '../registry/entries.ts';
import { gatherRegistrations } from '../registry/gather.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

const PAGE = 50;

/** What a conversation is instead. @throws LotsaError where that was not said. */
function requiredClass(recordClass: ClosingClass | null): ClosingClass {
  if (recordClass === null) throw fail('invalid_payload', { field: 'recordClass', rule: 'required' });
  return recordClass;
}

/** The registrar's queue, the classes of closed conversations, and records as a whole (rules P4, P6, P7). */
export function registryHandlers({
  relay,
  user,
  actor,
  change,
}: StaffDesk): Handlers<typeof registryRequests, RegistryAnswers> {
  const { context, registry, conversations, cases } = relay;
  const { storage } = context;
  const me = { id: user.id, name: user.name };
  const requireRole = (...roles: Role[]): void => {
    if (!roles.includes(user.role)) throw fail('forbidden', {});
  };
  const masked = (text: string): string => maskPersonalNumbers(text).text;

  /** A change of a conversation or a case by the registrar, named by its request. */
  async function say(of: RecordRef, id: string, diaryNumber: string): Promise<void> {
    const command = { type: 'setDiaryNumber', diaryNumber } as const;
    if (of.type === 'case') await cases.execute(of.id, command, { actor, id });
    else await conversations.execute(of.id, command, { actor, id });
  }

  type Classing = Extract<Command, { type: 'classify' }>;

  /** Whether a class may be said, before it is written down that it was. What was carried out before may be (rule D2). */
  async function requireClassable(
    conversation: Conversation | undefined,
    conversationId: string,
    command: Classing,
    id: string,
  ): Promise<void> {
    if (await storage.messageById(conversationId, id)) return;
    decide(conversation, command, { actor, id, now: context.now() });
  }

  return {
    async 'registrations:list'({ state, after }) {
      requireRole('registrar');
      // What was closed a moment ago is there when somebody looks.
      if (after === null) await gatherRegistrations(context);
      const { docs, next } = await storage.find('registrations', {
        index: 'byState',
        equals: { state },
        limit: PAGE,
        after,
      });
      return { entries: await Promise.all(docs.map((doc) => registrationEntry(relay, doc))), next };
    },

    async 'records:unclassed'({ after }) {
      requireRole('registrar', 'manager');
      const { docs, next } = await storage.find('conversations', {
        index: 'byClass',
        equals: { recordClass: 'none' },
        range: { field: 'closedAt', gte: 0 },
        limit: PAGE,
        after,
      });
      return { entries: docs.map(unclassedEntry), next };
    },

    async 'registration:get'({ of }) {
      if (user.role === 'registrar') return (await registry.get(of)) ?? null;
      await requireRecordKnown(relay, user, of);
      return (await registry.get(of)) ?? null;
    },

    async 'registration:ask'({ of }) {
      // A conversation is classed.
      if (of.type !== 'case') throw fail('invalid_payload', { field: 'of', rule: 'case' });
      const doc = await cases.byNumber(of.id);
      if (!doc || caseAccess(user, doc) === 'none') throw fail('not_found', {});
      requireCaseAccess(user, doc);
      await relay.audit(user, 'registrationAsked', doc.id, { once: `${recordId(of)} asked ${doc.seq}` });
      return registry.ask(doc, me);
    },

    async 'registration:register'({ of, id, diaryNumber }) {
      requireRole('registrar');
      const command = { type: 'register', diaryNumber } as const;
      await registry.check(of, command);
      await relay.audit(user, 'registered', of.id, {
        reason: diaryNumber,
        once: `registered ${user.id} ${id}`,
      });
      await say(of, id, diaryNumber);
      return registry.change(of, command, me);
    },

    async 'registration:confirm'({ of }) {
      requireRole('registrar');
      const command = { type: 'confirm', grown: false } as const;
      const { checksum } = await registry.check(of, command);
      await relay.audit(user, 'transferConfirmed', of.id, { reason: checksum ?? '' });
      return registry.change(of, command, me);
    },

    async 'registration:dismiss'({ of, id, reason, recordClass }) {
      requireRole('registrar');
      const dismissal = { type: 'dismiss', reason: masked(reason) } as const;
      const known = await registry.get(of);
      const before = known?.state === 'dismissed' ? known : await registry.check(of, dismissal);
      const conversation = of.type === 'conversation' ? await conversations.load(of.id) : undefined;
      const otherwise: Classing | null =
        conversation?.recordClass !== 'register'
          ? null
          : { type: 'classify', recordClass: requiredClass(recordClass), reason };
      if (otherwise) await requireClassable(conversation, of.id, otherwise, id);
      await relay.audit(user, 'registrationDismissed', of.id, {
        reason: masked(reason),
        once: `dismissed ${user.id} ${id}`,
      });
      if (otherwise) await conversations.execute(of.id, otherwise, { actor, id });
      if (before.state === 'dismissed') return before;
      if (otherwise && (await isTransferredAs(otherwise.recordClass))) {
        await gatherRegistrations(context);
        return (await registry.get(of)) ?? before;
      }
      return registry.change(of, dismissal, me);
    },

    async 'registration:restore'({ of, id, reason }) {
      requireRole('registrar');
      await registry.check(of, { type: 'restore' });
      const conversation = of.type === 'conversation' ? await conversations.load(of.id) : undefined;
      const command: Classing | null =
        !conversation || conversation.recordClass === 'register'
          ? null
          : { type: 'classify', recordClass: 'register', reason };
      if (command) await requireClassable(conversation, of.id, command, id);
      await relay.audit(user, 'registrationRestored', of.id, {
        reason: masked(reason),
        once: `restored ${user.id} ${id}`,
      });
      if (command) await conversations.execute(of.id, command, { actor, id });
      return registry.change(of, { type: 'restore' }, me);
    },

    async 'conversation:classify'(request) {
      const { conversationId, recordClass, reason } = request;
      const command = { type: 'classify', recordClass, reason } as const;
      const before = await conversations.load(conversationId);
      await requireClassable(before, conversationId, command, request.id);
      await relay.audit(user, 'recordClassed', conversationId, {
        reason: masked(reason),
        change: { before: { recordClass: before?.recordClass ?? null }, after: { recordClass } },
        once: `classed ${user.id} ${request.id}`,
      });
      const changed = await change(request, command);
      const of: RecordRef = { type: 'conversation', id: conversationId };
      if ((await registry.get(of))?.state === 'waiting' && !(await isTransferredAs(recordClass)))
        await registry.change(of, { type: 'dismiss', reason: masked(reason) }, me);
      await gatherRegistrations(context);
      return changed;
    },

    async 'record:read'({ of, reason }) {
      const kept = await recordFor(relay, user, of, 'recordRead', reason);
      return documentOf(relay, kept);
    },

    async 'releases:list'({ of, after }) {
      await requireRecordKnown(relay, user, of);
      const { docs, next } = await storage.find('releases', {
        index: 'byRecord',
        equals: { recordId: recordId(of) },
        order: 'desc',
        limit: PAGE,
        after,
      });
      return { releases: docs, next };
    },
  };

  /** Conversations of this class stand in the queue: by the law, or by a rule that has them transferred before they are erased. */
  async function isTransferredAs(recordClass: RecordClass): Promise<boolean> {
    if (recordClass === 'register') return true;
    const rules = await everyDocument(storage, 'retentionRules');
    return rules.some((rule) => rule.action === 'export' && rule.recordClass === recordClass);
  }
}
