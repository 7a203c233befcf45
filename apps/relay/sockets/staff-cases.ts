import {
  addWorkingDays,
  caseAccess,
  type CaseCommand,
  caseTypeOf,
  isActive,
  mayOpenCaseOf,
  momentOf,
  maskPersonalNumbers,
  requireCaseAccess,
  requireGlass,
} from '@lotsa/core';
import {
  type CaseAnswers,
  type CaseChange,
  type caseRequests,
  fail,
  LIMITS,
  type Site,
  type StaffRef,
} from '@lotsa/protocol';
import type { CaseDoc } from '@lotsa/storage';
import { caseOf, listCases, staffCase } from '../cases/case-boxes.ts';
import { queueCaseMails } from '../cases/case-mails.ts';
import { openConversationCase, promisedDate } from '../cases/open-case.ts';
import { everyDocument, isSecret } from '../directory.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

/** No promise is made for later than this. */
const LONGEST_PROMISE_MS = 400 * 24 * 60 * 60_000;
/** What is looked at again within this time is one entry of the audit log. */
const READ_MS = 60 * 60_000;

/** Answers a console's requests about cases. */
export function caseHandlers({
  relay,
  user,
  actor,
  readable,
  requireProof,
}: StaffDesk): Handlers<typeof caseRequests, CaseAnswers> {
  const { cases, context } = relay;
  const { storage } = context;

  /** A case that this user may work on, or read. */
  async function workable(number: string, needed: 'work' | 'read' = 'work'): Promise<CaseDoc> {
    const doc = await cases.byNumber(number);
    if (!doc) throw fail('not_found', {});
    requireCaseAccess(user, doc, needed);
    return doc;
  }

  /** Of the centre or the department: whoever has a secret case sees it. */
  async function colleague(doc: CaseDoc, userId: string | null): Promise<StaffRef | null> {
    if (userId === null) return null;
    const named = await storage.get('users', userId);
    if (
      !named ||
      !isActive(named) ||
      caseAccess(named, { ...doc, ownerId: '', handlerId: '', secret: false, glass: [] }) !== 'work'
    )
      throw fail('unknown_target', {});
    return { id: named.id, name: named.name };
  }

  async function siteOf({ siteId }: CaseDoc): Promise<Site> {
    const site = (await relay.directory()).sites.get(siteId);
    if (!site) throw fail('unknown_target', {});
    return site;
  }

  /** The last moment of a date on which the house is open; of a day on which it is closed, of the next one. */
  async function promiseOn(doc: CaseDoc, date: string): Promise<number> {
    const { hours } = await siteOf(doc);
    const now = context.now();
    const from = momentOf(date, '00:00', hours.timeZone);
    if (from > now + LONGEST_PROMISE_MS) throw fail('invalid_payload', { field: 'date', rule: 'too_late' });
    const promisedAt = addWorkingDays(hours, from, 0);
    if (promisedAt <= now) throw fail('invalid_payload', { field: 'date', rule: 'past' });
    return promisedAt;
  }

  async function commandOf(doc: CaseDoc, change: CaseChange): Promise<CaseCommand> {
    const { departments, caseTypes } = await relay.directory();
    switch (change.type) {
      case 'status': {
        const { status, text, shared } = change;
        const flow = caseTypeOf(caseTypes, doc.kind).statuses;
        return { type: 'setStatus', status, ...(text === null ? {} : { text }), shared, flow };
      }
      case 'department': {
        const { departmentId } = change;
        if (departmentId !== null && !departments.has(departmentId)) throw fail('unknown_target', {});
        return {
          type: 'setDepartment',
          departmentId,
          promisedAt: await promisedDate(relay, await siteOf(doc), departmentId, doc),
          ...(isSecret(departments.get(departmentId ?? '')) ? { secret: true } : {}),
        };
      }
      case 'owner':
        return { type: 'setOwner', owner: await colleague(doc, change.userId) };
      case 'handler':
        return { type: 'setHandler', handler: await colleague(doc, change.userId) };
      case 'promise':
        return {
          type: 'setPromise',
          promisedAt: await promiseOn(doc, change.date),
          reason: change.reason,
        };
      case 'merge': {
        const duplicates = await storage.count('cases', {
          index: 'byMerged',
          equals: { mergedInto: doc.number },
          limit: LIMITS.mergedCases,
        });
        if (duplicates > 0) throw fail('has_duplicates', { n: duplicates });
        return { type: 'merge', into: caseOf(await workable(change.into)) };
      }
      case 'reopen':
        return {
          type: 'reopen',
          promisedAt: await promisedDate(relay, await siteOf(doc), doc.departmentId || null, doc),
        };
      case 'answer':
      case 'note':
        return change;
    }
  }

  return {
    async 'cases:settings'() {
      const { caseTypes } = await relay.directory();
      return { types: caseTypes, templates: await everyDocument(storage, 'caseTemplates') };
    },

    'cases:list': (request) => listCases(storage, user, request, context.now()),

    async 'case:get'({ number }) {
      const doc = await workable(number, 'read');
      const hour = Math.floor(context.now() / READ_MS);
      await relay.audit(user, 'caseRead', doc.id, { once: `read-${user.id}-${doc.id}-${hour}` });
      return staffCase(storage, user, doc);
    },

    async 'case:update'({ number, id, seen, change }) {
      const carryOut = async () => {
        const doc = await workable(number, change.type === 'note' ? 'read' : 'work');
        // A request that was carried out before is not decided on what has become of the case since (rule D2).
        const done = doc.log.find((entry) => entry.id === id);
        if (done?.author.type === 'staff' && done.author.id === user.id) {
          await queueCaseMails(relay, doc);
          return staffCase(storage, user, doc);
        }
        const command = await commandOf(doc, change);
        await relay.audit(user, 'caseChanged', doc.id, {
          reason: change.type,
          once: `change-${user.id}-${id}`,
        });
        const changed = await cases.execute(number, command, { actor, id, seen });
        await queueCaseMails(relay, changed);
        return staffCase(storage, user, changed);
      };
      // Two that are merged into each other at once would both be gone.
      return change.type === 'merge' ? relay.leases.hold('cases:merge', carryOut) : carryOut();
    },

    async 'case:break-glass'({ number, id, reason }) {
      const doc = await cases.byNumber(number);
      if (!doc) throw fail('not_found', {});
      // Carried out before, and asked again because the answer was lost.
      if (!doc.log.some((entry) => entry.id === id)) {
        requireGlass(user, doc);
        await requireProof();
        // Written down before it has an effect, so that nobody reads without it.
        await relay.audit(user, 'glassBroken', doc.id, {
          reason: maskPersonalNumbers(reason).text,
          once: `glass-${user.id}-${id}`,
        });
      }
      const changed = await cases.execute(number, { type: 'breakGlass', reason }, { actor, id });
      return staffCase(storage, user, changed);
    },

    async 'case:open'({ conversationId, kind, departmentId, summary, handoffId }) {
      const { conversation, access } = await readable(conversationId);
      const handoff = conversation.handoffs.find(({ id }) => id === handoffId);
      const mayAsAsked = handoff !== undefined && mayOpenCaseOf(conversation, handoff.id, actor);
      if (!access.decide && !mayAsAsked) throw fail('forbidden', {});
      const { departments, caseTypes } = await relay.directory();
      if (departmentId !== null && !departments.has(departmentId)) throw fail('unknown_target', {});
      if (!caseTypes.some(({ id }) => id === kind))
        throw fail('invalid_payload', { field: 'kind', rule: 'unknown' });
      const { owner } = conversation;
      const me = { id: user.id, name: user.name };
      const doc = await openConversationCase(relay, {
        conversation,
        topicId: null,
        actor,
        kind,
        departmentId: departmentId ?? handoff?.departmentId ?? null,
        owner: owner ?? me,
        ...(mayAsAsked ? { handler: me, handoffId: handoff.id } : {}),
        ...(summary === null ? {} : { summary }),
      });
      await relay.audit(user, 'caseOpened', doc.id, { once: `opened-${doc.id}` });
      return { number: doc.number, promisedAt: doc.promisedAt, departmentId: doc.departmentId || null };
    },
  };
}
