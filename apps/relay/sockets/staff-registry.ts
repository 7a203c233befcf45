import { caseAccess, decide, maskPersonalNumbers, recordId, requireCaseAccess } from '@lotsa/core';
import {
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

  async function queued(of: RecordRef) {
    requireRole('registrar');
    const registration = await registry.get(of);
    if (!registration) throw fail('not_found', {});
    return registration;
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
      const before = await queued(of);
      if (before.state !== 'waiting' && before.state !== 'registered')
        throw fail('wrong_status', { status: before.state });
      await relay.audit(user, 'registered', of.id, {
        reason: diaryNumber,
        once: `registered ${user.id} ${id}`,
      });
      await say(of, id, diaryNumber);
      return registry.change(of, { type: 'register', diaryNumber }, me);
    },

    async 'registration:confirm'({ of }) {
      await queued(of);
      const after = await registry.change(of, { type: 'confirm', grown: false }, me);
      await relay.audit(user, 'transferConfirmed', of.id, { reason: after.checksum ?? '' });
      return after;
    },

    async 'registration:dismiss'({ of, id, reason, recordClass }) {
      const before = await queued(of);
      if (before.state !== 'waiting' && before.state !== 'dismissed')
        throw fail('wrong_status', { status: before.state });
      const conversation = of.type === 'conversation' ? await conversations.load(of.id) : undefined;
      if (conversation?.recordClass === 'register') {
        if (recordClass === null) throw fail('invalid_payload', { field: 'recordClass', rule: 'required' });
        const command = { type: 'classify', recordClass, reason } as const;
        await conversations.execute(of.id, command, { actor, id });
      }
      await relay.audit(user, 'registrationDismissed', of.id, {
        reason: masked(reason),
        once: `dismissed ${user.id} ${id}`,
      });
      if (before.state === 'dismissed') return before;
      if (
        conversation?.recordClass === 'register' &&
        recordClass !== null &&
        (await isTransferredAs(recordClass))
      ) {
        await gatherRegistrations(context);
        return (await registry.get(of)) ?? before;
      }
      return registry.change(of, { type: 'dismiss', reason: masked(reason) }, me);
    },

    async 'registration:restore'({ of, id, reason }) {
      await queued(of);
      await relay.audit(user, 'registrationRestored', of.id, {
        reason: masked(reason),
        once: `restored ${user.id} ${id}`,
      });
      const conversation = of.type === 'conversation' ? await conversations.load(of.id) : undefined;
      if (conversation && conversation.recordClass !== 'register') {
        const command = { type: 'classify', recordClass: 'register', reason } as const;
        await conversations.execute(of.id, command, { actor, id });
      }
      return registry.change(of, { type: 'restore' }, me);
    },

    async 'conversation:classify'(request) {
      const { conversationId, recordClass, reason } = request;
      const command = { type: 'classify', recordClass, reason } as const;
      const before = await conversations.load(conversationId);
      // Whether it may, before it is written down; a request that was carried out before may (rule D2).
      if (!(await storage.messageById(conversationId, request.id)))
        decide(before, command, { actor, id: request.id, now: context.now() });
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
