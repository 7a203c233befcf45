import type { Case, CaseEntry, CaseStatus } from '@lotsa/protocol';

const ENDED: readonly CaseStatus[] = ['done', 'notOurs', 'duplicate', 'withdrawn'];

/** What a case is after one more entry of its log; the fold of the whole log from `undefined` is the case. */
export function evolveCase(before: Case | undefined, caseId: string, entry: CaseEntry): Case {
  const { event, at, seq } = entry;
  if (!before) {
    if (event.type !== 'received') throw new Error('a case begins with what was received');
    const { answers: _answers, files: _files, departmentId, ...opening } = event.opening;
    return {
      ...opening,
      id: caseId,
      departmentId: departmentId ?? '',
      status: 'received',
      open: 1,
      owner: null,
      ownerId: '',
      receivedAt: at,
      lastAt: at,
      closedAt: null,
      seq,
    };
  }
  const next: Case = { ...before, seq, lastAt: at };
  switch (event.type) {
    case 'supplemented':
      // The answer that was waited for has come.
      return before.status === 'waitingForVisitor' ? withStatus(next, 'inProgress', at) : next;
    case 'withdrawn':
      return withStatus(next, 'withdrawn', at);
    case 'statusSet':
      return withStatus(next, event.status, at);
    case 'departmentSet':
      return {
        ...next,
        departmentId: event.departmentId ?? '',
        promisedAt: event.promisedAt,
        secret: before.secret || event.secret === true,
        status: 'forwarded',
        owner: null,
        ownerId: '',
      };
    case 'ownerSet':
      return { ...next, owner: event.owner, ownerId: event.owner?.id ?? '' };
    case 'received':
    case 'answered':
    case 'noted':
      return next;
  }
}

function withStatus(next: Case, status: CaseStatus, at: number): Case {
  const ended = ENDED.includes(status);
  return { ...next, status, open: ended ? 0 : 1, closedAt: ended ? at : null };
}
