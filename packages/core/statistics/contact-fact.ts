import type {
  Case,
  CaseEntry,
  ContactFact,
  Conversation,
  Handoff,
  HandoffFact,
  OpeningHours,
} from '@lotsa/protocol';
import { type LocalDate, localDate, momentOf } from '../local-time.ts';
import { addWorkingDays, openTimeBetween } from '../opening-hours.ts';
import { firstContactSolved } from '../solved.ts';

/** Working days in which a written question is to be answered (förvaltningslagen 2017:900, 6 §, as municipalities promise it). */
const WRITTEN_WORKDAYS = 2;
const HALF_HOUR = 1_800_000;

/** What of a site's settings decides about a fact. */
export interface FactSite {
  hours: OpeningHours;
  abandonAfterMs: number;
}

/** The fact of a conversation that is closed; undefined for one that is open, or was spam. */
export function contactFact(
  it: Conversation,
  { hours, abandonAfterMs }: FactSite,
  scores: Record<string, number> = {},
): ContactFact | undefined {
  const { channel, startedAt, firstReplyAt, closedAt, outcome } = it;
  if (closedAt === null || outcome === 'spam') return undefined;
  const chat = channel === 'chat';
  const answered = !chat || firstReplyAt !== null;
  const abandoned = !answered && outcome === 'abandoned';
  // It was closed when nobody had come back for a while: whoever waited had left by then.
  const leftAt = it.visitorEnded ? closedAt : Math.max(startedAt, closedAt - abandonAfterMs);
  const until = firstReplyAt ?? (abandoned ? leftAt : null);
  return {
    ...began(startedAt, closedAt, hours.timeZone),
    channel,
    topicId: it.topicId,
    departmentId: it.departmentId,
    language: it.language,
    outcome,
    followUp: false,
    answered,
    abandoned,
    wait: chat && until !== null ? seconds(openTimeBetween(hours, startedAt, until)) : null,
    handling: chat && firstReplyAt !== null ? seconds(closedAt - firstReplyAt) : null,
    hops: it.hops,
    solved: firstContactSolved(it),
    writtenInTime: null,
    handoffs: it.handoffs.flatMap((handoff) => handoffFact(handoff, closedAt)),
    scores,
  };
}

/** The fact of a case that has ended. */
export function caseFact(
  it: Case,
  log: readonly CaseEntry[],
  { hours }: Pick<FactSite, 'hours'>,
): ContactFact | undefined {
  const { receivedAt, closedAt, departmentId, conversationId } = it;
  if (closedAt === null) return undefined;
  const moved = log.some(({ event }) => event.type === 'departmentSet');
  const asked = log.find(({ event }) => event.type === 'received')?.event;
  const promisedAt = asked?.type === 'received' ? asked.opening.promisedAt : it.promisedAt;
  const repliedAt = log.find(isReply)?.at ?? null;
  // What goes on as another case, or was taken back, awaits no answer of its own.
  const awaited = repliedAt !== null || (it.mergedInto === null && it.status !== 'withdrawn');
  return {
    ...began(receivedAt, closedAt, hours.timeZone),
    channel: asked?.type === 'received' && asked.opening.mail ? 'email' : 'form',
    topicId: it.topicId,
    departmentId: departmentId || null,
    language: it.language,
    outcome: null,
    followUp: conversationId !== null,
    answered: true,
    abandoned: false,
    wait: null,
    handling: null,
    hops: 0,
    solved: conversationId === null && repliedAt !== null && departmentId === '' && !moved,
    writtenInTime: awaited
      ? repliedAt !== null && repliedAt <= addWorkingDays(hours, receivedAt, WRITTEN_WORKDAYS)
      : null,
    handoffs:
      departmentId === ''
        ? []
        : [
            {
              mode: 'case',
              departmentId,
              inTime: awaited ? repliedAt !== null && repliedAt <= promisedAt : null,
            },
          ],
    scores: {},
  };
}

/** Written by the staff about the matter: what is sent by itself does not count. */
const isReply = ({ author, event }: CaseEntry): boolean =>
  author.type === 'staff' &&
  (event.type === 'answered' || (event.type === 'statusSet' && event.text !== undefined));

function handoffFact(
  { state, mode, departmentId, deadline, endedAt }: Handoff,
  closedAt: number,
): HandoffFact[] {
  switch (state) {
    case 'needsApproval':
    case 'withdrawn':
      return [];
    case 'requested':
    case 'expired':
      return [{ mode, departmentId, inTime: false }];
    case 'becameCase':
      // The case keeps the promise, and is counted when it ends.
      return [{ mode, departmentId, inTime: null }];
    case 'accepted':
    case 'declined':
    case 'answered':
      // Of a transfer the deadline was for saying yes, and without a yes in time it expires.
      return [{ mode, departmentId, inTime: mode === 'transfer' || (endedAt ?? closedAt) <= deadline }];
  }
}

function began(from: number, to: number, timeZone: string): Pick<ContactFact, 'half' | 'age'> {
  const day: LocalDate = localDate(from, timeZone);
  const half = Math.floor((from - momentOf(day, '00:00', timeZone)) / HALF_HOUR);
  const age = Math.round((Date.parse(localDate(to, timeZone)) - Date.parse(day)) / 86_400_000);
  // The day on which summer time ends has fifty half hours.
  return { half: Math.min(47, half), age };
}

const seconds = (ms: number): number => Math.round(ms / 1000);
