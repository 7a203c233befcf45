import { hasOverdueHandoff } from '@lotsa/core';
import type { Directory } from '@lotsa/client';
import type { Conversation } from '@lotsa/protocol';

/** Why a conversation asks for a manager, and since when. */
export interface Attention {
  readonly why: 'approval' | 'handoff' | 'wait';
  readonly since: number;
}

/** The visitor wrote last, or nobody has come yet. */
export const waitsForUs = ({ status, excerpt, visitorEnded }: Conversation): boolean =>
  status !== 'closed' && !visitorEnded && (status === 'queued' || excerpt.author === 'visitor');

/** Since when its visitor has waited for us: neither taking a question, nor a note, nor a second text makes a wait shorter. */
export const waitingFrom = ({ status, waitingSince, unansweredSince, lastAt }: Conversation): number =>
  status === 'queued' ? waitingSince : (unansweredSince ?? lastAt);

/** After how many milliseconds a wait is too long, where nothing is known of the site. */
const ALARM_MS = 300_000;

/** After how many milliseconds a wait on its site is too long. */
export const alarmMsOf = (directory: Directory | null, { siteId }: Conversation): number =>
  directory?.sites.find(({ id }) => id === siteId)?.alarmMs ?? ALARM_MS;

/** The visitor has waited too long for us. */
export const waitsTooLong = (conversation: Conversation, now: number, alarmMs = ALARM_MS): boolean =>
  waitsForUs(conversation) && now - waitingFrom(conversation) >= alarmMs;

/**
 * What is overdue in a conversation (rules O6, H6): a third hand-off to be approved, a hand-off past its deadline, a visitor
 * who has waited too long; null when nothing is.
 */
export function attentionOf(conversation: Conversation, now: number, alarmMs?: number): Attention | null {
  if (conversation.status === 'closed') return null;
  const { handoffs } = conversation;
  const asked = handoffs.find(({ state }) => state === 'needsApproval');
  if (asked) return { why: 'approval', since: asked.requestedAt };
  if (hasOverdueHandoff(conversation, now)) {
    return { why: 'handoff', since: Math.min(...handoffs.map(({ deadline }) => deadline)) };
  }
  return waitsTooLong(conversation, now, alarmMs) ? { why: 'wait', since: waitingFrom(conversation) } : null;
}
