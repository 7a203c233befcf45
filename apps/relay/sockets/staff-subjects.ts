import { isSubjectOfficer, recordId } from '@lotsa/core';
import {
  fail,
  type RecordRef,
  type SubjectAnswers,
  type SubjectRequest,
  type subjectRequests,
} from '@lotsa/protocol';
import { eraseRecords } from '../subjects/erase.ts';
import { findDocs, foundOf, termsOf } from '../subjects/find.ts';
import { isSecretDoc, refOf, type SubjectDocs } from '../subjects/records.ts';
import { subjectRegister } from '../subjects/register.ts';
import type { Handlers } from './dispatch.ts';
import type { StaffDesk } from './staff-desk.ts';

const PAGE = 50;

/** Answering people that ask about their own data (rules S1–S6): registrars and administrators, each step on record (rule P7). */
export function subjectHandlers({
  relay,
  user,
  actor,
  requireProof,
}: StaffDesk): Handlers<typeof subjectRequests, SubjectAnswers> {
  const { context, audit } = relay;
  const { storage } = context;
  const register = subjectRegister(context);
  const me = { id: user.id, name: user.name };
  const requireOfficer = (): void => {
    if (!isSubjectOfficer(user.role)) throw fail('forbidden', {});
  };

  /**
   * The request, before anything is done or written down: what is over, and what was decided by an older view of it, is not done at all.
   * @param revision null where nothing was decided by it.
   */
  async function current(requestId: string, revision: number | null): Promise<SubjectRequest> {
    const request = await register.get(requestId);
    if (request.state === 'done') throw fail('wrong_status', { status: 'done' });
    if (revision !== null && request.revision !== revision) throw fail('changed_meanwhile', { name: null });
    return request;
  }
  const docsOf = ({ terms }: SubjectRequest, words: string | null = null): Promise<SubjectDocs> =>
    findDocs(relay, terms, words);
  const requireFields = ({ terms, receivedAt }: Pick<SubjectRequest, 'terms' | 'receivedAt'>): void => {
    termsOf(terms);
    if (receivedAt > context.now()) throw fail('invalid_payload', { field: 'receivedAt', rule: 'future' });
  };
  /** Only what the request leads to, and what is not secret, is touched by it. */
  const among = (docs: SubjectDocs, record: RecordRef): boolean =>
    docs.records.some((found) => recordId(refOf(found)) === recordId(record) && !isSecretDoc(found));

  return {
    async 'subject-requests:list'({ state, after }) {
      requireOfficer();
      const { docs, next } = await storage.find('subjectRequests', {
        index: 'byState',
        equals: { state },
        order: state === 'open' ? 'asc' : 'desc',
        limit: PAGE,
        after,
      });
      return { requests: docs, next };
    },
    async 'subject-request:get'({ requestId }) {
      requireOfficer();
      const request = await register.get(requestId);
      const day = Math.floor(context.now() / 86_400_000);
      await audit(user, 'subjectRequestRead', requestId, { once: `subject ${user.id} ${requestId} ${day}` });
      return request;
    },
    async 'subject-request:enter'({ requestId, kind, ...fields }) {
      requireOfficer();
      requireFields(fields);
      await audit(user, 'subjectRequestEntered', requestId, { reason: kind, once: `entered ${requestId}` });
      return register.enter(requestId, kind, fields);
    },
    async 'subject-request:change'({ requestId, revision, ...fields }) {
      requireOfficer();
      requireFields(fields);
      await current(requestId, revision);
      await audit(user, 'subjectRequestChanged', requestId);
      return register.change(requestId, revision, { type: 'changed' }, me, fields);
    },
    async 'subject-request:find'({ requestId, words }) {
      requireOfficer();
      await requireProof();
      const request = await current(requestId, null);
      await audit(user, 'subjectSearched', requestId);
      const docs = await docsOf(request, words);
      const found = await foundOf(relay, docs);
      const hidden = docs.records.length - found.records.length;
      const act = { type: 'searched', records: found.records.length, protected: hidden } as const;
      await register.change(requestId, null, act, me);
      return found;
    },
    async 'subject-request:rectify'({ requestId, revision, record, contact }) {
      requireOfficer();
      const docs = await docsOf(await current(requestId, revision));
      if (!among(docs, record)) throw fail('not_found', {});
      const found = docs.records.find((one) => recordId(refOf(one)) === recordId(record));
      const change = { before: { contact: found?.doc.contact ?? null }, after: { contact } };
      await audit(user, 'subjectRectified', record.id, { reason: requestId, change });
      // One request corrects one record once to one contact: the same again is the same entry (rule D2).
      const by = { actor, id: `rectified-${requestId.slice(0, 40)}-${revision}` };
      const command = { type: 'correctContact', contact } as const;
      if (record.type === 'case') await relay.cases.execute(record.id, command, by);
      else await relay.conversations.execute(record.id, command, by);
      return register.change(requestId, revision, { type: 'rectified', of: record }, me);
    },
    async 'subject-request:erase'({ requestId, revision, records }) {
      requireOfficer();
      await requireProof();
      const docs = await docsOf(await current(requestId, revision));
      await audit(user, 'subjectErased', requestId);
      const done = await eraseRecords(relay, docs, records, me);
      const act = { type: 'erased', records: done.erased, kept: done.kept } as const;
      return { request: await register.change(requestId, null, act, me), ...done };
    },
    async 'subject-request:restrict'({ requestId, revision, records }) {
      requireOfficer();
      const docs = await docsOf(await current(requestId, revision));
      const chosen = records.filter((record) => among(docs, record));
      await audit(user, 'subjectRestricted', requestId);
      for (const record of chosen) await relay.retention.restrict(record, `GDPR art. 18, ${requestId}`, me);
      return register.change(requestId, revision, { type: 'restricted', records: chosen.length }, me);
    },
    async 'subject-request:decide'({ requestId, revision, outcome, grounds, answer }) {
      requireOfficer();
      await current(requestId, revision);
      if ((outcome === 'refused' || outcome === 'partly') && grounds.length === 0)
        throw fail('invalid_payload', { field: 'grounds', rule: 'empty' });
      await audit(user, 'subjectDecided', requestId, { reason: [outcome, ...grounds].join(' ') });
      const decided = { state: 'done', decidedAt: context.now(), decidedBy: me } as const;
      return register.change(requestId, revision, { type: 'decided' }, me, {
        ...decided,
        outcome,
        grounds,
        answer,
      });
    },
  };
}
