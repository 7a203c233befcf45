import type { AuditSelection } from '@lotsa/protocol';
import type { Query } from '@lotsa/storage';

/** The query of the entries that were asked for, the newest first. */
export function auditQuery(
  { by, from, to }: AuditSelection,
  limit: number,
  after: string | null,
): Query<'audit'> {
  const range = {
    field: 'at' as const,
    ...(from !== null && { gte: from }),
    ...(to !== null && { lt: to }),
  };
  const query = { range, order: 'desc' as const, limit, after };
  if (by?.type === 'actor') return { index: 'byActor', equals: { actorId: by.id }, ...query };
  if (by?.type === 'subject') return { index: 'bySubject', equals: { subjectId: by.id }, ...query };
  return { index: 'byTime', ...query };
}
