import * as v from 'valibot';
import type { HandoffMode } from './message.ts';

/** A hand-off that a specialist has before it; nothing of what was written in it. */
export interface DigestHandoff {
  conversationId: string;
  departmentId: string;
  mode: HandoffMode;
  requestedAt: number;
  deadline: number;
  /** This specialist has accepted it; otherwise it, or its department, is asked. */
  accepted: boolean;
  /** Its deadline has passed. */
  late: boolean;
}

/** A specialist's hand-offs of a week. */
export interface Digest {
  /** From Monday 00:00 to the next, where the site is. */
  from: number;
  to: number;
  /** Answered by this specialist during the week, and how many of them after their deadline. */
  answered: number;
  answeredLate: number;
  /** Asked of this specialist by name, and not accepted in time during the week. */
  expired: number;
  /** Before it now, the most urgent first; no more than can be looked through. */
  open: DigestHandoff[];
  /** How many of all that are open are late; there may be more than are listed. */
  late: number;
  openInAll: number;
}

/** What a console may ask about a specialist's weeks. */
export const digestRequests = {
  /** This user's week: 0 is the one that goes on. For specialists. */
  'digest:get': v.object({ weeksAgo: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(52)) }),
} as const;

/** What they are answered with. */
export interface DigestAnswers {
  'digest:get': Digest;
}
