import type { Digest, DigestHandoff, Handoff } from '@lotsa/protocol';
import { isOpenHandoff } from './evolve.ts';
import { addDays, localDate, momentOf, weekdayOf, WEEKDAYS } from './local-time.ts';

/** Hand-offs that a digest lists. */
const LISTED = 50;

/** Where the municipality is: the week and Monday morning are its own. */
const TIME_ZONE = 'Europe/Stockholm';

/** When the week's mail goes out. */
const SENT_AT = '07:00';

/** Monday of the week that a moment is in, where the site is. */
function mondayOf(at: number): string {
  const date = localDate(at, TIME_ZONE);
  return addDays(date, -((WEEKDAYS.indexOf(weekdayOf(date)) + 6) % 7));
}

/** A whole week: 0 is the one that a moment is in, 1 the one before. Daylight saving makes some of another length. */
export function weekOf(at: number, weeksAgo = 0): { from: number; to: number } {
  const monday = addDays(mondayOf(at), -7 * weeksAgo);
  return {
    from: momentOf(monday, '00:00', TIME_ZONE),
    to: momentOf(addDays(monday, 7), '00:00', TIME_ZONE),
  };
}

/** When the mail about last week goes out, in the week that a moment is in. */
export const digestDueAt = (at: number): number => momentOf(mondayOf(at), SENT_AT, TIME_ZONE);

/** A hand-off, and which conversation it is in. */
export type HandoffIn = Handoff & { conversationId: string };

/**
 * A specialist's week. `handoffs` are all that it accepted or was asked, by name or by what it belongs to; one may be
 * among them twice.
 */
export function digestOf(
  userId: string,
  handoffs: readonly HandoffIn[],
  { from, to }: { from: number; to: number },
  now: number,
): Digest {
  const each = [...new Map(handoffs.map((h) => [`${h.conversationId}:${h.id}`, h])).values()];
  const mine = ({ acceptedBy }: Handoff): boolean => acceptedBy?.id === userId;
  const inWeek = (at: number | null): boolean => at !== null && at >= from && at < to;
  const answered = each.filter((h) => mine(h) && h.state === 'answered' && inWeek(h.endedAt));
  const open = each
    .filter((h) => (mine(h) ? h.state === 'accepted' : h.state === 'requested'))
    .map((h): DigestHandoff => {
      const { conversationId, departmentId, mode, requestedAt, deadline } = h;
      // A transfer that was accepted has kept its promise: its deadline was for accepting it.
      const late = isOpenHandoff(h) && deadline <= now;
      return { conversationId, departmentId, mode, requestedAt, deadline, accepted: mine(h), late };
    })
    .toSorted((a, b) => Number(b.late) - Number(a.late) || a.deadline - b.deadline);
  return {
    from,
    to,
    answered: answered.length,
    answeredLate: answered.filter((h) => h.mode !== 'transfer' && (h.endedAt ?? 0) > h.deadline).length,
    expired: each.filter((h) => h.user?.id === userId && h.state === 'expired' && inWeek(h.deadline)).length,
    open: open.slice(0, LISTED),
    late: open.filter(({ late }) => late).length,
    openInAll: open.length,
  };
}

/** There is something to tell. */
export const hasNews = ({ answered, expired, openInAll }: Digest): boolean =>
  answered + expired + openInAll > 0;
