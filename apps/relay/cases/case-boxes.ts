import { isCentre, readsCase, redactedCase } from '@lotsa/core';
import {
  type Case,
  type CaseAnswers,
  type CaseBox,
  type CaseStatus,
  fail,
  LIMITS,
  type StaffCase,
} from '@lotsa/protocol';
import type { CaseDoc, Page, Query, Storage, UserDoc } from '@lotsa/storage';

/** What was asked for. */
interface CaseListRequest {
  box: CaseBox;
  departmentId: string | null;
  kind: string | null;
  status: CaseStatus | null;
  after: string | null;
}

/** Pages that are looked through for what fits a type and a status, before the client is asked to go on. */
const SCANNED_PAGES = 10;

/**
 * A page of cases: what is put in front, then the earliest promise first; each role has its own: the centre sees all, a
 * specialist its own and its departments'. What fits a type and a status is picked out of the list's own index, so that a
 * page of it may be short.
 */
export async function listCases(
  storage: Storage,
  user: UserDoc,
  request: CaseListRequest,
  now: number,
): Promise<CaseAnswers['cases:list']> {
  const { kind, status } = request;
  const query = queryOf(user, request, now);
  const cases: Case[] = [];
  let after = request.after;
  for (let scanned = 0; scanned < SCANNED_PAGES; scanned += 1) {
    const page: Page<'cases'> = await storage.find('cases', { ...query, limit: LIMITS.pageList, after });
    for (const doc of page.docs) {
      if ((kind === null || doc.kind === kind) && (status === null || doc.status === status))
        cases.push(shownTo(user, doc));
    }
    after = page.next;
    if (after === null || cases.length >= LIMITS.pageList / 2) break;
  }
  return { cases, next: after };
}

function queryOf(
  user: UserDoc,
  { box, departmentId }: CaseListRequest,
  now: number,
): Omit<Query<'cases'>, 'limit'> {
  const centre = isCentre(user.role);
  if (!centre && user.role !== 'specialist') throw fail('forbidden', {});
  if (box === 'mine') return { index: 'byHandler', equals: { handlerId: user.id, open: 1 } };
  if (box === 'owned') return { index: 'byOwner', equals: { ownerId: user.id, open: 1 } };
  if (box === 'all' && !centre) throw fail('forbidden', {});
  const everywhere = departmentId === null && box !== 'department';
  if (everywhere ? !centre : departmentId === null || !(centre || user.departmentIds.includes(departmentId)))
    throw fail('forbidden', {});
  const past = { range: { field: 'promisedAt', lt: now } } as const;
  if (departmentId === null) {
    if (box === 'overdue') return { index: 'byPromise', equals: { open: 1 }, ...past };
    if (box === 'ended') return { index: 'byEnd', equals: { open: 0 }, order: 'desc' };
    return { index: 'byOpen', equals: { open: 1 } };
  }
  if (box === 'overdue') return { index: 'byDepartmentPromise', equals: { departmentId, open: 1 }, ...past };
  if (box === 'ended') return { index: 'byDepartmentEnd', equals: { departmentId, open: 0 }, order: 'desc' };
  return { index: 'byDepartment', equals: { departmentId, open: 1 } };
}

/** A case as the staff see it: without its secrets and its log. */
export function caseOf(doc: CaseDoc): Case {
  const {
    log: _log,
    keyHashes: _keyHashes,
    mailDueAt: _mailDueAt,
    mailSince: _mailSince,
    mailHandoffId: _mailHandoffId,
    ...it
  } = doc;
  return it;
}

/** A case with its log and what was merged into it. */
export async function staffCase(storage: Storage, user: UserDoc, doc: CaseDoc): Promise<StaffCase> {
  const { docs } = await storage.find('cases', {
    index: 'byMerged',
    equals: { mergedInto: doc.number },
    limit: LIMITS.mergedCases,
  });
  return { case: caseOf(doc), log: doc.log, duplicates: docs.map((one) => shownTo(user, one)) };
}

/** A case in a list: of a secret one this user may only see that it exists (rule P6). */
function shownTo(user: UserDoc, doc: CaseDoc): Case {
  const it = caseOf(doc);
  return readsCase(user, it) ? it : redactedCase(it);
}
