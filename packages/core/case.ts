import type { Case, CaseBox, CaseEntry, CaseStatus, VisitorCase, VisitorCaseEvent } from '@lotsa/protocol';
import type { StaffActor } from './actor.ts';

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

/** A case with its log. */
export interface WholeCase {
  case: Case;
  log: readonly CaseEntry[];
}

/**
 * A case as the one who has its secret sees it. The one gate: no note, no alert and nothing of owner and handler passes.
 * @param main the case that goes on for it, when it was merged: its status and promise are shown, and of its log what was
 * written for all who had reported the same.
 */
export function visitorCase(
  it: Case,
  log: readonly CaseEntry[],
  main?: WholeCase,
): Omit<VisitorCase, 'asked'> {
  const first = log[0]?.event;
  const opening = first?.type === 'received' ? first.opening : undefined;
  const now = main?.case ?? it;
  const own = log.flatMap((entry) => shownEntry(entry));
  const mergedAt = log.findLast(({ event }) => event.type === 'merged')?.at ?? 0;
  const common = main?.log.flatMap((entry) => sharedEntry(entry, mergedAt)) ?? [];
  return {
    number: it.number,
    siteId: it.siteId,
    title: it.title,
    language: it.language,
    status: now.status,
    open: now.open === 1,
    departmentId: now.departmentId || null,
    together: main !== undefined,
    handlerName: now.handler?.name ?? null,
    receivedAt: it.receivedAt,
    promisedAt: now.promisedAt,
    answers: opening?.answers ?? [],
    files: opening?.files ?? [],
    log: [...own, ...common].toSorted((a, b) => a.at - b.at),
  };
}

type Shown = VisitorCase['log'];

function shownEntry(entry: CaseEntry): Shown {
  const event = entry.audience === 'public' ? visitorEvent(entry) : null;
  return event ? [{ at: entry.at, event }] : [];
}

/** What of the case that goes on is for the visitors of those that were merged: what was written to one of them is not. */
function sharedEntry(entry: CaseEntry, mergedAt: number): Shown {
  const { event, at } = entry;
  if (event.type === 'answered') return event.shared ? shownEntry(entry) : [];
  if (event.type === 'statusSet' && event.shared) return shownEntry(entry);
  if (at < mergedAt) return [];
  if (event.type === 'statusSet') return [{ at, event: { type: event.type, status: event.status } }];
  return event.type === 'departmentSet' || event.type === 'reopened' ? shownEntry(entry) : [];
}

function visitorEvent({ event, author }: CaseEntry): VisitorCaseEvent | null {
  switch (event.type) {
    case 'received':
      return { type: 'received' };
    case 'answered':
      return { type: event.type, text: event.text, name: author.type === 'staff' ? author.name : '' };
    case 'departmentSet':
      return { type: event.type, departmentId: event.departmentId, promisedAt: event.promisedAt };
    case 'statusSet': {
      const { type, status, text } = event;
      return text === undefined ? { type, status } : { type, status, text };
    }
    case 'merged':
      return { type: event.type };
    case 'supplemented': {
      const { type, text, files } = event;
      return { type, text, files };
    }
    case 'withdrawn':
    case 'promiseSet':
    case 'reopened':
      return event;
    case 'ownerSet':
    case 'handlerSet':
    case 'alerted':
    case 'contactCorrected':
    case 'noted':
    case 'glassBroken':
    case 'glassMended':
    case 'diaryNumberSet':
    case 'autoReplied':
    case 'undelivered':
      return null;
  }
}

/** A secret case as those see it who only see that it exists (rule P6): whose it is, by when, and nothing of whom or what. */
export function redactedCase({ summary: _summary, identity: _identity, ...it }: Case): Case {
  return {
    ...it,
    title: { sv: it.number },
    language: '',
    conversationId: null,
    topicId: null,
    contact: null,
    contactEmail: null,
    contactPhone: null,
    excerpt: '',
    glass: [],
  };
}

/** Whether a case stands in a list of this user: the relay's lists, kept live between two readings of them. */
export function isInCaseBox(
  it: Case,
  { box, departmentId, kind, status }: CaseListQuery,
  user: StaffActor,
  now: number,
): boolean {
  if ((kind !== null && it.kind !== kind) || (status !== null && it.status !== status)) return false;
  if (departmentId !== null && box !== 'mine' && box !== 'owned' && it.departmentId !== departmentId)
    return false;
  if (box === 'ended') return it.open === 0;
  if (it.open === 0) return false;
  if (box === 'mine') return it.handlerId === user.id;
  if (box === 'owned') return it.ownerId === user.id;
  return box !== 'overdue' || isOverdue(it, now);
}

/** What a list of cases asks for. */
export interface CaseListQuery {
  box: CaseBox;
  departmentId: string | null;
  kind: string | null;
  status: CaseStatus | null;
}

/** The order of a list: what is put in front, then the earliest promise; of ended ones the latest first. */
export function compareCases({ box }: Pick<CaseListQuery, 'box'>): (a: Case, b: Case) => number {
  if (box === 'ended') return (a, b) => b.lastAt - a.lastAt || (a.id < b.id ? 1 : -1);
  return (a, b) => a.front - b.front || a.promisedAt - b.promisedAt || (a.id < b.id ? -1 : 1);
}
