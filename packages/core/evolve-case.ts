import type { Case, CaseEntry, CaseOpening, CaseStatus } from '@lotsa/protocol';
import { contactKeys } from './contact.ts';
import { GLASS_MS } from './evolve.ts';

const EXCERPT_LENGTH = 140;

/** What was written in it, choices and how to reach its sender apart. */
function excerptOf({ answers, contact, summary }: CaseOpening): string {
  const reach = Object.values(contact ?? {});
  const written = answers.flatMap(({ value, option }) =>
    typeof value === 'string' && !option && !reach.includes(value) ? [value] : [],
  );
  const line = [summary, ...written].filter(Boolean).join(' · ').replace(/\s+/g, ' ');
  return line.length > EXCERPT_LENGTH ? `${line.slice(0, EXCERPT_LENGTH - 1)}…` : line;
}

/** What ends a case. */
export const ENDED: readonly CaseStatus[] = ['done', 'notOurs', 'refused', 'duplicate', 'withdrawn'];

/** What a case is after one more entry of its log; the fold of the whole log from `undefined` is the case. */
export function evolveCase(before: Case | undefined, caseId: string, entry: CaseEntry): Case {
  const { event, at, seq } = entry;
  if (!before) {
    if (event.type !== 'received') throw new Error('a case begins with what was received');
    const {
      answers: _answers,
      files: _files,
      mail: _mail,
      refused: _refused,
      departmentId,
      front,
      owner = null,
      handler = null,
      ...opening
    } = event.opening;
    return {
      ...opening,
      id: caseId,
      departmentId: departmentId ?? '',
      status: 'received',
      open: 1,
      front: front ? 0 : 1,
      owner,
      ownerId: owner?.id ?? '',
      handler,
      handlerId: handler?.id ?? '',
      excerpt: excerptOf(event.opening),
      mergedInto: null,
      ...contactKeys(opening.contact),
      diaryNumber: null,
      watched: 'reminder',
      glass: [],
      glassUntil: null,
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
      return heard(before.status === 'waitingForVisitor' ? withStatus(next, 'inProgress', at) : next);
    case 'withdrawn':
      return withStatus({ ...next, mergedInto: null }, 'withdrawn', at);
    case 'statusSet':
      return withStatus(event.text === undefined ? next : heard(next), event.status, at);
    case 'departmentSet':
      return {
        ...promised(next, event.promisedAt),
        departmentId: event.departmentId ?? '',
        secret: before.secret || event.secret === true,
        status: 'forwarded',
        handler: null,
        handlerId: '',
      };
    case 'ownerSet':
      return { ...next, owner: event.owner, ownerId: event.owner?.id ?? '' };
    case 'handlerSet':
      return { ...next, handler: event.handler, handlerId: event.handler?.id ?? '' };
    case 'promiseSet':
      return promised(next, event.promisedAt);
    case 'merged':
      return withStatus({ ...next, mergedInto: event.into }, 'duplicate', at);
    case 'reopened':
      return promised(withStatus({ ...next, mergedInto: null }, 'inProgress', at), event.promisedAt);
    case 'contactCorrected':
      return { ...next, lastAt: before.lastAt, contact: event.contact, ...contactKeys(event.contact) };
    case 'diaryNumberSet':
      return { ...next, lastAt: before.lastAt, diaryNumber: event.diaryNumber };
    case 'alerted':
      // What nobody did is not news in a list.
      return { ...next, lastAt: before.lastAt, watched: NEXT_WATCHED[event.alerted] };
    case 'glassBroken':
      // Whoever reads it does nothing to it: it is no news in a list.
      return withGlass(next, [...before.glass, { user: event.user, until: at + GLASS_MS }], before);
    case 'glassMended':
      return withGlass(
        next,
        before.glass.filter(({ user }) => user.id !== event.user.id),
        before,
      );
    case 'answered':
      return heard(next);
    case 'undelivered':
      return { ...next, undelivered: true };
    case 'received':
    case 'noted':
    case 'autoReplied':
      return next;
  }
}

const withGlass = (next: Case, glass: Case['glass'], { lastAt }: Case): Case => ({
  ...next,
  lastAt,
  glass,
  glassUntil: glass.length === 0 ? null : Math.min(...glass.map(({ until }) => until)),
});

const NEXT_WATCHED = { reminder: 'owner', owner: 'manager', manager: '' } as const;

/** What did not arrive is mended: somebody wrote after it, or the visitor is heard of. */
const heard = (next: Case): Case => (next.undelivered ? { ...next, undelivered: false } : next);

/** A new promise is watched from the beginning (rule O6). */
const promised = (next: Case, promisedAt: number): Case => ({ ...next, promisedAt, watched: 'reminder' });

function withStatus(next: Case, status: CaseStatus, at: number): Case {
  const ended = ENDED.includes(status);
  return {
    ...next,
    status,
    open: ended ? 0 : 1,
    closedAt: ended ? at : null,
    watched: ended ? '' : next.watched,
  };
}
