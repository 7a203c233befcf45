import { caseAccess, isCentre, redactedCase } from '@lotsa/core';
import { type Case, type CaseAnswers, type CaseBox, fail, LIMITS, type StaffCase } from '@lotsa/protocol';
import type { CaseDoc, Query, Storage, UserDoc } from '@lotsa/storage';

/** What was asked for. */
interface CaseListRequest {
  box: CaseBox;
  departmentId: string | null;
  after: string | null;
}

/**
 * A page of cases, the earliest promise first; each role has its own: the centre sees all, a specialist its own and its
 * departments'.
 */
export async function listCases(
  storage: Storage,
  user: UserDoc,
  request: CaseListRequest,
  now: number,
): Promise<CaseAnswers['cases:list']> {
  const { docs, next } = await storage.find('cases', {
    ...queryOf(user, request, now),
    limit: LIMITS.pageList,
    after: request.after,
  });
  return { cases: docs.map((doc) => shown(staffCase(doc).case, user)), next };
}

function queryOf(
  user: UserDoc,
  { box, departmentId }: CaseListRequest,
  now: number,
): Omit<Query<'cases'>, 'limit'> {
  const centre = isCentre(user.role);
  if (!centre && user.role !== 'specialist') throw fail('forbidden', {});
  const mayDepartment = departmentId !== null && (centre || user.departmentIds.includes(departmentId));
  const overdue = box === 'overdue' ? { range: { field: 'promisedAt', lt: now } as const } : {};
  const ofDepartment = (): Omit<Query<'cases'>, 'limit'> => {
    if (!mayDepartment) throw fail('forbidden', {});
    return { index: 'byDepartment', equals: { departmentId, open: 1 }, ...overdue };
  };
  switch (box) {
    case 'mine':
      return { index: 'byOwner', equals: { ownerId: user.id, open: 1 } };
    case 'all':
      if (!centre) throw fail('forbidden', {});
      return { index: 'byOpen', equals: { open: 1 } };
    case 'overdue':
      if (centre && departmentId === null) return { index: 'byOpen', equals: { open: 1 }, ...overdue };
      return ofDepartment();
    case 'department':
      return ofDepartment();
  }
}

/** A case with its log as the staff see it: without its secrets. */
export function staffCase(doc: CaseDoc): StaffCase {
  const { log, keyHashes: _keyHashes, ...it } = doc;
  const only: Case = it;
  return { case: only, log };
}

const shown = (it: Case, user: UserDoc): Case => (caseAccess(user, it) === 'work' ? it : redactedCase(it));
