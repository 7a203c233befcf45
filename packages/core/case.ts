import type { Case, CaseEntry, VisitorCase, VisitorCaseEvent } from '@lotsa/protocol';

/** A case whose promised date has passed (rule O6). */
export const isOverdue = ({ open, promisedAt }: Pick<Case, 'open' | 'promisedAt'>, now: number): boolean =>
  open === 1 && promisedAt < now;

/**
 * The number of a case: `EKH-2026-000123`. The site gives its first three letters and digits, the year is the local one.
 * Six digits, and more when a year has more.
 */
export function caseNumber(siteId: string, year: number, serial: number): string {
  return `${caseSeries(siteId, year)}-${String(serial).padStart(6, '0')}`;
}

/** The series that a case's number is counted in. */
export function caseSeries(siteId: string, year: number): string {
  return `${siteId
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 3)
    .toUpperCase()
    .padEnd(2, 'X')}-${year}`;
}

/** A case as the one who has its secret sees it. The one gate: no note and no owner's change passes. */
export function visitorCase(
  { owner, departmentId, open, ...it }: Case,
  log: readonly CaseEntry[],
): VisitorCase {
  const first = log[0]?.event;
  const opening = first?.type === 'received' ? first.opening : undefined;
  return {
    number: it.number,
    siteId: it.siteId,
    title: it.title,
    language: it.language,
    status: it.status,
    open: open === 1,
    departmentId: departmentId || null,
    ownerName: owner?.name ?? null,
    receivedAt: it.receivedAt,
    promisedAt: it.promisedAt,
    answers: opening?.answers ?? [],
    files: opening?.files ?? [],
    log: log.flatMap((entry) => {
      const event = entry.audience === 'public' ? visitorEvent(entry) : null;
      return event ? [{ at: entry.at, event }] : [];
    }),
  };
}

function visitorEvent({ event, author }: CaseEntry): VisitorCaseEvent | null {
  switch (event.type) {
    case 'received':
      return { type: 'received' };
    case 'answered':
      return { ...event, name: author.type === 'staff' ? author.name : '' };
    case 'departmentSet':
      return { type: event.type, departmentId: event.departmentId, promisedAt: event.promisedAt };
    case 'supplemented':
    case 'withdrawn':
    case 'statusSet':
      return event;
    case 'ownerSet':
    case 'noted':
      return null;
  }
}

/** A secret case as those see it who only see that it exists (rule P6): whose it is, by when, and nothing of whom or what. */
export const redactedCase = (it: Case): Case => ({
  ...it,
  title: { sv: it.number },
  language: '',
  conversationId: null,
  topicId: null,
  contact: null,
});
